namespace Fengtai.Tickets.Rules;

/// <summary>How often a page that is open says so, and how long that holds.</summary>
internal static class PresenceTimes
{
    /// <summary>A page is written anew so often.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>Who has not been heard of for so long is gone: a node died with their page.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>A page comes again within this, and is asked again whether it may see the ticket.</summary>
    public static readonly TimeSpan SightHolds = TimeSpan.FromMinutes(5);

    /// <summary>Beginning and stopping to write is written at once, but no more often than this.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    /// <summary>Whether what a page says is worth a write.</summary>
    /// <param name="sinceWritten">Since it was last written.</param>
    public static bool MustWrite(bool wasWriting, bool isWriting, TimeSpan sinceWritten) =>
        sinceWritten >= Beat || wasWriting != isWriting && sinceWritten >= Shortest;
}
