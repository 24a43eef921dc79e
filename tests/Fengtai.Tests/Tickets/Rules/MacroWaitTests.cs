using System.Globalization;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>Until when a macro puts on hold.</summary>
public sealed class MacroWaitTests
{
    [Theory]
    [InlineData("2026-11-20T02:00:00Z", 1, "Asia/Shanghai", "2026-11-21T01:00:00Z")]
    [InlineData("2026-11-20T17:30:00Z", 1, "Asia/Shanghai", "2026-11-22T01:00:00Z")]
    [InlineData("2026-03-27T12:00:00Z", 3, "Europe/Berlin", "2026-03-30T07:00:00Z")]
    public void Wait_EndsInTheMorning_ByTheClockOfWhoeverRunsIt(string now, int days, string zone, string until) =>
        Assert.Equal(At(until), MacroWait.Until(At(now), days, TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
