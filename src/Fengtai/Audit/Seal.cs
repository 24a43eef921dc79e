namespace Fengtai.Audit;

/// <summary>Closes a stretch of one log; its hash contains that of the seal before it.</summary>
internal sealed record Seal(long Number, string Log, long FromId, long ToId, int Count, byte[] Digests, byte[] Hash, DateTimeOffset MadeAt)
{
    public string HashText => Convert.ToHexStringLower(Hash);
}
