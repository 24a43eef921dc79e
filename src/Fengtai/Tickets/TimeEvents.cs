using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>Somebody entered what their work on a ticket took.</summary>
public sealed record TimeSpent(Guid EntryId, TimeFacts Time) : TicketEvent
{
    public override string Kind => "timeSpent";
}

/// <param name="Minutes">1 to 1440.</param>
/// <param name="Day">By the calendar of whoever worked.</param>
public sealed record TimeFacts(int Minutes, DateOnly Day, WorkKind Work, string? Note);

public sealed record TimeCorrected(Guid EntryId, TimeFacts From, TimeFacts To) : TicketEvent
{
    public override string Kind => "timeCorrected";
}

public sealed record TimeRemoved(Guid EntryId, TimeFacts Time) : TicketEvent
{
    public override string Kind => "timeRemoved";
}

[TextKeys("tickets.workKind")]
public enum WorkKind
{
    /// <summary>远程.</summary>
    Remote,

    /// <summary>现场.</summary>
    OnSite,

    /// <summary>路途.</summary>
    Travel,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>其他.</summary>
    Other,
}
