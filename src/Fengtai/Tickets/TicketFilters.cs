using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>What does a filter mean for this actor, now? <c>me</c>, teams, people, categories and relative times are looked up; what is not known is refused by name.</summary>
internal sealed class TicketFilters(People people, Teams teams, Categories categories, TimeProvider time)
{
    private IReadOnlyDictionary<string, Guid>? _teams;

    /// <summary>The filter of a query string.</summary>
    public Task<Result<TicketFilter>> ReadAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        var unknown = Unknown(query);
        return unknown.Count > 0
            ? Task.FromResult(Result<TicketFilter>.Refused(unknown))
            : ReadAsync(FilterTerm.Read(Parameters(query)), actor, cancellation);
    }

    /// <summary>What is turned round and is no filter: left alone, it would widen the list instead of narrowing it.</summary>
    public static IReadOnlyList<Refusal> Unknown(IQueryCollection query) =>
        [.. query.Keys.Where(k => k.StartsWith('-') && FilterTerm.FieldOf(k) is null).Select(k => new UnknownValue(k, query[k].ToString()))];

    public static IEnumerable<KeyValuePair<string, string>> Parameters(IQueryCollection query) => query.SelectMany(p => p.Value.OfType<string>().Select(v => KeyValuePair.Create(p.Key, v)));

    public async Task<Result<TicketFilter>> ReadAsync(IReadOnlyList<FilterTerm> terms, Actor actor, CancellationToken cancellation)
    {
        var refusals = terms.SelectMany(t => t.Refusals()).ToList();
        var conditions = new List<TicketCondition>();
        if (refusals.Count == 0)
        {
            foreach (var term in terms)
            {
                conditions.Add(await ConditionAsync(term, actor, refusals, cancellation) with { IsNot = term.IsNot != (term.Values is [FilterFields.No] && FilterFields.KindOf(term.Field) == FilterKind.Flag) });
            }
        }
        return refusals.Count > 0 ? Result<TicketFilter>.Refused(refusals) : new TicketFilter(conditions);
    }

    private async Task<TicketCondition> ConditionAsync(FilterTerm term, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        var (field, orNone) = (term.Field, term.Has(FilterFields.None));
        var values = term.Values.Where(v => v != FilterFields.None).ToList();
        return FilterFields.KindOf(field) switch
        {
            FilterKind.Words => new Speaks(values[0]),
            FilterKind.Choice when field == FilterField.Status => InStatus.Read(values),
            FilterKind.Choice => new HasWord(field, values, orNone),
            FilterKind.Written => new RequesterIsOf(field, values, orNone),
            FilterKind.Flag when field == FilterField.Soon => new IsSoon(time.GetUtcNow()),
            FilterKind.Flag => new IsSo(field),
            FilterKind.Moment => orNone ? new Never(field) : new Within(field, Period.Read(values[0], time.GetUtcNow(), actor.Zone)!.Value),
            FilterKind.Category => new RefersTo(field, await CategoriesAsync(term, values, refusals, cancellation), orNone),
            FilterKind.Team => new RefersTo(field, await TeamsAsync(term, values, actor, refusals, cancellation), orNone),
            FilterKind.Person when field == FilterField.Watcher => new WatchedBy(await PeopleAsync(term, values, actor, refusals, cancellation)) { MembersOf = term.Has(FilterFields.MyTeams) ? [.. actor.Teams] : [] },
            FilterKind.Person => new RefersTo(field, await PeopleAsync(term, values, actor, refusals, cancellation), orNone) { MembersOf = term.Has(FilterFields.MyTeams) ? [.. actor.Teams] : [] },
        };
    }

    private async Task<IReadOnlyList<Guid>> CategoriesAsync(FilterTerm term, List<string> codes, List<Refusal> refusals, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var found = new HashSet<Guid>();
        foreach (var code in codes)
        {
            if (tree.ByCode(code) is { } top)
            {
                found.UnionWith(tree.Below(top).Select(c => c.Id));
            }
            else
            {
                refusals.Add(new UnknownValue(term.Name, code));
            }
        }
        return [.. found];
    }

    private async Task<IReadOnlyList<Guid>> TeamsAsync(FilterTerm term, List<string> codes, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        foreach (var code in codes)
        {
            if (code is FilterFields.MyTeams or FilterFields.Mine)
            {
                found.UnionWith(actor.Teams);
            }
            else if ((_teams ??= (await teams.AllAsync(cancellation)).ToDictionary(t => t.Code, t => t.Id)).TryGetValue(code, out var team))
            {
                found.Add(team);
            }
            else
            {
                refusals.Add(new UnknownValue(term.Name, code));
            }
        }
        return [.. found];
    }

    private async Task<IReadOnlyList<Guid>> PeopleAsync(FilterTerm term, List<string> logins, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        foreach (var login in logins.Where(l => l != FilterFields.MyTeams))
        {
            if (login == FilterFields.Me)
            {
                found.Add(actor.Id);
            }
            else if (await people.ByLoginAsync(login, cancellation) is { } person)
            {
                found.Add(person.Id);
            }
            else
            {
                refusals.Add(new UnknownValue(term.Name, login));
            }
        }
        return [.. found];
    }
}
