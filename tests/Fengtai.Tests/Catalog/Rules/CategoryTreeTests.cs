using Fengtai.Catalog;
using Fengtai.Catalog.Rules;
using Xunit;

namespace Fengtai.Tests.Catalog.Rules;

public sealed class CategoryTreeTests
{
    private static readonly Guid Team = Guid.CreateVersion7();
    private static readonly FormDefinition Questions = Forms.Form(Forms.Field("q"));

    // a ─ a.b ─ a.b.c ─ a.b.c.d;  x ─ x.y
    private static readonly Category A = New("a", null), B = New("a.b", A), C = New("a.b.c", B), D = New("a.b.c.d", C), X = New("x", null, 1), Y = New("x.y", X);
    private static readonly CategoryTree Tree = new([D, Y, X, C, B, A]);

    [Fact]
    public void InOrder_ParentsComeBeforeTheirChildren() =>
        Assert.Equal("a a.b a.b.c a.b.c.d x x.y", string.Join(' ', Tree.InOrder.Select(c => c.Code)));

    [Fact]
    public void WhatACategoryLacks_ComesFromAbove()
    {
        var top = New("top", null);
        var middle = New("top.middle", top);
        var low = New("top.middle.low", middle);
        (top.DefaultTeamId, top.PaperModule, top.Form, middle.Form) = (Team, "网络", FormDefinition.Empty, Questions);
        var tree = new CategoryTree([top, middle, low]);

        Assert.Equal((Team, "网络"), (tree.TeamOf(low), tree.PaperModuleOf(low)));
        Assert.Same(Questions, tree.FormOf(low));
        Assert.Same(FormDefinition.Empty, tree.FormOf(top));
    }

    [Fact]
    public void BelowAnInactiveOne_NothingIsOffered()
    {
        var top = New("top", null);
        var low = New("top.low", top);
        top.IsActive = false;
        var tree = new CategoryTree([top, low]);

        Assert.False(tree.IsOffered(low));
        Assert.Empty(tree.Offered().All);
    }

    [Fact]
    public void ThePath_IsSaidInTheReadersLanguage() => Assert.Equal("a / a.b / a.b.c", Tree.PathNameOf(C));

    [Fact]
    public void Adding_BelowTheLowestLevel_IsRefused()
    {
        Assert.Null(Placement.AgainstAdding(Tree, C));
        Assert.Equal("categoriesAreTooDeep", Placement.AgainstAdding(Tree, D)?.Code);
    }

    public static TheoryData<string, string?, string?> Moves => new()
    {
        { "x", "a", null },
        { "x", "a.b", null },
        { "x", "a.b.c", "categoriesAreTooDeep" },
        { "x.y", "a.b.c", null },
        { "a", "x", "categoriesAreTooDeep" },
        { "a.b", "x", null },
        { "a", "a", "categoryWouldBeBelowItself" },
        { "a", "a.b.c", "categoryWouldBeBelowItself" },
        { "a.b.c", null, null },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void Moving_NeitherMakesACircle_NorGoesTooDeep(string category, string? parent, string? refusal) =>
        Assert.Equal(refusal, Placement.AgainstMoving(Tree, Tree.ByCode(category)!, Tree.ByCode(parent))?.Code);

    [Theory]
    [InlineData("x", -1, "x a")]
    [InlineData("x", -7, "x a")]
    [InlineData("a", 1, "x a")]
    [InlineData("a", -1, "a x")]
    public void Ordering_GoesAsFarAsItGoes(string category, int places, string order) =>
        Assert.Equal(order, string.Join(' ', Placement.Ordered(Tree, Tree.ByCode(category)!, places).Select(c => c.Code)));

    internal static Category New(string code, Category? parent, int position = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        ParentId = parent?.Id,
        Code = code,
        Name = code,
        NameEn = code,
        Icon = "folder",
        Position = position,
    };
}
