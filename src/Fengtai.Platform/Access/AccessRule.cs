using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Platform.Access;

/// <summary>What an endpoint demands of the actor. Every endpoint has exactly one, or the application does not start.</summary>
public sealed record AccessRule(Permission? Permission, string? OpenBecause)
{
    public bool IsOpen => OpenBecause is not null;
}

public static class AccessRules
{
    /// <summary>Only who has this permission.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule(permission, null));

    /// <summary>Anybody with an account; what they see is narrowed by the question itself.</summary>
    public static TBuilder SignedIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule(null, null));

    /// <summary>Anybody at all, for a stated reason.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint, string because) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRule(null, because));

    /// <summary>Routes that declare no rule. Start-up fails unless this is empty.</summary>
    public static IReadOnlyList<string> Undeclared(EndpointDataSource routes) =>
        [.. routes.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<AccessRule>() is null)
            .Select(e => e.DisplayName ?? e.RoutePattern.RawText ?? "?")];
}
