namespace Fengtai.Calendars;

/// <summary>What every desk has from the beginning.</summary>
public static class CalendarIds
{
    /// <summary>7×24.</summary>
    public static readonly Guid AlwaysOpen = new("0199aa00-0000-7000-8000-000000000c01");

    /// <summary>中国办公时间: Monday to Friday, 08:30–12:00 and 13:30–17:30 in Beijing, by the Chinese holiday list.</summary>
    public static readonly Guid ChineseOffice = new("0199aa00-0000-7000-8000-000000000c02");

    /// <summary>中国法定节假日: days off and make-up days by the notices of the State Council.</summary>
    public static readonly Guid ChineseHolidays = new("0199aa00-0000-7000-8000-000000000c03");
}
