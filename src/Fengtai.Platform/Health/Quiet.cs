namespace Fengtai.Platform.Health;

/// <summary>Tells from what is allocated whether anybody is being served, and what may be collected meanwhile.</summary>
internal sealed class Quiet
{
    /// <summary>Bytes from one look to the next. The server's own rounds need a quarter of that, a single page more.</summary>
    public const long OwnRounds = 4 << 20;

    /// <summary>Bytes that may gather before the young ones are collected.</summary>
    public const long Young = 4 << 20;

    /// <summary>Bytes that may gather before everything is.</summary>
    public const long All = 24 << 20;

    private long _seen;
    private long _collected;
    private long? _collectedAll;

    /// <param name="allocated">Bytes since the process began.</param>
    public Collecting Look(long allocated)
    {
        var since = allocated - _seen;
        _seen = allocated;
        if (since >= OwnRounds)
        {
            // whatever it was, it is over once it is quiet
            _collectedAll = null;
            return Collecting.Nothing;
        }
        if (_collectedAll is not null && allocated - _collected < Young)
        {
            return Collecting.Nothing;
        }
        _collected = allocated;
        if (allocated - _collectedAll < All)
        {
            return Collecting.Young;
        }
        _collectedAll = allocated;
        return Collecting.Everything;
    }
}

internal enum Collecting
{
    Nothing,

    /// <summary>A millisecond or two.</summary>
    Young,

    /// <summary>Some fifty milliseconds; what is free goes back to the system.</summary>
    Everything,
}
