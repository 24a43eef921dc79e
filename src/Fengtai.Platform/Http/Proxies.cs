using System.Net;
using Fengtai.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace Fengtai.Platform.Http;

/// <summary>
/// Behind a load balancer the person's address and scheme are what it says they are (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>). Believed
/// of this machine's own proxies and of those named in <c>Fengtai:Proxies</c>, nobody else: attempts to sign in are limited by address.
/// </summary>
public static class Proxies
{
    public static void UseProxies(this IApplicationBuilder app, IConfiguration configuration) => app.UseForwardedHeaders(Options(configuration["Fengtai:Proxies"]));

    /// <param name="named">Addresses and networks, as in <c>10.0.0.5, 10.1.0.0/16</c>.</param>
    /// <exception cref="CannotStartException">One of them is neither.</exception>
    internal static ForwardedHeadersOptions Options(string? named)
    {
        // as many hops as are believed
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        foreach (var name in (named ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(name, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(name, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new CannotStartException($"Fengtai__Proxies: {name} is neither an address nor a network such as 10.1.0.0/16.");
            }
        }
        return options;
    }
}
