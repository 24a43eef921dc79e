using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class PresenceTimesTests
{
    [Theory]
    [InlineData(false, false, 1, false)]
    [InlineData(false, false, 19, false)]
    [InlineData(false, false, 20, true)]
    [InlineData(false, true, 1, false)]
    [InlineData(false, true, 2, true)]
    [InlineData(true, false, 2, true)]
    [InlineData(true, true, 19, false)]
    [InlineData(true, true, 20, true)]
    public void PageIsWritten_WhenItsTimeIsDue_OrWhenWritingBeganOrEnded(bool was, bool isNow, int seconds, bool isWritten) =>
        Assert.Equal(isWritten, PresenceTimes.MustWrite(was, isNow, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void OneBeatMayBeLost() => Assert.True(PresenceTimes.Beat * 2 < PresenceTimes.Lease);
}
