using System.Globalization;
using System.Text.RegularExpressions;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Writing;

/// <summary>What do the texts on a page refer to, as far as its reader may know of it?</summary>
internal sealed partial class TicketReferences(FengtaiDb db)
{
    /// <summary>So many numbers of one page become links.</summary>
    private const int MostNumbers = 100;

    /// <param name="ticket">Whose notes they are.</param>
    /// <param name="files">Of the ticket, as far as the reader sees them.</param>
    public async Task<MarkdownReferences> OfAsync(Ticket ticket, IEnumerable<string?> texts, IEnumerable<FileLink> files, Actor actor, bool onDesk, CancellationToken cancellation)
    {
        var all = texts.OfType<string>().ToList();
        var people = all.Exists(t => t.Contains('@', StringComparison.Ordinal))
            ? await db.Set<Mention>().AsNoTracking()
                // who is named among staff is not told to anybody else
                .Where(m => m.TicketId == ticket.Id && (onDesk || db.Set<Note>().Any(n => n.Id == m.NoteId && n.IsPublic)))
                .Select(m => new { m.Said, m.PersonId })
                .ToListAsync(cancellation)
            : [];
        return new()
        {
            Mentions = people.DistinctBy(p => p.Said).ToDictionary(p => p.Said, p => actor.Is(p.PersonId)),
            Numbers = await NumbersAsync(all, actor, onDesk, cancellation),
            Pictures = files.Where(f => f.IsPicture).Select(f => f.Href).ToHashSet(),
        };
    }

    public async Task<IReadOnlyDictionary<long, NumberLink>> NumbersAsync(IEnumerable<string> texts, Actor actor, bool onDesk, CancellationToken cancellation)
    {
        var named = texts.Where(t => t.Contains('#', StringComparison.Ordinal)).SelectMany(t => Numbers().Matches(t))
            .Select(m => long.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Take(MostNumbers).ToArray();
        return named.Length == 0
            ? new Dictionary<long, NumberLink>()
            : (await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => named.Contains(t.Number)).ToListAsync(cancellation))
                .ToDictionary(t => t.Number, t => new NumberLink($"{(onDesk && Standing.Of(actor, t).SeesInternals ? "/desk/tickets" : "/requests")}/{t.Number}", t.Subject, !t.IsOpen));
    }

    [GeneratedRegex("#(?<number>[0-9]{1,12})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
