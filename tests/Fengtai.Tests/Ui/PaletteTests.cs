using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Ui;

public sealed class PaletteTests
{
    private static readonly Permission Known = new("test.known");

    [Fact]
    public async Task Source_ThatTakesTooLong_IsLeftOut_AndThatIsSaid()
    {
        var found = await new Palette([new Slow(), new Quick("quick", Known)], new FakeClock()).FindAsync("x", Reader, TestContext.Current.CancellationToken);
        Assert.Equal(["quick"], found.Groups.Select(g => g.TitleKey));
        Assert.True(found.IsPartial);
    }

    [Fact]
    public async Task Source_AnswersOnlyWhomItMay()
    {
        var found = await new Palette([new Quick("quick", Known), new Quick("secret", new("test.secret"))], new FakeClock()).FindAsync("x", Reader, TestContext.Current.CancellationToken);
        Assert.Equal(["quick"], found.Groups.Select(g => g.TitleKey));
        Assert.False(found.IsPartial);
    }

    [Fact]
    public async Task Words_AreTrimmedAndBounded()
    {
        var source = new Quick("quick", Known);
        await new Palette([source], new FakeClock()).FindAsync($"  {new string('长', 5000)}", Reader, TestContext.Current.CancellationToken);
        Assert.Equal(new string('长', Palette.LongestWords - 2), source.Asked);
    }

    private static Actor Reader => new() { Permissions = [Known] };

    private sealed class Quick(string title, Permission permission) : IPaletteSource
    {
        public string? Asked { get; private set; }

        public Permission Permission => permission;

        public int Order => 1;

        public Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
        {
            Asked = words;
            return Task.FromResult<PaletteGroup?>(new(title, [new("/", "there", "home")]));
        }
    }

    private sealed class Slow : IPaletteSource
    {
        public Permission Permission => Known;

        public int Order => 2;

        public async Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null;
        }
    }
}
