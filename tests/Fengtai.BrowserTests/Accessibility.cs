using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Fengtai.BrowserTests;

/// <summary>
/// axe as it comes, run in the page by itself. The library's own way is made for pages of several frames: it fetches what every rule
/// says of every element and sums it up on a page opened for that, which takes several times as long as the looking.
/// </summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds wrong on the page as it stands: rule, element and what would mend it. Looks again where the page was refreshed meanwhile.</summary>
    public static async Task<string[]> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              if (document.querySelector('iframe, frame')) throw new Error('axe would have to be run in each frame')
              const root = document.documentElement
              for (let tries = 0; tries < 20; tries++) {
                while (root.matches('[data-busy], [aria-busy=true]')) await new Promise(done => setTimeout(done, 50))
                let refreshed = false
                const watch = new MutationObserver(() => { refreshed = true })
                watch.observe(root, { attributeFilter: ['aria-busy', 'data-busy'] })
                const { violations } = await axe.run(document, { resultTypes: ['violations'] })
                watch.disconnect()
                if (!refreshed) return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`))
              }
              throw new Error('the page does not come to rest')
            }
            """);
    }
}
