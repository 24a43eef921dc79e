using Fengtai.Platform.Health;
using Xunit;

namespace Fengtai.Tests.Health;

/// <summary>When memory is given back: what was allocated until each look, and what is collected then.</summary>
public sealed class QuietTests
{
    private const long Start = 50 << 20;
    private const long Page = Quiet.OwnRounds;
    private const long Round = 1 << 20;

    [Fact]
    public void AfterTheStart_Everything_ThenTheYoungNowAndThen_AndSometimesEverythingAgain()
    {
        Collecting[] young = [Collecting.Nothing, Collecting.Nothing, Collecting.Nothing, Collecting.Young];
        Assert.Equal(
            [Collecting.Nothing, Collecting.Everything, .. young, .. young, .. young, .. young, .. young, Collecting.Nothing, Collecting.Nothing, Collecting.Nothing, Collecting.Everything],
            Looks([Start, .. Enumerable.Repeat(Round, 25)]));
    }

    [Fact]
    public void WhileSomebodyIsServed_Nothing() => Assert.All(Looks([Start, .. Enumerable.Repeat(Page, 20)]), c => Assert.Equal(Collecting.Nothing, c));

    [Fact]
    public void AfterABusyTime_EverythingAgain() => Assert.Equal(
        [Collecting.Nothing, Collecting.Everything, Collecting.Nothing, Collecting.Nothing, Collecting.Nothing, Collecting.Everything, Collecting.Nothing],
        Looks([Start, Round, Round, Page, 100 * Page, Round, Round]));

    /// <param name="allocated">From one look to the next.</param>
    private static IEnumerable<Collecting> Looks(IEnumerable<long> allocated)
    {
        var (quiet, sum) = (new Quiet(), 0L);
        return [.. allocated.Select(bytes => quiet.Look(sum += bytes))];
    }
}
