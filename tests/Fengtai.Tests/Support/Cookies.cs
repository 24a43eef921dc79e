using Microsoft.Net.Http.Headers;
using SetCookie = Microsoft.Net.Http.Headers.SetCookieHeaderValue;

namespace Fengtai.Tests.Support;

/// <summary>Cookies by the test's clock; the framework's own container would go by the machine's.</summary>
internal sealed class Cookies(FakeClock clock)
{
    private readonly Dictionary<string, string> _kept = [];

    public void Send(HttpRequestMessage request)
    {
        if (_kept.Count > 0)
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.Cookie, string.Join("; ", _kept.Select(c => $"{c.Key}={c.Value}")));
        }
    }

    public void Keep(string name, string value) => _kept[name] = value;

    public void Keep(HttpResponseMessage answer)
    {
        foreach (var header in answer.Headers.TryGetValues(HeaderNames.SetCookie, out var all) ? all : [])
        {
            var cookie = SetCookie.Parse(header);
            if (cookie.Expires <= clock.Now || cookie.MaxAge <= TimeSpan.Zero)
            {
                _kept.Remove(cookie.Name.ToString());
            }
            else
            {
                _kept[cookie.Name.ToString()] = cookie.Value.ToString();
            }
        }
    }
}
