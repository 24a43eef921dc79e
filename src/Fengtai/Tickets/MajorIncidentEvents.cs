using Fengtai.Platform.Events;

namespace Fengtai.Tickets;

/// <summary>重大事件: many are affected, and all hear of it here.</summary>
/// <param name="Title">What everybody reads.</param>
/// <param name="Reason">For staff.</param>
public sealed record MajorIncidentDeclared(string Title, string Reason) : TicketEvent
{
    public override string Kind => "majorDeclared";
}

public sealed record MajorIncidentWithdrawn(string Reason) : TicketEvent
{
    public override string Kind => "majorWithdrawn";
}

/// <param name="Children">How many children it goes to.</param>
public sealed record MajorIncidentUpdated(string Text, int Children) : TicketEvent
{
    public override string Kind => "majorUpdated";
}

/// <summary>The request is part of a major incident. Its number is not the requester's to know.</summary>
public sealed record MajorIncidentJoined(string Title) : PublicTicketEvent
{
    public override string Kind => "majorJoined";
}

/// <summary>What was spread has reached all children that it could reach.</summary>
public sealed record SpreadFinished(SpreadKind What, int Reached, int Refused) : TicketEvent
{
    public override string Kind => "spread";
}

/// <summary>What reaches the children of a ticket one after another.</summary>
[Platform.Texts.TextKeys("tickets.spread")]
public enum SpreadKind
{
    /// <summary>They become its children.</summary>
    Attach,

    /// <summary>Its public news becomes a message in each.</summary>
    Update,

    /// <summary>Its solution is theirs; each requester is asked.</summary>
    Resolve,
}

/// <summary>Something that every page says has changed. Its subject is <see cref="SubjectKind"/>.</summary>
public sealed record MajorIncidentsChanged : Event
{
    /// <summary>The live topic of the banner.</summary>
    public const string SubjectKind = "majorIncident";

    public override string Kind => "majorIncidentsChanged";

    public override Visibility Visibility => Visibility.Public;
}
