using Fengtai.Calendars.Rules;

namespace Fengtai.Calendars.Defaults;

/// <summary>The days off and make-up days that are shipped, by the notice of each year.</summary>
internal static class ChineseHolidays
{
    private const string File = "Fengtai.Calendars.Defaults.chinese-holidays.txt";

    /// <summary>A notice may begin with the last days of the year before.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<HolidayDay>> ByYear()
    {
        using var text = new StreamReader(typeof(ChineseHolidays).Assembly.GetManifestResourceStream(File)!);
        return text.ReadToEnd().Split("\n\n").Select(notice => HolidayText.Read(notice).Value).Where(days => days.Count > 0).ToDictionary(days => days[^1].Date.Year);
    }
}
