using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Fengtai.Platform.Http;
using Xunit;

namespace Fengtai.Tests.Support;

/// <summary>What a person does without JavaScript: opens pages, fills in forms, keeps cookies. With a token: what a program does.</summary>
public sealed class Browser
{
    private readonly HttpClient _http;
    private readonly Cookies _cookies;
    private string? _formToken;

    internal Browser(HttpClient http, FakeClock clock, string? token)
    {
        _cookies = new(clock);
        _http = http;
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>Sent with every request, such as <c>Accept-Language</c>.</summary>
    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    /// <summary>Has a cookie as if it had come with an earlier answer.</summary>
    public void KeepCookie(string name, string value) => _cookies.Keep(name, value);

    /// <summary>The answer as it comes: redirects are not followed.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        _cookies.Send(request);
        var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        _cookies.Keep(answer);
        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: Json.Options) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return SendAsync(request);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, object? body = null) => SendJsonAsync(HttpMethod.Post, path, body ?? new { });

    /// <summary>Opens a page and follows redirects, as a browser does.</summary>
    public async Task<Page> OpenAsync(string path) => await PageAsync(await GetAsync(path));

    /// <summary>Fills in a form of the page and sends it; what is not named stays as the page has it. Follows the redirect.</summary>
    /// <param name="form">A selector; null where the page's main part has one form only.</param>
    public async Task<Page> SubmitAsync(Page page, string? form, params (string Name, string? Value)[] fields) =>
        await PageAsync(await SendAsync(page.Filled(form, fields, [])));

    /// <summary>The same with files.</summary>
    public async Task<Page> SubmitAsync(Page page, string? form, IReadOnlyList<Attached> files, params (string Name, string? Value)[] fields) =>
        await PageAsync(await SendAsync(page.Filled(form, fields, files)));

    /// <summary>Posts a form that is on no page, with the form token of the last page seen. Redirects are not followed.</summary>
    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string? Value)[] fields)
    {
        var all = fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!));
        return SendAsync(new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(_formToken is null ? all : all.Append(new(Page.FormToken, _formToken))),
        });
    }

    private async Task<Page> PageAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; (int)answer.StatusCode is >= 301 and <= 303 && hops < 10; hops++)
        {
            answer = await SendAsync(new(HttpMethod.Get, new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!)));
        }
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!, await new HtmlParser().ParseDocumentAsync(html), html);
        _formToken = page.Document.QuerySelector<IHtmlInputElement>($"input[name={Page.FormToken}]")?.Value ?? _formToken;
        return page;
    }
}
