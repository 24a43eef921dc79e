namespace Fengtai.Notifications;

/// <summary>What somebody has said of one kind of notices.</summary>
internal sealed class NoticeChoice
{
    public Guid PersonId { get; init; }

    public string Kind { get; init; } = "";

    public bool Wanted { get; set; }
}
