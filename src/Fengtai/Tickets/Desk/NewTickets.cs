using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What does the form for a new ticket show, and who and what is meant by what was typed into it?</summary>
internal sealed class NewTickets(FengtaiDb db, People people, Categories categories, PriorityMatrixQuery matrix, TicketList list, SimilarTickets similar, IStringLocalizer texts)
{
    private const int MostMeant = 8;
    private const int MostOpen = 5;

    public async Task<NewTicketModel> OfAsync(NewTicketInput input, Actor actor, CancellationToken cancellation) => new(input, await matrix.CurrentAsync(cancellation))
    {
        Caller = await CallerAsync(input.Requester, actor, cancellation),
        Reporter = string.IsNullOrEmpty(input.ReportedBy) ? null : await people.ByLoginAsync(input.ReportedBy, cancellation),
        Category = await CategoryAsync(input.Category, cancellation),
        Similar = await SimilarAsync(input.Requester, input.Category, input.Subject, actor, cancellation),
        SeesAll = actor.May(TicketPermissions.ReadAll),
        Ends = actor.May(TicketPermissions.Desk) ? [NewTicketEnd.Accept, NewTicketEnd.Solved, NewTicketEnd.Afterwards] : [NewTicketEnd.File, NewTicketEnd.Afterwards],
    };

    /// <summary>The number of the ticket that this person's form has opened already.</summary>
    public Task<long?> SentAsync(Guid key, Actor actor, CancellationToken cancellation) =>
        db.Set<EventRow>()
            .Where(e => e.SubjectId == key && e.SubjectKind == TicketEvent.SubjectKind && e.Kind == "opened" && e.Actor == actor.Id)
            .Join(db.Set<Ticket>(), e => e.SubjectId, t => t.Id, (_, t) => (long?)t.Number)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>The new ticket's page; the queue for who files it for the desk and does not see it from then on.</summary>
    public async Task<string> PageOfAsync(long number, Actor actor, CancellationToken cancellation) =>
        await db.Set<Ticket>().VisibleTo(actor).AnyAsync(t => t.Number == number, cancellation) ? $"/desk/tickets/{number}" : QueueAddress.Path;

    public async Task<Caller?> CallerAsync(string? login, Actor actor, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(login) || await people.ByLoginAsync(login, cancellation) is not { } person)
        {
            return null;
        }
        var open = await list.PageAsync(TicketFilter.Open.And(new RefersTo(FilterField.Requester, [person.Id])), TicketSort.OpenedAt, MostOpen, null, actor, cancellation);
        return new(person, open.Value.Items);
    }

    /// <summary>What may be about the same, as far as the one who files may know of it.</summary>
    public async Task<SimilarFound> SimilarAsync(string? login, string? category, string? subject, Actor actor, CancellationToken cancellation)
    {
        var person = string.IsNullOrEmpty(login) ? null : await people.ByLoginAsync(login, cancellation);
        var about = (await categories.OfferedAsync(cancellation)).ByCode(category);
        var words = Likeness.Of(subject);
        return person is null && about is null && words.IsEmpty ? SimilarFound.Nothing : await similar.OfAsync(new(person?.Id, about?.Id, words), actor, cancellation);
    }

    public async Task<ChosenCategory> CategoryAsync(string? code, CancellationToken cancellation)
    {
        var tree = await categories.OfferedAsync(cancellation);
        return tree.ByCode(code) is { } category ? new(category, tree.PathNameOf(category), tree.FormOf(category), tree.TypeOf(category)) : ChosenCategory.None;
    }

    /// <summary>Where there is no script, or no choice was made, what was typed says who is meant: one person, or several to choose from.</summary>
    public async Task<(NewTicketInput Input, Meant Meant)> ResolveAsync(NewTicketInput input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        var requester = await PersonAsync("requester", input.Requester, input.Person, refusals, cancellation);
        var reporter = await PersonAsync("reportedBy", input.ReportedBy, input.Reporter, refusals, cancellation);
        var (code, codes) = await CategoryAsync(input, refusals, cancellation);
        return (
            input with { Requester = requester.Login, ReportedBy = reporter.Login, Category = code },
            new(requester.Meant, reporter.Meant, codes, refusals));
    }

    /// <summary>Refusals in the words of the form: fields by their labels, at the inputs that people see.</summary>
    public FormErrors Errors(IEnumerable<Refusal> refusals)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            var arguments = refusal.Arguments is [string name, .. var others] && name == refusal.Field ? [texts[$"desk.new.{name}"].Value, .. others] : refusal.Arguments;
            errors.Add(InputOf(refusal.Field), texts[Platform.Http.Problems.TextKey(refusal.GetType()), arguments]);
        }
        return errors;
    }

    private static string? InputOf(string? field) => field switch
    {
        "requester" => "person",
        "reportedBy" => "reporter",
        "category" => "categoryText",
        _ => field,
    };

    private async Task<(string? Login, IReadOnlyList<Option> Meant)> PersonAsync(string field, string? login, string? typed, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(login) || string.IsNullOrWhiteSpace(typed))
        {
            return (login, []);
        }
        var found = await people.SearchAsync(typed, MostMeant, cancellation);
        if (found is [var one])
        {
            return (one.Login, []);
        }
        refusals.Add(found.Count == 0 ? new NobodyIsMeant(field, typed) : new MoreThanOneIsMeant(field));
        return (null, [.. found.Select(p => new Option(p.Login, p.Name, PeopleRoutes.Detail(p)))]);
    }

    private async Task<(string? Code, IReadOnlyList<Option> Meant)> CategoryAsync(NewTicketInput input, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(input.Category) || string.IsNullOrWhiteSpace(input.CategoryText))
        {
            return (input.Category, []);
        }
        var tree = await categories.OfferedAsync(cancellation);
        var found = CategorySearch.Find(tree, input.CategoryText).Take(MostMeant).ToList();
        var exactly = found.FindAll(c => tree.PathNameOf(c) == input.CategoryText.Trim());
        if ((exactly.Count == 1 ? exactly : found) is [var one])
        {
            return (one.Code, []);
        }
        refusals.Add(found.Count == 0 ? new UnknownValue("category", input.CategoryText) : new MoreThanOneIsMeant("category"));
        return (null, [.. found.Select(c => new Option(c.Code, tree.PathNameOf(c)))]);
    }
}

/// <summary>Who and what may be meant, and what must be chosen before it goes on.</summary>
internal sealed record Meant(IReadOnlyList<Option> People, IReadOnlyList<Option> Reporters, IReadOnlyList<Option> Categories, IReadOnlyList<Refusal> Refusals);

/// <summary>Nobody has this name, number or login.</summary>
internal sealed record NobodyIsMeant(string Name, string Typed) : InvalidRefusal
{
    public override string Field => Name;

    public override object[] Arguments => [Typed.Length > 80 ? Typed[..80] : Typed];
}

/// <summary>What was typed means more than one; which one?</summary>
internal sealed record MoreThanOneIsMeant(string Name) : InvalidRefusal
{
    public override string Field => Name;
}
