using System.Globalization;
using Fengtai.ServiceLevels;
using Xunit;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>Which months a report is about.</summary>
public sealed class ReportMonthsTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData(null, null, "2026-09..2026-11")]
    [InlineData("", "", "2026-09..2026-11")]
    [InlineData("2026-10", null, "2026-10..2026-11")]
    [InlineData(null, "2026-02", "2025-12..2026-02")]
    [InlineData("2026-10", "2026-10", "2026-10..2026-10")]
    [InlineData("2024-12", "2026-11", "2024-12..2026-11")]
    [InlineData("2026-10", "2031-01", "2026-10..2026-11")]
    [InlineData("2026-11", "2026-10", "unknownValue")]
    [InlineData("2026-12", null, "unknownValue")]
    [InlineData("2024-11", "2026-11", "reportIsTooLong")]
    [InlineData("november", null, "unknownValue")]
    [InlineData("2026-11-01", null, "unknownValue")]
    [InlineData("0001-01", "0001-01", "unknownValue")]
    public void Months_AreReadFromTheAddress(string? from, string? to, string expected)
    {
        var read = ReportMonths.Read(from, to, Today);
        Assert.Equal(expected, read.IsRefused ? read.Refusal.Code : $"{ReportMonths.Text(read.Value.First)}..{ReportMonths.Text(read.Value.Last)}");
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-10", "2026-09-30 16:00, 2026-10-31 16:00")]
    [InlineData("Europe/Berlin", "2026-10", "2026-09-30 22:00, 2026-10-31 23:00")]
    // midnight comes twice
    [InlineData("America/Havana", "2026-11", "2026-11-01 04:00, 2026-12-01 05:00")]
    [InlineData("UTC", "2026-02", "2026-02-01 00:00, 2026-03-01 00:00")]
    public void Borders_AreMidnightsOfTheZone(string zone, string month, string expected) => Assert.Equal(
        expected,
        string.Join(", ", ReportMonths.Read(month, month, Today).Value.Borders(TimeZoneInfo.FindSystemTimeZoneById(zone)).Select(b => b.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
}
