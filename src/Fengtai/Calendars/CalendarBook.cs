using System.Collections.Frozen;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>The calendars there are, ready for calculating; kept in memory until one of them or a holiday list changes.</summary>
public sealed class CalendarBook(FengtaiDb db, Kept<KeptCalendars> kept)
{
    /// <summary>Null where there is no such calendar. Those that are not offered any more are found, too.</summary>
    public async ValueTask<KeptCalendar?> FindAsync(Guid id, CancellationToken cancellation) => (await AllAsync(cancellation)).ById.GetValueOrDefault(id);

    /// <summary>All of them, those that are offered first, by age.</summary>
    public async ValueTask<IReadOnlyList<KeptCalendar>> ListAsync(CancellationToken cancellation) => (await AllAsync(cancellation)).All;

    /// <summary>The working time that a definition would have, by the holiday lists as they are.</summary>
    /// <param name="from">Where given, there must be working time in the 400 days from this one.</param>
    public async ValueTask<Result<WorkingTime>> CompileAsync(CalendarDefinition definition, DateOnly? from, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        return definition.Holidays.FirstOrDefault(l => !all.Lists.Contains(l)) is var unknown && unknown != Guid.Empty
            ? new UnknownValue("holidays", unknown.ToString())
            : WorkingTime.Compile(definition, all.HolidaysOf(definition), from);
    }

    /// <summary>The working time that a calendar would have with these days of one year in a list that it follows.</summary>
    internal async ValueTask<WorkingTime> WithHolidaysAsync(KeptCalendar calendar, Guid list, int year, IReadOnlyList<HolidayDay> days, CancellationToken cancellation) =>
        WorkingTime.Compile(calendar.Time.Definition, (await AllAsync(cancellation)).With(list, year, days).HolidaysOf(calendar.Time.Definition)).Value;

    /// <summary>What the lists that a calendar follows say of each date.</summary>
    internal async ValueTask<ILookup<DateOnly, HolidayDay>> HolidayNamesAsync(CalendarDefinition definition, CancellationToken cancellation) => (await AllAsync(cancellation)).NamesOf(definition);

    private ValueTask<KeptCalendars> AllAsync(CancellationToken cancellation) => kept.GetAsync(async () =>
    {
        var years = await db.Set<HolidayYear>().AsNoTracking().ToListAsync(cancellation);
        var calendars = await db.Set<StoredCalendar>().AsNoTracking().OrderByDescending(c => c.IsActive).ThenBy(c => c.Id).ToListAsync(cancellation);
        return new KeptCalendars(calendars, years, await db.Set<HolidayList>().AsNoTracking().Select(l => l.Id).ToListAsync(cancellation));
    });
}

/// <summary>A calendar as other practices use it.</summary>
/// <param name="IsActive">Offered where something new is set up.</param>
public sealed record KeptCalendar(Guid Id, Wording Name, WorkingTime Time, bool IsActive);

/// <summary>All calendars at once.</summary>
public sealed class KeptCalendars
{
    private readonly IReadOnlyList<HolidayYear> _years;

    internal KeptCalendars(IEnumerable<StoredCalendar> calendars, IReadOnlyList<HolidayYear> years, IReadOnlyList<Guid> lists)
    {
        Lists = lists;
        _years = years;
        All = [.. calendars.Select(c => new KeptCalendar(c.Id, c.Title, WorkingTime.Compile(c.Definition, HolidaysOf(c.Definition)).Value, c.IsActive))];
        ById = All.ToFrozenDictionary(c => c.Id);
    }

    internal IReadOnlyList<Guid> Lists { get; }

    internal IReadOnlyList<KeptCalendar> All { get; }

    internal FrozenDictionary<Guid, KeptCalendar> ById { get; }

    /// <summary>The lists alone, one year of one of them being another.</summary>
    internal KeptCalendars With(Guid list, int year, IReadOnlyList<HolidayDay> days) =>
        new([], [.. _years.Where(y => y.ListId != list || y.Year != year), new HolidayYear { ListId = list, Year = year, Days = days }], Lists);

    internal HolidayDays HolidaysOf(CalendarDefinition definition)
    {
        var days = _years.Where(y => definition.Holidays.Contains(y.ListId)).SelectMany(y => y.Days).ToLookup(d => d.IsWorked, d => d.Date);
        return new(days[false].ToFrozenSet(), days[true].ToFrozenSet());
    }

    /// <summary>What the lists that a calendar follows say of each date.</summary>
    internal ILookup<DateOnly, HolidayDay> NamesOf(CalendarDefinition definition) =>
        _years.Where(y => definition.Holidays.Contains(y.ListId)).SelectMany(y => y.Days).ToLookup(d => d.Date);
}
