using Fengtai.Identity.Rules;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Identity.Rules;

public sealed class LockoutTests
{
    private static readonly DateTimeOffset Now = FakeClock.Start;

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(3, 4, false)]
    [InlineData(4, 5, true)]
    public void FifthFailureInARow_Locks(int before, int after, bool locks)
    {
        var next = new FailedAttempts(before, Now.AddMinutes(-1), null).AfterFailure(Now);
        Assert.Equal(after, next.Failed);
        Assert.Equal(locks ? Now.AddMinutes(15) : null, next.LockedUntil);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(899, true)]
    [InlineData(900, false)]
    public void Lock_LastsFifteenMinutes(int secondsLater, bool isLocked) =>
        Assert.Equal(isLocked, new FailedAttempts(5, Now, Now.AddMinutes(15)).IsLocked(Now.AddSeconds(secondsLater)));

    [Fact]
    public void AfterALock_CountingBeginsAnew() =>
        Assert.Equal(new(1, Now, null), new FailedAttempts(5, Now.AddMinutes(-15), Now).AfterFailure(Now));

    [Theory]
    [InlineData(23, 5)]
    [InlineData(24, 1)]
    public void Failures_AreForgottenAfterADay(int hours, int failed) =>
        Assert.Equal(failed, new FailedAttempts(4, Now.AddHours(-hours), null).AfterFailure(Now).Failed);
}
