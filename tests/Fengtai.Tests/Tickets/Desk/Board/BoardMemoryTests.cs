using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Desk.Board;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk.Board;

/// <summary>The numbers of a board are counted once for all who ask within a moment.</summary>
public sealed class BoardMemoryTests
{
    private readonly Ticking _time = new();
    private readonly BoardMemory _memory;
    private int _counted;

    public BoardMemoryTests() => _memory = new(new(TimeSpan.FromSeconds(3)), _time);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task Numbers_AreGoodForThreeSeconds(int seconds, int counted)
    {
        await _memory.OfAsync("all", Count);
        _time.Seconds += seconds;
        await _memory.OfAsync("all", Count);
        Assert.Equal(counted, _counted);
    }

    [Fact]
    public async Task WhoAskTheSameAtOnce_AreAnsweredByOneCounting()
    {
        var slow = new TaskCompletionSource<Result<BoardNumbers>>();
        var asked = Enumerable.Range(0, 5).Select(_ => _memory.OfAsync("all", () => { _counted++; return slow.Task; })).ToList();
        slow.SetResult(new BoardTakesTooLong());
        await Task.WhenAll(asked);
        await _memory.OfAsync("another", Count);
        Assert.Equal(2, _counted);
    }

    [Fact]
    public async Task Failure_IsNotKept()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _memory.OfAsync("all", () => Task.FromException<Result<BoardNumbers>>(new TimeoutException())));
        await _memory.OfAsync("all", Count);
        Assert.Equal(1, _counted);
    }

    private Task<Result<BoardNumbers>> Count()
    {
        _counted++;
        return Task.FromResult<Result<BoardNumbers>>(new BoardTakesTooLong());
    }

    private sealed class Ticking : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
