using Fengtai.Platform.Languages;

namespace Fengtai.Identity;

/// <summary>Where a request comes from: network address, and what the browser calls itself.</summary>
internal sealed record Visitor(string Address, string Device)
{
    private const int LongestDevice = 300;

    public static Visitor Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        var device = PlainText.Line("device", agent.Length > LongestDevice ? agent[..LongestDevice] : agent, LongestDevice);
        return new(http.Connection.RemoteIpAddress?.MapToIPv4IfMapped() ?? "", device.IsRefused ? "" : device.Value);
    }
}

internal static class Addresses
{
    public static string MapToIPv4IfMapped(this System.Net.IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
