using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Keeps a list under a name.</summary>
internal sealed class SaveView(Work work, ViewInputs inputs)
{
    public async Task<Result<SavedView>> RunAsync(ViewInput input, Actor actor, CancellationToken cancellation)
    {
        var read = await inputs.ReadAsync(input, null, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<SavedView>.Refused(read.Refusals);
        }
        if (await work.Db.Set<SavedView>().CountAsync(v => v.OwnerId == actor.Id && v.DeletedAt == null, cancellation) >= ViewSharing.MostViews)
        {
            return new TooManyViews(ViewSharing.MostViews);
        }
        var view = new SavedView { Id = Guid.CreateVersion7(work.Now), OwnerId = actor.Id, CreatedAt = work.Now };
        read.Value.Put(view);
        work.Db.Add(view);
        work.Record(new Subject(ViewEvent.SubjectKind, view.Id), new ViewSaved(view.Name, view.Audience, view.TeamId, view.Filter), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => view);
    }
}

/// <summary>A view as a form or a program gives it; what is left out stays as it is.</summary>
/// <param name="SharedWith"><c>me</c>, <c>everybody</c>, or <c>team:CODE</c>.</param>
/// <param name="View">The built-in view that the filter narrows; all tickets where none is named.</param>
/// <param name="Filter">A query string: <c>status=open&amp;-waitReason=user</c>.</param>
/// <param name="Sort">Empty is the order of the built-in view.</param>
/// <param name="Columns">None are the usual ones.</param>
internal sealed record ViewInput(string? Name = null, string? SharedWith = null, string? View = null, string? Filter = null, string? Sort = null, IReadOnlyList<string>? Columns = null);

/// <summary>What was read and may be kept.</summary>
internal sealed record ReadView(string Name, Audience Audience, Guid? TeamId, QueueView Base, string Filter, string? Sort, string[] Columns)
{
    public void Put(SavedView view) =>
        (view.Name, view.Audience, view.TeamId, view.Base, view.Filter, view.Sort, view.Columns) = (Name, Audience, TeamId, Base, Filter, Sort, Columns);

    public bool IsThatOf(SavedView view) =>
        (view.Name, view.Audience, view.TeamId, view.Base, view.Filter, view.Sort) == (Name, Audience, TeamId, Base, Filter, Sort) && view.Columns.SequenceEqual(Columns, StringComparer.Ordinal);
}

/// <summary>Reads and checks what is given of a view: everything that is wrong is said at once.</summary>
internal sealed class ViewInputs(TicketFilters filters, Audiences audiences)
{
    public const int LongestName = 60;
    private const int LongestFilter = 2_000;

    /// <param name="now">The view as it is; null for a new one.</param>
    public async Task<Result<ReadView>> ReadAsync(ViewInput input, SavedView? now, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var name = input.Name is null && now is not null ? now.Name : texts.Line("name", input.Name, LongestName, required: true);
        List<Refusal> refusals = [.. texts.Refusals];
        var shared = await audiences.ReadAsync(input.SharedWith, now, TicketPermissions.ShareViews, team => Task.FromResult(WithTeam(team.Id, actor)), actor, cancellation);
        refusals.AddRange(shared.Refusals);
        var view = now?.Base ?? QueueView.All;
        if (input.View is { Length: > 0 } word && !Words.TryParse(word, out view))
        {
            refusals.Add(new UnknownValue("view", word));
        }
        var filter = await FilterAsync(input.Filter, now, actor, refusals, cancellation);
        var sort = now?.Sort;
        if (input.Sort is not null)
        {
            sort = input.Sort.Length == 0 ? null : TicketOrder.TryParse(input.Sort, out var order) ? order.Word : input.Sort;
            if (sort is not null && !TicketOrder.TryParse(sort, out _))
            {
                refusals.Add(new UnknownValue("sort", sort));
            }
        }
        var columns = input.Columns?.ToArray() ?? now?.Columns ?? [];
        refusals.AddRange(columns.Where(c => !Words.TryParse<QueueColumn>(c, out _)).Select(c => new UnknownValue("columns", c)));
        return refusals.Count > 0 ? Result<ReadView>.Refused(refusals) : new ReadView(name, shared.Value.Audience, shared.Value.TeamId, view, filter, sort, [.. QueueColumns.Read(columns).Select(c => Words.Of(c))]);
    }

    /// <summary>A team's members share views among themselves.</summary>
    public static Refusal? WithTeam(Guid team, Actor actor) => actor.IsIn(team) ? null : new ViewIsSharedWithOwnTeamsOnly();

    private async Task<string> FilterAsync(string? text, SavedView? now, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (text is null)
        {
            return now?.Filter ?? "";
        }
        if (text.Length > LongestFilter)
        {
            refusals.Add(new TextIsTooLong("filter", LongestFilter, text.Length));
            return "";
        }
        var parameters = FilterTexts.Parameters(text).ToList();
        refusals.AddRange(parameters.Where(p => FilterTerm.FieldOf(p.Key) is null).Select(p => new UnknownValue("filter", p.Key)));
        var terms = FilterTerm.Read(parameters);
        refusals.AddRange((await filters.ReadAsync(terms, actor, cancellation)).Refusals);
        return FilterTexts.Write(terms.SelectMany(t => t.Parameters));
    }
}
