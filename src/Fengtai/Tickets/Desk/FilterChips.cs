using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The filters of an address in the reader's words, with what can be chosen in each.</summary>
internal sealed class FilterChips(Teams teams, Categories categories, People people, Times times, IStringLocalizer texts)
{
    /// <summary>At hand even when they are not set.</summary>
    private static readonly FilterField[] AtHand = [FilterField.Words, FilterField.Status, FilterField.Priority, FilterField.Team, FilterField.Assignee];

    /// <param name="adding">The field whose editor is to be open.</param>
    public async Task<IReadOnlyList<FilterChip>> OfAsync(QueueAddress address, string? adding, CancellationToken cancellation)
    {
        var wanted = adding is null ? null : FilterFields.Named(adding);
        var unset = AtHand.Concat(wanted is { } field ? [field] : []).Distinct().Where(f => address.Terms.All(t => t.Field != f)).Select(f => new FilterTerm(f, false, []));
        var chips = new List<FilterChip>();
        foreach (var term in address.Terms.Concat(unset).OrderBy(t => t.Values.Count == 0).ThenBy(t => t.Field == wanted))
        {
            chips.Add(await ChipAsync(term, address, cancellation) with { IsOpen = term.Field == wanted && !term.IsNot });
        }
        return chips;
    }

    public IReadOnlyList<FilterOffer> Offers(QueueAddress address) =>
        [.. FilterFields.All.Select(f => new FilterOffer(texts.Of(f), address.Adding(f), texts[GroupOf(f)]))];

    private async Task<FilterChip> ChipAsync(FilterTerm term, QueueAddress address, CancellationToken cancellation)
    {
        var options = await OptionsAsync(term, cancellation);
        return new()
        {
            Term = term,
            Label = texts.Of(term.Field),
            Options = options,
            Said = term.Values.Select(v => options.FirstOrDefault(o => o.Value == v)?.Text ?? v).DefaultIfEmpty("").Aggregate((all, one) => texts["ui.list", all, one]),
            RemoveHref = address.Without(term).Href,
            NegateHref = address.Negated(term).Href,
            Keep = [.. address.Keep(term)],
        };
    }

    private async Task<IReadOnlyList<Option>> OptionsAsync(FilterTerm term, CancellationToken cancellation)
    {
        var none = FilterFields.MayBeNone(term.Field) ? new[] { new Option(FilterFields.None, texts[NoneOf(term.Field)]) } : [];
        return FilterFields.KindOf(term.Field) switch
        {
            FilterKind.Words => [],
            FilterKind.Choice or FilterKind.Flag => [.. FilterFields.ChoicesOf(term.Field).Select(c => new Option(c, SaidOf(term.Field, c))), .. none],
            FilterKind.Team => [new(FilterFields.MyTeams, texts["desk.queue.team.mine"]), .. await TeamsAsync(cancellation), .. none],
            FilterKind.Category => [.. await CategoriesAsync(cancellation), .. none],
            FilterKind.Person => [new(FilterFields.Me, texts["desk.queue.assignee.me"]), new(FilterFields.MyTeams, texts["desk.filter.myTeams"]), .. none, .. await PeopleAsync(term, cancellation)],
            FilterKind.Written => [.. none, .. term.Values.Where(v => v != FilterFields.None).Select(v => new Option(v, v))],
            FilterKind.Moment => [.. Periods(term).Select(p => new Option(p, PeriodSaid(p))), .. none],
        };
    }

    private async Task<IEnumerable<Option>> TeamsAsync(CancellationToken cancellation) =>
        (await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, new Wording(t.Name, t.NameEn).ToString()));

    private async Task<IEnumerable<Option>> CategoriesAsync(CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return tree.InOrder.Select(c => new Option(c.Code, tree.PathNameOf(c)));
    }

    private async Task<IEnumerable<Option>> PeopleAsync(FilterTerm term, CancellationToken cancellation)
    {
        var chosen = new List<Option>();
        foreach (var login in term.Values.Except([FilterFields.Me, FilterFields.MyTeams, FilterFields.None]))
        {
            chosen.Add(new(login, (await people.ByLoginAsync(login, cancellation))?.Name ?? login));
        }
        return chosen;
    }

    private static IEnumerable<string> Periods(FilterTerm term) =>
        (term.Field == FilterField.Due ? Period.Ahead : Period.Usual).Concat(term.Values.Where(v => v != FilterFields.None)).Distinct();

    private string PeriodSaid(string period) =>
        Period.Usual.Contains(period) || Period.Ahead.Contains(period) ? texts[$"tickets.period.{period}"]
        : Period.Count(period) is { } days ? days.Back > 0 ? texts["tickets.period.lastDays", days.Back] : texts["tickets.period.nextDays", days.Ahead]
        : Period.Sides(period) is { } sides ? (sides.From, sides.To) switch
        {
            var (from, to) when from == to => Day(from),
            (var from, "") => texts["tickets.period.since", Day(from)],
            ("", var to) => texts["tickets.period.until", Day(to)],
            var (from, to) => $"{Day(from)} – {Day(to)}",
        }
        // words are told already: what is left are moments, which are the same in every zone
        : Period.Read(period, default, TimeZoneInfo.Utc) is { } moments ? moments switch
        {
            { From: { } from, To: { } to } => $"{times.Brief(from)} – {times.Brief(to)}",
            { From: { } from } => texts["tickets.period.since", times.Brief(from)],
            { To: { } to } => texts["tickets.period.before", times.Brief(to)],
            _ => period,
        }
        : period;

    private string Day(string day) => times.Date(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private string SaidOf(FilterField field, string word) => (field, word) switch
    {
        (FilterField.Status, FilterFields.Open) => texts["desk.queue.status.open"],
        (FilterField.Status, _) => texts.Of(Words.Parse<TicketStatus>(word)),
        (FilterField.Priority, _) => texts.Of(Words.Parse<Priority>(word)),
        (FilterField.Type, _) => texts.Of(Words.Parse<TicketType>(word)),
        (FilterField.Channel, _) => texts.Of(Words.Parse<Channel>(word)),
        (FilterField.Impact, _) => texts.Of(Words.Parse<Impact>(word)),
        (FilterField.Urgency, _) => texts.Of(Words.Parse<Urgency>(word)),
        (FilterField.WaitReason, _) => texts.Of(Words.Parse<WaitReason>(word)),
        (FilterField.CloseCode, _) => texts.Of(Words.Parse<CloseCode>(word)),
        (_, FilterFields.Yes) => texts["desk.filter.yes"],
        _ => texts["desk.filter.no"],
    };

    private static string NoneOf(FilterField field) => field switch
    {
        FilterField.Assignee => "desk.queue.assignee.none",
        FilterField.Resolved or FilterField.Closed => "desk.filter.notYet",
        _ => "desk.filter.none",
    };

    private static string GroupOf(FilterField field) => FilterFields.KindOf(field) switch
    {
        _ when field is FilterField.Requester or FilterField.ReportedBy or FilterField.Department or FilterField.Site or FilterField.Vip => "desk.filter.group.requester",
        FilterKind.Person or FilterKind.Team => "desk.filter.group.staff",
        FilterKind.Flag => "desk.filter.group.marks",
        FilterKind.Moment => "desk.filter.group.times",
        _ => "desk.filter.group.request",
    };
}
