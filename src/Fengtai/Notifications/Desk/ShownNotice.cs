namespace Fengtai.Notifications.Desk;

/// <summary>A notice as pages show it.</summary>
public sealed record ShownNotice(Guid Id, DateTimeOffset At, string? Kind, string TextKey, IReadOnlyList<string> Arguments, string Href, bool IsRead);

/// <param name="UnreadOnly">Those that were read are left out.</param>
/// <param name="Next">The last one shown, where there are more.</param>
public sealed record NoticePage(IReadOnlyList<ShownNotice> Items, bool UnreadOnly, Guid? Next);
