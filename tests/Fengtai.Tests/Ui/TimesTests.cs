using System.Globalization;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Shell;
using Xunit;

namespace Fengtai.Tests.Ui;

public sealed class TimesTests
{
    /// <summary>11:00 in Shanghai.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    private static readonly JsonTexts Texts = new(Composition.Assemblies.SelectMany(TextFile.EmbeddedIn));

    [Theory]
    [InlineData("zh-CN", "2026-11-20T02:05:00Z", "10:05")]
    [InlineData("zh-CN", "2026-11-19T15:59:00Z", "11-19 23:59")]
    [InlineData("zh-CN", "2026-11-19T16:01:00Z", "00:01")]
    [InlineData("zh-CN", "2025-11-19T16:01:00Z", "2025-11-20 00:01")]
    [InlineData("en", "2026-11-19T15:59:00Z", "19 Nov, 23:59")]
    [InlineData("en", "2025-11-19T16:01:00Z", "20 Nov 2025, 00:01")]
    public void Brief_SaysNoMoreThanNeeded_InTheReadersZone(string culture, string time, string expected) =>
        Assert.Equal(expected, In(culture, t => t.Brief(At(time))));

    [Theory]
    [InlineData("zh-CN", "2026-11-20T02:59:30Z", "刚刚")]
    [InlineData("zh-CN", "2026-11-20T03:00:30Z", "刚刚")]
    [InlineData("zh-CN", "2026-11-20T02:55:00Z", "5 分钟前")]
    [InlineData("zh-CN", "2026-11-20T03:05:00Z", "5 分钟后")]
    [InlineData("zh-CN", "2026-11-20T01:00:00Z", "2 小时前")]
    [InlineData("zh-CN", "2026-11-19T08:00:00Z", "昨天 16:00")]
    [InlineData("zh-CN", "2026-11-21T08:00:00Z", "明天 16:00")]
    [InlineData("zh-CN", "2026-11-19T16:30:00Z", "00:30")]
    [InlineData("zh-CN", "2026-11-01T08:00:00Z", "11-01 16:00")]
    [InlineData("en", "2026-11-20T02:59:00Z", "1 min ago")]
    [InlineData("en", "2026-11-20T06:00:00Z", "in 3 h")]
    public void Relative_IsToldFromTheMomentOfTheRequest(string culture, string time, string expected) =>
        Assert.Equal(expected, In(culture, t => t.Relative(At(time))));

    [Theory]
    [InlineData("zh-CN", 0, "不到 1 分")]
    [InlineData("zh-CN", 59, "59 分")]
    [InlineData("zh-CN", 60, "1 小时")]
    [InlineData("zh-CN", 84, "1 小时 24 分")]
    [InlineData("zh-CN", -84, "1 小时 24 分")]
    [InlineData("zh-CN", 1440, "1 天")]
    [InlineData("zh-CN", 3125, "2 天 4 小时")]
    [InlineData("en", 200, "3 h 20 min")]
    public void Span_NamesTheTwoLargestUnits(string culture, int minutes, string expected) =>
        Assert.Equal(expected, In(culture, t => t.Span(TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-20T08:30", "2026-11-20T00:30:00Z")]
    [InlineData("Asia/Shanghai", " 2026-11-20T08:30:15 ", "2026-11-20T00:30:15Z")]
    [InlineData("Asia/Shanghai", "2026-11-20", "2026-11-19T16:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-07-01T12:00", "2026-07-01T10:00:00Z")]
    public void FromInput_IsReadInTheReadersZone(string zone, string typed, string expected) =>
        Assert.Equal(At(expected), In("zh-CN", t => t.FromInput(typed), zone));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01T00:00")]
    [InlineData("2026-11-20T08:30Z")]
    public void FromInput_OfNoTime_IsNull(string? typed) => Assert.Null(In("zh-CN", t => t.FromInput(typed)));

    [Fact]
    public void ForInput_IsWhatFromInputReads() => Assert.Equal(Now, In("en", t => t.FromInput(t.ForInput(Now))));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static T In<T>(string culture, Func<Times, T> ask, string zone = "Asia/Shanghai")
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return ask(new(new() { Now = Now, Culture = CultureInfo.CurrentUICulture, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) }, Texts));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
