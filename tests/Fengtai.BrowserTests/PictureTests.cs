using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Fengtai.BrowserTests;

/// <summary>
/// Every page as people see it: no finding of axe, nothing wider than the screen, no error in the console. Two looks between them
/// show every page in both languages, both themes and both widths; none of the three changes what the others do. With
/// <c>FENGTAI_PICTURES=folder</c> each page is photographed in all eight.
/// </summary>
public sealed class PictureTests(DemoServer server)
{
    private const string ClosedRequests = "/requests?state=closed";
    private const string OneRequest = "main a[href^='/requests/1']";
    private const string OneCategory = "main a[href*='/requests/new?in=']";
    private const string OneTicket = "a[href^='/desk/tickets/1']";
    /// <summary>Every look leads to the same pages.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<string[]>>> Links = new();

    private static readonly string? Folder = Environment.GetEnvironmentVariable("FENGTAI_PICTURES");

    public static TheoryData<string, string, int> Looks => Folder is null
        ? new() { { "zh-CN", "Light", 1440 }, { "en", "Dark", 390 } }
        : new()
        {
            { "zh-CN", "Light", 1440 }, { "zh-CN", "Light", 390 }, { "zh-CN", "Dark", 1440 }, { "zh-CN", "Dark", 390 },
            { "en", "Light", 1440 }, { "en", "Light", 390 }, { "en", "Dark", 1440 }, { "en", "Dark", 390 },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Nobody(string language, string theme, int width) => LookAsync(null, language, theme, width, "/sign-in", "/ui", "/ui/portal", "/ui/print", "/no-such-page");

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task User(string language, string theme, int width)
    {
        var user = await WithClosedRequestsAsync();
        await LookAsync(
            user, language, theme, width,
            "/", "/find?q=%E6%89%93%E5%8D%B0", "/requests", ClosedRequests, "/requests/new", "/requests/new/describe", "/notices", "/account", "/account/sessions", "/account/tokens", "/account/password");
        var closed = await LinksAsync(user, ClosedRequests, OneRequest, 2, n => [n, n + "/report"]);
        var open = await LinksAsync(user, "/requests", OneRequest, 2, n => [n]);
        var branch = await LinksAsync(user, "/requests/new", OneCategory, 1, n => [n], whole: true);
        var leaf = await LinksAsync(user, branch[0], OneCategory, 1, n => [n], whole: true);
        await LookAsync(user, language, theme, width, [.. closed, .. open, .. branch, .. leaf]);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Agent(string language, string theme, int width)
    {
        var agent = (await server.LoginsAsync("服务台坐席"))[0];
        string[] states = ["new", "accepted", "assigned", "inProgress", "waiting", "resolved", "closed"];
        await LookAsync(agent, language, theme, width, "/start", "/desk?view=all", "/desk?view=waiting", "/desk?q=%E6%89%93%E5%8D%B0", "/desk?q=nothingatall", "/desk?view=all&status=open&-priority=low&add=opened", "/desk?view=all&status=open&add=department", "/desk/views", "/desk/views/new?view=all&status=open", "/desk/tickets/new", "/desk/calls", "/desk/bulk", "/desk/views/columns?view=all", "/desk/templates", "/desk/templates/new", "/desk/templates/macros", "/desk/templates/macros/new", "/desk/notices", "/account/notices", "/desk/work-order");
        var tickets = new List<string>();
        foreach (var state in states)
        {
            tickets.AddRange(await LinksAsync(agent, $"/desk?status={state}", OneTicket, 1, n => [n]));
        }
        await LookAsync(agent, language, theme, width, [.. tickets, tickets[^1] + "/work-order", tickets[1] + "/assign", tickets[3] + "/wait", tickets[3] + "/resolve"]);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Engineer(string language, string theme, int width)
    {
        var engineer = (await server.LoginsAsync("运维工程师"))[0];
        await LookAsync(engineer, language, theme, width, "/desk");
        await LookAsync(engineer, language, theme, width, await LinksAsync(engineer, "/desk", OneTicket, 1, n => [n]));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Administrator(string language, string theme, int width)
    {
        var admin = (await server.LoginsAsync("管理员"))[0];
        await LookAsync(
            admin, language, theme, width,
            "/admin/people", "/admin/people/new", "/admin/people/import", "/admin/teams", "/admin/teams/new", "/admin/roles", "/admin/catalog", "/admin/priority-matrix", "/admin/audit", "/admin/audit?log=looks",
            "/admin/audit?kind=person.personCreated", "/admin/jobs", "/admin/settings", "/admin/calendars", "/admin/calendars/new", "/admin/holidays/new");
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/calendars", "a[href^='/admin/calendars/0']:not([href$=days])", 1, n => [n, n + "/days?as=off&day=2026-03-03", n + "/days?year=2026&month=10"]));
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/calendars", "a[href^='/admin/holidays/0']", 1, n => [n]));
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/people", "a[href^='/admin/people/0']", 1, n => [n]));
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/catalog", "a[href^='/admin/catalog/0']", 1, n => [n, n + "/form"]));
    }

    /// <summary>Who of those offered has something behind them.</summary>
    private async Task<string> WithClosedRequestsAsync() => (await OnceAsync(ClosedRequests, FindWithClosedRequestsAsync))[0];

    private async Task<string[]> FindWithClosedRequestsAsync()
    {
        foreach (var login in await server.LoginsAsync("用户"))
        {
            var page = await server.OpenAsync();
            await DemoServer.SignInAsync(page, login, ClosedRequests);
            var closed = await page.Locator(OneRequest).CountAsync();
            await page.Context.CloseAsync();
            if (closed > 0)
            {
                return [login];
            }
        }
        throw new InvalidOperationException("Nobody who is offered at sign-in has a closed request.");
    }

    /// <summary>Addresses that a page leads to.</summary>
    private async Task<string[]> LinksAsync(string login, string path, string selector, int most, Func<string, string[]> each, bool whole = false) =>
        [.. (await OnceAsync($"{login} {path} {selector} {whole}", () => FindLinksAsync(login, path, selector, whole))).Take(most).SelectMany(each)];

    private async Task<string[]> FindLinksAsync(string login, string path, string selector, bool whole)
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, login, path);
        var links = await page.Locator(selector).EvaluateAllAsync<string[]>("(all, whole) => [...new Set(all.map(a => whole ? a.getAttribute('href') : a.getAttribute('href').split(/[?#]/)[0]))]", whole);
        await page.Context.CloseAsync();
        Assert.NotEmpty(links);
        return links;
    }

    private static Task<string[]> OnceAsync(string key, Func<Task<string[]>> find) => Links.GetOrAdd(key, _ => new(find)).Value;

    /// <summary>Looks at half of the pages in one window and at the other half in another, at the same time.</summary>
    private async Task LookAsync(string? login, string language, string theme, int width, params string[] paths)
    {
        var wrong = await Task.WhenAll(paths.Chunk((paths.Length + 1) / 2).Select(half => WrongAsync(login, language, theme, width, half)));
        Assert.True(wrong.All(w => w.Count == 0), string.Join('\n', wrong.SelectMany(w => w)));
    }

    private async Task<List<string>> WrongAsync(string? login, string language, string theme, int width, string[] paths)
    {
        var page = await server.OpenAsync(language, theme, width);
        var wrong = new List<string>();
        page.Console += (_, message) =>
        {
            // a browser reports every answer of 4xx as an error; the pages shown here on purpose are such
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
        if (login is not null)
        {
            await DemoServer.SignInAsync(page, login, paths[0]);
            // signing in remembers the person's own language
            await page.Context.AddCookiesAsync([new() { Name = "fengtai.language", Value = language, Url = server.Address }]);
        }
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            wrong.AddRange(await FindingsAsync(page, path));
            await PhotographAsync(page, login, path, language, theme, width);
        }
        await page.Context.CloseAsync();
        return wrong;
    }

    private static async Task<List<string>> FindingsAsync(IPage page, string path)
    {
        var found = (await page.ViolationsAsync()).Select(v => $"{path}: {v}").ToList();
        var overflow = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth");
        if (overflow > 0)
        {
            found.Add($"{path}: {overflow} px wider than the screen");
        }
        var raw = await page.EvaluateAsync<string?>("() => document.body.innerText.match(/\\b(?:shell|tickets|portal|desk|identity|catalog|notifications|audit|ui|refusal)\\.[a-z]\\w*(?:\\.\\w+)*\\b/)?.[0] ?? null");
        if (raw is not null && !path.StartsWith("/ui", StringComparison.Ordinal) && !path.StartsWith("/admin/roles", StringComparison.Ordinal) && !path.StartsWith("/admin/jobs", StringComparison.Ordinal))
        {
            found.Add($"{path}: shows the key of a text: {raw}");
        }
        return found;
    }

    private static async Task PhotographAsync(IPage page, string? login, string path, string language, string theme, int width)
    {
        if (Folder is not null)
        {
            var name = string.Concat($"{login ?? "nobody"}{path}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
            var file = Path.Combine(Folder, $"{name}__{language}_{theme}_{width.ToString(CultureInfo.InvariantCulture)}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = width < 600 });
        }
    }
}
