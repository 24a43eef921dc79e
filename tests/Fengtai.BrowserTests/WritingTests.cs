using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>What helps while somebody writes on a ticket.</summary>
public sealed class WritingTests(DemoServer server)
{
    private const string Text = "#composer [name=text]";

    [Fact]
    public async Task WhatACallerTold_IsStillThereAfterACrash_AndGoneOnceItIsSent()
    {
        const string told = "description";
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk/tickets/new");
        await page.FillAsync($"[name={told}]", "早上开机以后一直蓝屏");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(v => v.includes('蓝屏'))");
        var again = await page.Context.NewPageAsync();
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await again.GotoAsync("/desk/tickets/new");
        await Expect(again.Locator($"[name={told}]")).ToHaveValueAsync("早上开机以后一直蓝屏");

        await again.FillAsync("[name=person]", "王");
        await again.Locator(".combobox [role=option]").First.ClickAsync();
        await again.FillAsync("[name=subject]", "蓝屏");
        await again.Locator($"[name={told}]").PressAsync("Control+Enter");
        await again.WaitForURLAsync("**/desk/tickets/1*");
        await again.GotoAsync("/desk/tickets/new");
        await Expect(again.Locator($"[name={told}]")).ToHaveValueAsync("");
        await again.Context.CloseAsync();
    }

    [Fact]
    public async Task NamesAndNumbers_AreCompleted_ByKeyboardAlone()
    {
        var page = await WriteAsync();
        var list = page.Locator("#composer .completions");
        await page.Keyboard.TypeAsync("请@");
        await Expect(list.Locator("[role=option]").First).ToBeVisibleAsync();
        var second = list.Locator("[role=option]").Nth(1);
        var name = await second.GetAttributeAsync("data-value");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(Text)).ToHaveAttributeAsync("aria-activedescendant", (await second.GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Text)).ToHaveValueAsync($"请@{name} ");
        await page.Keyboard.TypeAsync("看 #10");
        await Expect(list.Locator("[role=option]").First).ToBeVisibleAsync();
        var number = await list.Locator("[aria-selected=true]").GetAttributeAsync("data-value");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(Text)).ToHaveValueAsync($"请@{name} 看 #{number} ");

        // who is faster than the server means what they typed, not what was listed before
        await page.Keyboard.TypeAsync("@");
        await Expect(list).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("zhanghuilin");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Text)).ToHaveValueAsync($"请@{name} 看 #{number} @章慧琳 ");

        // closed once, it stays closed; the text is still there, and so is its writer
        await page.Keyboard.TypeAsync("@");
        await Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("x");
        await Expect(list).ToBeHiddenAsync();
        await Expect(page.Locator(Text)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Backspace");

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".timeline .prose").Last.Locator(".mention")).ToHaveTextAsync([$"@{name}", "@章慧琳"]);
        await Expect(page.Locator(".timeline a.reference").Last).ToHaveAttributeAsync("href", $"/desk/tickets/{number}");
        await Expect(page.Locator(".watchers")).ToContainTextAsync(name!);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task NothingHappens_WhileAnInputMethodComposes()
    {
        var page = await WriteAsync();
        await page.Keyboard.TypeAsync("@");
        await Expect(page.Locator("#composer .completions")).ToBeVisibleAsync();
        var before = await page.InputValueAsync(Text);
        await page.EvaluateAsync($"document.querySelector('{Text}').dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', isComposing: true, bubbles: true, cancelable: true }}))");
        await Expect(page.Locator(Text)).ToHaveValueAsync(before);
        await Expect(page.Locator("#composer .completions")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PastedPicture_StandsAtTheCaret_IsPreviewed_AndSent()
    {
        var page = await WriteAsync();
        await page.Keyboard.TypeAsync("如图：");
        await PasteAsync(page, "image.png", "image/png");
        await page.Keyboard.TypeAsync("，就这样");
        await Expect(page.Locator(Text)).ToHaveValueAsync(new Regex(@"^如图：!\[截图 \d+\.png\]\(/files/[0-9a-f-]+\)，就这样$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.Keyboard.PressAsync("Control+Shift+P");
        await Expect(page.Locator("#composer .rendering img")).ToBeVisibleAsync();
        await Expect(page.Locator(Text)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+Shift+P");
        await Expect(page.Locator(Text)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("。");

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".timeline .prose img").Last).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline .prose").Last).ToContainTextAsync("就这样。");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FileThatDoesNotArrive_TakesNothingTypedWithIt_AndGoesOnceMore()
    {
        var page = await WriteAsync();
        await page.Keyboard.TypeAsync("日志见附件 ");
        await page.RouteAsync("**/api/v1/files*", route => route.AbortAsync());
        await PasteAsync(page, "a.log", "text/plain");
        await Expect(page.Locator("#composer .taking .failed")).ToContainTextAsync("a.log");
        await Expect(page.Locator(Text)).ToHaveValueAsync("日志见附件 ");
        await page.UnrouteAllAsync();
        await page.Locator("#composer .taking button").First.ClickAsync();
        await Expect(page.Locator(Text)).ToHaveValueAsync(new Regex(@"^日志见附件 \[a\.log\]\(/files/[0-9a-f-]+\)$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Context.CloseAsync();
    }

    private static Task PasteAsync(IPage page, string name, string type) => page.EvaluateAsync(
        """
        ([selector, name, type]) => {
          const bytes = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='), c => c.charCodeAt(0))
          const clipboardData = new DataTransfer()
          clipboardData.items.add(new File([bytes], name, { type }))
          document.querySelector(selector).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }
        """,
        new[] { Text, name, type });

    /// <summary>An internal note on some open ticket, begun by key.</summary>
    private async Task<IPage> WriteAsync()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=owned");
        await page.Locator("tr[data-row] a[data-row-link]").First.ClickAsync();
        await Expect(page.Locator("#composer")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(Text)).ToBeFocusedAsync();
        return page;
    }
}
