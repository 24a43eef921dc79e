using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Fengtai.Identity;

/// <summary>
/// Counts attempts to sign in per network address, in the memory of this node: guessing at many logins from one place becomes slow.
/// Those that succeed do not count, since a whole company may come from one address.
/// </summary>
internal sealed class SignInLimit(TimeProvider time)
{
    public const int MostFailures = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> _byAddress = new();

    /// <summary>Counts an attempt; false where there were too many.</summary>
    public bool TryBegin(string address)
    {
        var now = time.GetUtcNow();
        if (_byAddress.Count > MostAddresses)
        {
            Forget(now);
        }
        return _byAddress.AddOrUpdate(Network(address), _ => (1, now), (_, seen) => seen.Since + Window <= now ? (1, now) : (seen.Count + 1, seen.Since)).Count <= MostFailures;
    }

    public void Succeeded(string address) =>
        _byAddress.AddOrUpdate(Network(address), _ => (0, time.GetUtcNow()), (_, seen) => (Math.Max(0, seen.Count - 1), seen.Since));

    private void Forget(DateTimeOffset now)
    {
        foreach (var (network, seen) in _byAddress)
        {
            if (seen.Since + Window <= now)
            {
                _byAddress.TryRemove(network, out _);
            }
        }
    }

    // whoever has one IPv6 address has the 2^64 around it
    private static string Network(string address) => IPAddress.TryParse(address, out var ip) && ip is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8))
        : address;
}
