using Fengtai.Identity;

namespace Fengtai.Tickets;

/// <summary>A task as a page shows it.</summary>
public sealed record TaskCard(Guid Id, string Title, PersonCard? Assignee, DateOnly? Due, bool IsRequired, DateTimeOffset? DoneAt, PersonCard? DoneBy)
{
    public bool IsDone => DoneAt is not null;
}

/// <summary>What somebody's work took, as a page shows it.</summary>
public sealed record TimeCard(Guid Id, PersonCard? Person, TimeFacts Time);
