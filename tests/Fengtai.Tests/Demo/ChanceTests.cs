using Fengtai.Demo;
using Xunit;

namespace Fengtai.Tests.Demo;

public sealed class ChanceTests
{
    [Fact]
    public void Chance_OfTheSameSeed_FallsTheSame()
    {
        var (one, other) = (new Chance(7), new Chance(7));
        Assert.Equal(Enumerable.Range(0, 100).Select(_ => one.Below(1000)), Enumerable.Range(0, 100).Select(_ => other.Below(1000)));
    }

    [Fact]
    public void Chance_FallsEverywhereAlike()
    {
        var chance = new Chance(7);
        var counts = Enumerable.Range(0, 10_000).CountBy(_ => chance.Between(1, 10)).ToDictionary();
        Assert.Equal(Enumerable.Range(1, 10), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Chance_WithWeights_FollowsThem()
    {
        var chance = new Chance(7);
        var counts = Enumerable.Range(0, 10_000).CountBy(_ => chance.Of(["never", "one", "three"], w => w == "never" ? 0 : w == "one" ? 1 : 3)).ToDictionary();
        Assert.DoesNotContain("never", counts.Keys);
        Assert.InRange(counts["three"], 7200, 7800);
    }
}
