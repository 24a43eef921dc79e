using System.Globalization;
using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Platform.Events;

namespace Fengtai.Notifications;

/// <summary>Whoever keeps the calendars is told when the next year's holidays are missing.</summary>
internal sealed class TellOfMissingHolidays(Notices notices, Capabilities capabilities) : IReaction<HolidayYearIsMissing>
{
    public const string Kind = "holidaysMissing";

    public async Task ReactAsync(Occurrence<HolidayYearIsMissing> occurrence, Work work, CancellationToken cancellation)
    {
        var keepers = await capabilities.WhoMayAsync(CalendarPermissions.Administer, cancellation);
        var year = occurrence.Event.Year.ToString(CultureInfo.InvariantCulture);
        await notices.TellAsync(keepers.Select(k => k.Id), new(Kind, "notifications.holidaysMissing", [year], $"/admin/holidays/{occurrence.Subject.Id}?year={year}"), occurrence.Actor, cancellation);
    }
}
