using Fengtai.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Notifications;

/// <summary>A kind of notices that everybody may want or not; the practice that tells them names it.</summary>
/// <param name="Name">Kept with what somebody chose: it must stay.</param>
/// <param name="TextKey">Its words where it is chosen.</param>
/// <param name="For">Who is ever told: others are not asked.</param>
/// <param name="ByDefault">Whether it is wanted by those who have not said.</param>
public sealed record NoticeKind(string Name, string TextKey, string Icon, Permission For, bool ByDefault = true);

public static class NoticeKindSetUp
{
    /// <summary>In the order in which they are asked.</summary>
    public static IServiceCollection AddNoticeKind(this IServiceCollection services, NoticeKind kind) => services.AddSingleton(kind);
}
