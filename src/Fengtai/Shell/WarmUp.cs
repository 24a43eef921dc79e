using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Access;
using Fengtai.Platform.Practices;

namespace Fengtai.Shell;

/// <summary>
/// The first request for a page costs a second; it shall not be a person's. So the server asks for its own pages before it calls
/// itself ready, as somebody who may see everything but is nobody. Only it knows the secret that allows this, and only for that moment.
/// </summary>
internal sealed class WarmUp(IEnumerable<WarmPage> pages, IEnumerable<Grant> grants)
{
    private const string Header = "Fengtai-Warm-Up";

    private volatile byte[]? _secret;

    public async Task RunAsync(string listening, Action<string> say, CancellationToken cancellation)
    {
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _secret = Encoding.ASCII.GetBytes(secret);
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Reachable(listening), Timeout = TimeSpan.FromSeconds(30) };
            client.DefaultRequestHeaders.Add(Header, secret);
            client.DefaultRequestHeaders.Add("Accept", "text/html");
            foreach (var page in pages)
            {
                await AskAsync(client, page, say, cancellation);
            }
        }
        finally
        {
            _secret = null;
        }
    }

    /// <summary>Goes after authentication.</summary>
    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (_secret is { } secret && CryptographicOperations.FixedTimeEquals(secret, Encoding.ASCII.GetBytes(http.Request.Headers[Header].ToString())))
        {
            http.SetActor(new() { Login = "warm-up", Permissions = grants.Select(g => g.Permission).ToFrozenSet() });
        }
        return next(http);
    }

    private static async Task AskAsync(HttpClient client, WarmPage page, Action<string> say, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(page.Path, UriKind.Relative), cancellation);
            await answer.Content.LoadIntoBufferAsync(cancellation);
            if ((int)answer.StatusCode >= 400)
            {
                say($"{page.Path} could not be warmed: it answered {(int)answer.StatusCode}.");
            }
        }
        catch (HttpRequestException e)
        {
            say($"{page.Path} could not be warmed: {e.Message}");
        }
    }

    /// <summary>Where a server that listens on every address reaches itself.</summary>
    private static Uri Reachable(string url) => new(url
        .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
        .Replace("//[::]", "//[::1]", StringComparison.Ordinal)
        .Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
        .Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
}
