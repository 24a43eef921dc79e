using Fengtai.Platform.Ui;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class MentioningTests
{
    private static readonly Mentionable Li = new(Guid.CreateVersion7(), "li", "李");
    private static readonly Mentionable LiLei = new(Guid.CreateVersion7(), "lilei", "李雷");
    private static readonly Mentionable OneWang = new(Guid.CreateVersion7(), "wang1", "王芳");
    private static readonly Mentionable OtherWang = new(Guid.CreateVersion7(), "wang2", "王芳");
    private static readonly Mentionable Tom = new(Guid.CreateVersion7(), "tom.lee", "Tom Lee");
    private static readonly Mentionable Stranger = new(Guid.CreateVersion7(), "zhao", "赵强");
    private static readonly Mentionable[] Staff = [Li, LiLei, OneWang, OtherWang, Tom, Stranger];

    [Theory]
    [InlineData("李雷看一下", "李雷:lilei")]
    [InlineData("李 看一下", "李:li")]
    [InlineData("LILEI 看一下", "LILEI:lilei")]
    [InlineData("Tom Lee, please", "Tom Lee:tom.lee")]
    [InlineData("tom.lee.", "tom.lee:tom.lee")]
    [InlineData("lileix", "")]
    [InlineData("所有人", "")]
    [InlineData("", "")]
    public void TheLongestName_IsMeant(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read([text], Li, LiLei, Tom).Value.Select(f => $"{f.Said}:{Staff.Single(s => s.Id == f.Person).Login}")));

    [Fact]
    public void WhoMayNotRead_IsNotNamed() => Assert.Equal(new MentionedMayNotRead("赵强"), Read(["zhao 看"], Li).Refusal);

    [Fact]
    public void OfTwoWithOneName_TheOneWhoReadsItIsMeant()
    {
        Assert.Equal(OneWang.Id, Read(["王芳"], OneWang).Value.Single().Person);
        Assert.Equal(new MentionIsAmbiguous("王芳", "wang1, wang2"), Read(["王芳"], OneWang, OtherWang).Refusal);
        Assert.Equal(OtherWang.Id, Read(["wang2"], OneWang, OtherWang).Value.Single().Person);
        Assert.Equal(new MentionedMayNotRead("王芳"), Read(["王芳"]).Refusal);
    }

    [Fact]
    public void PastedLogs_AreReadInTime()
    {
        var staff = Enumerable.Range(0, 3000).Select(i => new Mentionable(Guid.CreateVersion7(), $"login{i}", $"姓名{i}")).ToArray();
        var begun = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Mentioning.Read(Enumerable.Range(0, 20_000).Select(i => $"{i}"), staff, new HashSet<Guid>(), Markdown.BeginsWithName).Value);
        Assert.InRange(begun.ElapsedMilliseconds, 0, 2000);
    }

    [Fact]
    public void SameNameTwice_IsOnePerson() => Assert.Single(Read(["李雷", "李雷 again"], LiLei).Value);

    [Fact]
    public void Crowds_AreNotCalled()
    {
        var many = Enumerable.Range(0, Mentioning.Most + 1).Select(i => new Mentionable(Guid.CreateVersion7(), $"p{i}", $"P{i}")).ToArray();
        Assert.IsType<TooManyMentions>(Mentioning.Read(many.Select(m => m.Login), many, many.Select(m => m.Id).ToHashSet(), Markdown.BeginsWithName).Refusal);
    }

    private static Fengtai.Platform.Refusals.Result<IReadOnlyList<(string Said, Guid Person)>> Read(string[] texts, params Mentionable[] readers) =>
        Mentioning.Read(texts, Staff, readers.Select(r => r.Id).ToHashSet(), Markdown.BeginsWithName);
}
