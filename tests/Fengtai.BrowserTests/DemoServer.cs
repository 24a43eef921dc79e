using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Fengtai.BrowserTests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoServer))]
[assembly: ClosesPages]

namespace Fengtai.BrowserTests;

/// <summary>The program as its users start it, with the demonstration, and one Chromium.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    /// <summary>For what is to happen sooner or later on a busy machine, in milliseconds: passing takes as long as it takes, only failing takes longer.</summary>
    private const int Patience = 60_000;

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"fengtai-browser-{Environment.ProcessId}");
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<string>>>> _logins = new();
    private Process _server = null!;
    private IPlaywright _playwright = null!;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>A browser of its own: no cookies, this language, theme and width.</summary>
    public async Task<IPage> OpenAsync(string language = "zh-CN", string theme = "Light", int width = 1440, bool script = true)
    {
        await ClosesPagesAttribute.CloseLeftAsync();
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        ClosesPagesAttribute.Own(context);
        await context.AddCookiesAsync(
        [
            new() { Name = "fengtai.language", Value = language, Url = Address },
            new() { Name = "fengtai.theme", Value = theme, Url = Address },
        ]);
        return await context.NewPageAsync();
    }

    /// <summary>Signs in with the demonstration's one click, as somebody by login.</summary>
    public static async Task SignInAsync(IPage page, string login, string wanted)
    {
        await page.GotoAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}");
        await page.ClickAsync($"button[name=Login][value='{login}']");
        // loaded whole: keys that are pressed before the script is there do nothing
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Load });
    }

    /// <summary>The logins that the sign-in page offers under a role's heading, by the word in Chinese.</summary>
    public Task<IReadOnlyList<string>> LoginsAsync(string roleInChinese) =>
        _logins.GetOrAdd(roleInChinese, role => new(() => ReadLoginsAsync(role))).Value;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        // one that PostgreSQL's user can enter, which a temporary folder of one's own is not
        Directory.CreateDirectory(_data);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "serve", "--demo", "--data", _data, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("Fengtai__Database");
        _server = Process.Start(start)!;
        var ready = await _server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start; its standard error says why.");
        Address = ready["ready ".Length..];
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        using (var end = Process.Start("kill", ["-TERM", _server.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await end.WaitForExitAsync();
        }
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<IReadOnlyList<string>> ReadLoginsAsync(string roleInChinese)
    {
        var page = await OpenAsync();
        await page.GotoAsync("/sign-in");
        var logins = await page.Locator($"h3:text-is('{roleInChinese}') + .people button").EvaluateAllAsync<string[]>("all => all.map(b => b.value)");
        await page.Context.CloseAsync();
        return logins;
    }
}
