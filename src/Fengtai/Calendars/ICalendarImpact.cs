namespace Fengtai.Calendars;

/// <summary>
/// A practice that has promised something by calendars says what a change would move, before it is saved. Calendars stand below them and
/// know nothing of promises; each is registered as this, and there may be none.
/// </summary>
public interface ICalendarImpact
{
    /// <summary>What would move if the calendar had this working time from now on; nothing is changed.</summary>
    Task<IReadOnlyList<CalendarImpact>> MeasureAsync(Guid calendar, WorkingTime changed, CancellationToken cancellation);
}

/// <summary>How far things of one kind would move.</summary>
/// <param name="TextKey">What they are called: a text of the practice, such as "open resolution clocks".</param>
/// <param name="All">How many go by this calendar; those that are neither earlier nor later stay.</param>
/// <param name="MostEarlier">By how much at most.</param>
/// <param name="Href">The list of them; null where there is none.</param>
public sealed record CalendarImpact(string TextKey, int All, int Earlier, int Later, TimeSpan MostEarlier, TimeSpan MostLater, string? Href = null);
