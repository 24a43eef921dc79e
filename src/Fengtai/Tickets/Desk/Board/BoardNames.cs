using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>Gives the numbers of a board their names and their tickets.</summary>
internal sealed class BoardNames(BoardLoads loads, BoardOffers offers, IStringLocalizer texts)
{
    private static readonly IReadOnlyList<Priority> Priorities = [.. Enum.GetValues<Priority>()];

    public async Task<BoardModel> OfAsync(BoardAddress address, BoardPeriod period, BoardNumbers numbers, Actor actor, CancellationToken cancellation)
    {
        var (open, now, zone) = (numbers.Open, numbers.AsOf, actor.Zone);
        var isOpen = Is(FilterField.Status, FilterFields.Open);
        var solved = Is(FilterField.Resolved, period.Text);
        var lines = InStatus.Open.Select(s => Line(address, open, s)).ToList();
        var days = Days(address, period, numbers.Days, zone);
        var whole = address.Figure(numbers.Days.Solved.Sum(), solved);
        return new(address)
        {
            AsOf = now,
            Zone = zone,
            Period = period,
            States = lines,
            ByPriority = [.. Priorities.Select((p, i) => address.Figure(lines.Sum(l => l.ByPriority[i].Count), isOpen, Is(FilterField.Priority, Words.Of(p))))],
            Open = address.Figure(lines.Sum(l => l.All.Count), isOpen),
            Fresh = lines.Single(l => l.Status == TicketStatus.New).All,
            OnHold = lines.Single(l => l.Status == TicketStatus.Waiting).All,
            Unassigned = address.Figure(open.Of(OpenNumbers.Unassigned), Is(FilterField.Status, "accepted", "assigned", "inProgress", "waiting"), Is(FilterField.Assignee, FilterFields.None)),
            Overdue = address.Figure(open.Of(OpenNumbers.Overdue), isOpen, Is(FilterField.Due, new Period(null, now).Text)),
            DueSoon = address.Figure(open.Of(OpenNumbers.DueSoon), isOpen, Is(FilterField.Soon, FilterFields.Yes), Is(FilterField.Due, new Period(now, null).Text)),
            Incomplete = address.Figure(open.Of(OpenNumbers.Incomplete), isOpen, Is(FilterField.Incomplete, FilterFields.Yes)),
            OutOfScope = address.Figure(open.Of(OpenNumbers.OutOfScope), isOpen, Is(FilterField.OutOfScope, FilterFields.Yes)),
            Waiting = [.. Enum.GetValues<WaitReason>().Select(r => new BoardRow(Words.Of(r), texts.Of(r), address.Figure(
                open.Of(OpenNumbers.Reason, Words.Of(r)), Is(FilterField.Status, Words.Of(TicketStatus.Waiting)), Is(FilterField.WaitReason, Words.Of(r)))))],
            Ages = [.. TicketAges.All.Select(a => new BoardRow(Words.Of(a), texts.Of(a), address.Figure(
                open.Groups[OpenNumbers.Age].Where(n => TicketAges.After(int.Parse(n.Word, System.Globalization.CultureInfo.InvariantCulture)) == a).Sum(n => n.Count),
                isOpen,
                Is(FilterField.Opened, TicketAges.OpenedWithin(a, now).Text))))],
            Days = days,
            Hours = Hours(address, numbers, zone),
            Opened = address.Figure(numbers.Days.Opened.Sum(), Is(FilterField.Opened, period.Text)),
            Solved = whole,
            FirstContact = new(address.Figure(numbers.Days.AtFirstContact, solved, Is(FilterField.FirstContact, FilterFields.Yes)), whole),
            Reopened = new(address.Figure(numbers.Days.AfterReopening, solved, Is(FilterField.Reopened, FilterFields.Yes)), whole),
            Teams = await loads.TeamsAsync(address, numbers, zone, cancellation),
            Categories = await loads.CategoriesAsync(address, numbers, zone, cancellation),
            Choices = await offers.OfAsync(address, cancellation),
        };
    }

    public static FilterTerm Is(FilterField field, params string[] values) => new(field, false, values);

    private static BoardLine Line(BoardAddress address, OpenNumbers open, TicketStatus status)
    {
        var term = Is(FilterField.Status, Words.Of(status));
        return new(
            status,
            [.. Priorities.Select(p => address.Figure(open.Of(status, p), term, Is(FilterField.Priority, Words.Of(p))))],
            address.Figure(Priorities.Sum(p => open.Of(status, p)), term));
    }

    private static IReadOnlyList<BoardStretch> Days(BoardAddress address, BoardPeriod period, DayNumbers numbers, TimeZoneInfo zone)
    {
        var borders = Slices.Days(period.First, period.Last, zone);
        return [.. numbers.Opened.Select((opened, i) =>
        {
            var day = period.First.AddDays(i);
            var text = BoardPeriod.TextOf(day, day);
            return new BoardStretch(borders[i], borders[i + 1], address.Figure(opened, Is(FilterField.Opened, text)), address.Figure(numbers.Solved[i], Is(FilterField.Resolved, text)));
        })];
    }

    private static IReadOnlyList<BoardStretch> Hours(BoardAddress address, BoardNumbers numbers, TimeZoneInfo zone)
    {
        var borders = Slices.Hours(Slices.DayOf(numbers.AsOf, zone), zone);
        return [.. Enumerable.Range(0, borders.Count - 1).Select(i =>
        {
            var text = new Period(borders[i], borders[i + 1]).Text;
            return new BoardStretch(
                borders[i],
                borders[i + 1],
                address.Figure(numbers.Opened.Where(n => n.Hour == i).Sum(n => n.Count), Is(FilterField.Opened, text)),
                address.Figure(numbers.Solved.Where(n => n.Hour == i).Sum(n => n.Count), Is(FilterField.Resolved, text)));
        })];
    }
}
