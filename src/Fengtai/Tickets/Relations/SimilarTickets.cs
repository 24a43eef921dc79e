using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Relations;

/// <summary>What may be about the same? Answers from what the actor may know of, and from what everybody may.</summary>
internal sealed class SimilarTickets(FengtaiDb db, MajorIncidentQuery majors, TimeProvider time)
{
    /// <summary>So far back others' tickets are compared.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>What the same category weighs beside the words, which reach from 0 to 1.</summary>
    private const double OfCategory = 0.3;

    private const int MostOwn = 50;
    private const int MostCompared = 200;
    private const int ComparedText = 500;

    public async Task<SimilarFound> OfAsync(SimilarTo wanted, Actor actor, CancellationToken cancellation) => new(
        await OfPersonAsync(wanted, actor, cancellation),
        await OfCategoryAsync(wanted, actor, cancellation),
        await MajorsAsync(wanted, cancellation));

    /// <summary>Open tickets of the same person that are of the same category or sound alike.</summary>
    public async Task<IReadOnlyList<Ticket>> OfPersonAsync(SimilarTo wanted, Actor actor, CancellationToken cancellation)
    {
        if (wanted.Person is not { } person)
        {
            return [];
        }
        var open = await Open(wanted, actor)
            .Where(t => t.RequesterId == person || t.ReportedById == person)
            .OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number)
            .Take(MostOwn)
            .ToListAsync(cancellation);
        return [.. open
            .Select(t => (Ticket: t, Text: TextOf(t.Subject, t.Description), IsOfCategory: t.CategoryId is not null && t.CategoryId == wanted.Category))
            .Where(t => t.IsOfCategory || wanted.Words.IsLike(t.Text))
            .OrderByDescending(t => wanted.Words.To(t.Text) + (t.IsOfCategory ? OfCategory : 0))
            .Take(SimilarTo.Shown)
            .Select(t => t.Ticket)];
    }

    /// <summary>Other people's open tickets of the same category that came in lately and sound alike, the most alike first.</summary>
    public async Task<IReadOnlyList<Ticket>> OfCategoryAsync(SimilarTo wanted, Actor actor, CancellationToken cancellation)
    {
        if (wanted.Category is not { } category || wanted.Words.IsEmpty)
        {
            return [];
        }
        var since = time.GetUtcNow() - Lately;
        var lately = await Open(wanted, actor)
            .Where(t => t.CategoryId == category && t.OpenedAt >= since && t.RequesterId != wanted.Person)
            .OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number)
            .Take(MostCompared)
            .Select(t => new { t.Id, t.Subject, Description = t.Description.Substring(0, ComparedText) })
            .ToListAsync(cancellation);
        var alike = lately
            .Select(t => (t.Id, Text: TextOf(t.Subject, t.Description)))
            .Where(t => wanted.Words.IsLike(t.Text))
            .OrderByDescending(t => wanted.Words.To(t.Text))
            .Take(wanted.Most)
            .Select(t => t.Id)
            .ToList();
        var known = alike.Count == 0 ? [] : await db.Set<Ticket>().AsNoTracking().Where(t => alike.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        return [.. alike.Where(known.ContainsKey).Select(id => known[id])];
    }

    /// <summary>Major incidents of the same category or that sound alike.</summary>
    public async Task<IReadOnlyList<OpenMajorIncident>> MajorsAsync(SimilarTo wanted, CancellationToken cancellation) =>
        [.. (await majors.OpenAsync(cancellation)).Where(m => m.TicketId != wanted.Except
            && (m.CategoryId is not null && m.CategoryId == wanted.Category || wanted.Words.IsLike(Likeness.Of($"{m.Title}\n{m.LatestUpdate}"))))];

    private IQueryable<Ticket> Open(SimilarTo wanted, Actor actor) =>
        db.Set<Ticket>().AsNoTracking().VisibleTo(actor)
            .Where(t => t.Status != TicketStatus.Closed && t.Status != TicketStatus.Cancelled && t.Id != wanted.Except);

    private static Likeness TextOf(string subject, string description) =>
        Likeness.Of($"{subject}\n{(description.Length > ComparedText ? description[..ComparedText] : description)}");
}

/// <summary>What something may be similar to.</summary>
/// <param name="Except">The ticket itself.</param>
internal sealed record SimilarTo(Guid? Person, Guid? Category, Likeness Words, Guid? Except = null, int Most = SimilarTo.Shown)
{
    public const int Shown = 5;

    public static SimilarTo Ticket(Ticket ticket) => new(ticket.RequesterId, ticket.CategoryId, Likeness.Of(ticket.Subject), ticket.Id);
}
