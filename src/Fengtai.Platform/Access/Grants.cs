using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Access;

/// <summary>Says that a role has a permission. Roles are the union of all grants that name them.</summary>
public sealed record Grant(string Role, Permission Permission);

public static class Grants
{
    /// <summary>Gives the permission to each of the roles, and to no other.</summary>
    public static IServiceCollection AddGrants(this IServiceCollection services, Permission permission, params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            services.AddSingleton(new Grant(role, permission));
        }
        return services;
    }
}
