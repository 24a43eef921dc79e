using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit;
using Xunit.v3;

namespace Fengtai.BrowserTests;

/// <summary>Closes behind each test what it left open: a page that stays open is kept up to date, at the cost of all tests after it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new();
    private static readonly ConcurrentQueue<IBrowserContext> Left = new();

    internal static void Own(IBrowserContext context) => Opened.GetOrAdd(TestContext.Current.Test?.UniqueID ?? "", _ => []).Add(context);

    /// <summary>Goes before the next page is opened: after a test nobody can be waited for.</summary>
    internal static async Task CloseLeftAsync()
    {
        while (Left.TryDequeue(out var context))
        {
            await context.CloseAsync();
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        foreach (var context in Opened.TryRemove(test.UniqueID, out var all) ? all : [])
        {
            Left.Enqueue(context);
        }
    }
}
