using Fengtai.Identity;
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
internal sealed record ReadView(string Name, ViewAudience Audience, Guid? TeamId, QueueView Base, string Filter, string? Sort, string[] Columns)
{
    public void Put(SavedView view) =>
        (view.Name, view.Audience, view.TeamId, view.Base, view.Filter, view.Sort, view.Columns) = (Name, Audience, TeamId, Base, Filter, Sort, Columns);

    public bool IsThatOf(SavedView view) =>
        (view.Name, view.Audience, view.TeamId, view.Base, view.Filter, view.Sort) == (Name, Audience, TeamId, Base, Filter, Sort) && view.Columns.SequenceEqual(Columns, StringComparer.Ordinal);
}

/// <summary>Reads and checks what is given of a view: everything that is wrong is said at once.</summary>
internal sealed class ViewInputs(TicketFilters filters, Teams teams)
{
    public const int LongestName = 60;
    private const int LongestFilter = 2_000;
    private const string TeamPrefix = "team:";

    /// <param name="now">The view as it is; null for a new one.</param>
    public async Task<Result<ReadView>> ReadAsync(ViewInput input, SavedView? now, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var name = input.Name is null && now is not null ? now.Name : texts.Line("name", input.Name, LongestName, required: true);
        List<Refusal> refusals = [.. texts.Refusals];
        var (audience, team) = await AudienceAsync(input.SharedWith, now, actor, refusals, cancellation);
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
        return refusals.Count > 0 ? Result<ReadView>.Refused(refusals) : new ReadView(name, audience, team, view, filter, sort, [.. QueueColumns.Read(columns).Select(c => Words.Of(c))]);
    }

    /// <summary>As <see cref="ViewInput.SharedWith"/> says it.</summary>
    public static async Task<string> SharedWithAsync(SavedView view, Teams teams, CancellationToken cancellation) =>
        view.TeamId is { } id ? TeamPrefix + (await teams.FindAsync(id, cancellation))?.Code : Words.Of(view.Audience);

    private async Task<(ViewAudience Audience, Guid? Team)> AudienceAsync(string? sharedWith, SavedView? now, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(sharedWith))
        {
            return now is null ? (ViewAudience.Me, null) : (now.Audience, now.TeamId);
        }
        var code = sharedWith.StartsWith(TeamPrefix, StringComparison.Ordinal) ? sharedWith[TeamPrefix.Length..] : null;
        var team = code is null ? null : await teams.ByCodeAsync(code, cancellation);
        ViewAudience? audience = sharedWith switch
        {
            "me" => ViewAudience.Me,
            "everybody" => ViewAudience.Everybody,
            _ when team is not null => ViewAudience.Team,
            _ => null,
        };
        if (audience is null)
        {
            refusals.Add(new UnknownValue("sharedWith", sharedWith));
            return default;
        }
        // what is shared already may stay so, whoever changes something else about it
        if ((now?.Audience != audience || now.TeamId != team?.Id) && ViewSharing.Refused(audience.Value, team?.Id, actor) is { } refused)
        {
            refusals.Add(refused);
        }
        return (audience.Value, team?.Id);
    }

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
