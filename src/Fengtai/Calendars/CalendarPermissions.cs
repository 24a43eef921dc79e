using Fengtai.Platform.Access;

namespace Fengtai.Calendars;

/// <summary>Whoever is shown a promise may know the calendar behind it; changing calendars is a right.</summary>
public static class CalendarPermissions
{
    /// <summary>Edit calendars and holiday lists.</summary>
    public static readonly Permission Administer = new("calendars.administer");
}
