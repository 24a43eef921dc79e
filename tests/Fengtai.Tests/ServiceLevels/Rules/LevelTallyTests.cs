using Fengtai.ServiceLevels.Rules;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>Counts, shares and percentiles of decided clocks.</summary>
public sealed class LevelTallyTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("7", 7.0, 7.0)]
    [InlineData("10 20", 15.0, 19.0)]
    [InlineData("30 10 20", 20.0, 28.0)]
    [InlineData("5 5 5 5 5 5 5 5 5 100", 5.0, 14.5)]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10", 5.0, 9.0)]
    public void Percentiles_AreThoseOfTheDatabase(string minutes, double? median, double? p90)
    {
        var tally = Of(minutes);
        Assert.Equal((median, p90), (Rounded(tally.Figures.Median), Rounded(tally.Figures.P90)));
    }

    [Fact]
    public void SumOfTallies_IsTheTallyOfAll()
    {
        var (all, sum) = (Of("1 2 3 50 60 7"), Of("1 2 3"));
        sum.Add(Of("50 60 7"));
        sum.Add(met: false, minutes: null, count: 2);
        all.Add(met: false, minutes: null, count: 2);
        Assert.Equal(all.Figures, sum.Figures);
        Assert.Equal((6, 2, 2), (sum.Figures.Met, sum.Figures.Missed, sum.Figures.Open));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "100")]
    [InlineData(2, 1, "66.6")]
    [InlineData(99_999, 1, "99.9")]
    [InlineData(0, 3, "0")]
    public void Share_IsNeverRoundedUp(int met, int missed, string? share)
    {
        var tally = new LevelTally();
        tally.Add(met: true, 1, met);
        tally.Add(met: false, 1, missed);
        Assert.Equal(share is null ? null : decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), tally.Figures.Share);
    }

    private static LevelTally Of(string minutes)
    {
        var tally = new LevelTally();
        foreach (var one in minutes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            tally.Add(met: true, int.Parse(one, System.Globalization.CultureInfo.InvariantCulture), 1);
        }
        return tally;
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 6) : null;
}
