using Fengtai.Tickets;
using Fengtai.Tickets.Desk;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Counts are asked for once in a while, and anew by whoever has changed something.</summary>
public sealed class CountsMemoryTests
{
    private static readonly Guid Somebody = Guid.NewGuid();
    private readonly Ticking _time = new();
    private readonly CountsMemory _memory;
    private int _counted;

    public CountsMemoryTests() => _memory = new(new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)), _time);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(60, 2)]
    public async Task Counts_AreGoodForTwoSeconds(int seconds, int counted)
    {
        await AskAsync();
        _time.Seconds += seconds;
        await AskAsync();
        Assert.Equal(counted, _counted);
    }

    [Fact]
    public async Task OneCountsAnew_WhileTheOthersGoOnWithWhatIsKnown()
    {
        await AskAsync();
        _time.Seconds += 3;
        var slow = new TaskCompletionSource<IReadOnlyList<TicketCount?>>();
        var first = _memory.OfAsync(Somebody, "mine", () => slow.Task);
        Assert.Equal(1, (await AskAsync())[0]!.Value.Number);
        slow.SetResult([new(9, false)]);
        Assert.Equal(9, (await first)[0]!.Value.Number);
        Assert.Equal(9, (await AskAsync())[0]!.Value.Number);
        Assert.Equal(1, _counted);
    }

    [Fact]
    public async Task OtherViews_OtherPeople_AndWhoHasActed_AreCountedAtOnce()
    {
        await AskAsync();
        await _memory.OfAsync(Somebody, "mine\nanother", CountAsync);
        await _memory.OfAsync(Guid.NewGuid(), "mine\nanother", CountAsync);
        _memory.Forget(Somebody);
        await _memory.OfAsync(Somebody, "mine\nanother", CountAsync);
        Assert.Equal(4, _counted);
    }

    private Task<IReadOnlyList<TicketCount?>> AskAsync() => _memory.OfAsync(Somebody, "mine", CountAsync);

    private Task<IReadOnlyList<TicketCount?>> CountAsync() => Task.FromResult<IReadOnlyList<TicketCount?>>([new(++_counted, false)]);

    private sealed class Ticking : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
