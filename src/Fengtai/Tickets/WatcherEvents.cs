namespace Fengtai.Tickets;

/// <summary>Somebody of the staff watches the ticket from now on: by their own wish, a colleague's, or because a note names them.</summary>
public sealed record WatcherAdded(Guid WatcherId, bool ByMention) : TicketEvent
{
    public override string Kind => "watched";
}

public sealed record WatcherRemoved(Guid WatcherId) : TicketEvent
{
    public override string Kind => "unwatched";
}
