namespace Fengtai.Tests.Support;

/// <summary>Stands still until a test moves it. Timers and stopwatches run as ever.</summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>A Monday, 09:00 in Beijing.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private DateTimeOffset _now = Start;

    public DateTimeOffset Now
    {
        get { lock (_lock) { return _now; } }
        set { lock (_lock) { _now = value; } }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }
}
