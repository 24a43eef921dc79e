using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>A practice that has contracts with suppliers names them; tickets stand below it. There may be none.</summary>
public interface ISuppliers
{
    /// <summary>Those with whom something is agreed now.</summary>
    Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation);
}

/// <summary>Which suppliers can a ticket be with?</summary>
internal sealed class KnownSuppliers(IEnumerable<ISuppliers> all)
{
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in all)
        {
            names.UnionWith(await some.NamesAsync(cancellation));
        }
        return [.. names];
    }

    /// <param name="given">As it was typed; null where it was not said which.</param>
    public async Task<Result<string?>> FindAsync(string? given, CancellationToken cancellation)
    {
        var name = given?.Trim() ?? "";
        return name.Length == 0 ? (string?)null
            : (await NamesAsync(cancellation)).FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)) is { } known ? known
            : new UnknownValue("supplier", name);
    }
}
