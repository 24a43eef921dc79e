using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Fengtai.BrowserTests;

/// <summary>
/// Every page as people see it: no finding of axe, nothing wider than the screen, no error in the console. With
/// <c>FENGTAI_PICTURES=folder</c> each is photographed in both languages, both themes, on desk and phone.
/// </summary>
public sealed class PictureTests(DemoServer server)
{
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
    public Task Nobody(string language, string theme, int width) => LookAsync(null, language, theme, width, "/sign-in", "/ui", "/no-such-page");

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task User(string language, string theme, int width)
    {
        var user = (await server.LoginsAsync("用户"))[0];
        await LookAsync(user, language, theme, width, "/", "/requests", "/requests?state=closed", "/requests/new", "/requests/new/describe", "/account", "/account/sessions", "/account/tokens", "/account/password");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Engineer(string language, string theme, int width)
    {
        var engineer = (await server.LoginsAsync("运维工程师"))[0];
        await LookAsync(engineer, language, theme, width, "/desk");
        await LookAsync(engineer, language, theme, width, await LinksAsync(engineer, "/desk", "a[href^='/desk/tickets/1']", 1, n => [n]));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Administrator(string language, string theme, int width)
    {
        var admin = (await server.LoginsAsync("管理员"))[0];
        await LookAsync(
            admin, language, theme, width,
            "/admin/people", "/admin/people/new", "/admin/people/import", "/admin/teams", "/admin/teams/new", "/admin/roles", "/admin/catalog", "/admin/priority-matrix", "/admin/jobs", "/admin/settings");
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/people", "a[href^='/admin/people/0']", 1, n => [n]));
        await LookAsync(admin, language, theme, width, await LinksAsync(admin, "/admin/catalog", "a[href^='/admin/catalog/0']", 1, n => [n, n + "/form"]));
    }

    /// <summary>Addresses that a page leads to.</summary>
    private async Task<string[]> LinksAsync(string login, string path, string selector, int most, Func<string, string[]> each)
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, login, path);
        var links = await page.Locator(selector).EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href').split(/[?#]/)[0]))]");
        await page.Context.CloseAsync();
        Assert.NotEmpty(links);
        return [.. links.Take(most).SelectMany(each)];
    }

    private async Task LookAsync(string? login, string language, string theme, int width, params string[] paths)
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
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static async Task<List<string>> FindingsAsync(IPage page, string path)
    {
        var axe = await page.RunAxe();
        var found = axe.Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html[..Math.Min(n.Html.Length, 160)]}")).ToList();
        var overflow = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth");
        if (overflow > 0)
        {
            found.Add($"{path}: {overflow} px wider than the screen");
        }
        var raw = await page.EvaluateAsync<string?>("() => document.body.innerText.match(/\\b(?:shell|tickets|portal|desk|identity|catalog|notifications|ui|refusal)\\.[a-z]\\w*(?:\\.\\w+)*\\b/)?.[0] ?? null");
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
