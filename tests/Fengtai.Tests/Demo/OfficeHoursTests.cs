using System.Globalization;
using Fengtai.Demo;
using Fengtai.Demo.Days;
using Xunit;

namespace Fengtai.Tests.Demo;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-03-02 09:00", 30, "2026-03-02 09:30")]
    [InlineData("2026-03-02 11:50", 20, "2026-03-02 13:10")] // lunch
    [InlineData("2026-03-02 07:00", 15, "2026-03-02 08:45")] // before work
    [InlineData("2026-03-02 17:20", 20, "2026-03-03 08:40")] // over night
    [InlineData("2026-03-06 17:20", 20, "2026-03-09 08:40")] // over the weekend
    [InlineData("2026-04-30 17:20", 20, "2026-05-04 08:40")] // over a holiday
    [InlineData("2026-03-02 08:30", 960, "2026-03-04 08:30")] // two days of eight hours
    public void Work_GoesOnInOfficeHoursAlone(string at, int minutes, string then) =>
        Assert.Equal(Beijing(then), OfficeHours.After(Beijing(at), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Requests_ComeAsInAChineseCompany()
    {
        var now = Beijing("2026-03-02 10:00");
        var all = Arrivals.Before(now, 3000, new Chance(1)).Select(a => a.ToOffset(OfficeHours.Offset)).ToList();

        Assert.InRange(all.Count, 2850, 3150);
        Assert.All(all, at => Assert.True(at < now));
        var mondays = all.Count(a => a is { DayOfWeek: DayOfWeek.Monday, Hour: >= 8 and < 12 });
        Assert.All([DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], day => Assert.True(mondays > all.Count(a => a.DayOfWeek == day && a.Hour is >= 8 and < 12)));
        Assert.True(all.Count(a => a.Hour == 12) * 2 < all.Count(a => a.Hour == 11));
        Assert.InRange(all.Count(a => a.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), 20, 200);
    }

    private static DateTimeOffset Beijing(string time) => new(DateTime.Parse(time, CultureInfo.InvariantCulture), OfficeHours.Offset);
}
