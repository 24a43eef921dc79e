using Fengtai.Platform.Events;
using Fengtai.Platform.Search;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>The words of one text of a ticket; only public ones find tickets for their requesters.</summary>
internal sealed class SearchPart
{
    public Guid TicketId { get; init; }

    /// <summary>The note; the ticket's own id for the request itself and its solution; any other for what was told otherwise.</summary>
    public Guid PartId { get; init; }

    public bool IsPublic { get; init; }

    public NpgsqlTypes.NpgsqlTsVector Words { get; set; } = NpgsqlTypes.NpgsqlTsVector.Empty;
}

/// <summary>Keeps the search text in step with what is written, in the same transaction.</summary>
internal sealed class IndexTicketText : IReaction<TicketEvent>
{
    public async Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        switch (occurrence.Event)
        {
            case NoteAdded { Text.Length: > 0 } note:
                work.Db.Add(new SearchPart { TicketId = occurrence.Subject.Id, PartId = note.NoteId, IsPublic = note.IsPublic, Words = Of(PicturesInTexts.AsWords(note.Text)) });
                break;
            case PlanGiven plan:
                work.Db.Add(Said(occurrence.Subject.Id, plan.Text));
                break;
            case PromiseMade promise:
                work.Db.Add(Said(occurrence.Subject.Id, promise.Text));
                break;
            case TicketOpened:
                var opened = (await work.Db.FindAsync<Ticket>([occurrence.Subject.Id], cancellation))!;
                work.Db.Add(new SearchPart { TicketId = opened.Id, PartId = opened.Id, IsPublic = true, Words = OfRequest(opened) });
                break;
            case TicketCorrected or TicketResolved:
                await IndexRequestAsync(occurrence.Subject.Id, work, cancellation);
                break;
            default:
                break;
        }
    }

    private static async Task IndexRequestAsync(Guid id, Work work, CancellationToken cancellation)
    {
        var ticket = (await work.Db.FindAsync<Ticket>([id], cancellation))!;
        var words = OfRequest(ticket);
        if (await work.Db.FindAsync<SearchPart>([id, id], cancellation) is { } part)
        {
            part.Words = words;
        }
        else
        {
            work.Db.Add(new SearchPart { TicketId = id, PartId = id, IsPublic = true, Words = words });
        }
    }

    /// <summary>Words to the user that are no note.</summary>
    internal static SearchPart Said(Guid ticket, string text) => new() { TicketId = ticket, PartId = Guid.CreateVersion7(), IsPublic = true, Words = Of(text) };

    /// <summary>The request itself with its solution.</summary>
    internal static NpgsqlTypes.NpgsqlTsVector OfRequest(Ticket ticket) =>
        Of(ticket.Number > 0 ? $"{ticket.Number}" : null, ticket.Subject, PicturesInTexts.AsWords(ticket.Description), ticket.Place, ticket.Contact, ticket.Solution);

    internal static NpgsqlTypes.NpgsqlTsVector Of(params ReadOnlySpan<string?> texts)
    {
#pragma warning disable CS0618 // the server's own parser is not asked: the words are ours already
        return NpgsqlTypes.NpgsqlTsVector.Parse(SearchText.Vector(texts));
#pragma warning restore CS0618
    }
}
