using Fengtai.Calendars.Rules;
using Xunit;

namespace Fengtai.Tests.Calendars.Rules;

public sealed class ICalendarDaysTests
{
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270104\nSUMMARY:New Year", "2027-01-01..2027-01-03 休 New Year")]
    [InlineData("DTSTART:20270101T000000Z\nSUMMARY:Long\n  name\\, folded", "2027-01-01 休 Long name, folded")]
    [InlineData("DTSTART;VALUE=DATE:20270101\nSUMMARY:元旦\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270102\nSUMMARY:festival", "2027-01-01 休 元旦")]
    [InlineData("DTSTART;VALUE=DATE:20270109\nSUMMARY:元旦\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY", "2027-01-09 班 元旦")]
    [InlineData("DTSTART;VALUE=DATE:20270109\nSUMMARY:春节补班", "2027-01-09 班 春节补班")]
    [InlineData("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20280101\nSUMMARY:a whole year", "")]
    [InlineData("DTSTART:whenever\nSUMMARY:no day", "")]
    public void AnEntry_IsAsManyDays(string entry, string days) =>
        Assert.Equal(days, HolidayText.Write(ICalendarDays.Read($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{entry.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")));
}
