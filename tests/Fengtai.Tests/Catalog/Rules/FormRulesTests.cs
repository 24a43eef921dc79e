using Fengtai.Catalog;
using Fengtai.Catalog.Rules;
using Xunit;
using static Fengtai.Tests.Catalog.Forms;

namespace Fengtai.Tests.Catalog.Rules;

public sealed class FormRulesTests
{
    private static readonly FormDefinition ThreeFields = Form(Choice("a", "x", "y"), Field("b", when: When("a", "x")), Field("c"));

    public static TheoryData<string, string?> NewFields => new()
    {
        { "plain", null },
        { "errorText2", null },
        { "a", "fieldKeyIsTaken" },
        { "Error", "fieldKeyIsNotUsable" },
        { "error text", "fieldKeyIsNotUsable" },
        { "错误", "fieldKeyIsNotUsable" },
        { "x\n", "fieldKeyIsNotUsable" },
        { "", "fieldKeyIsNotUsable" },
        { new string('k', 41), "fieldKeyIsNotUsable" },
    };

    [Theory]
    [MemberData(nameof(NewFields))]
    public void AKey_IsCamelCaseAndThereOnce(string key, string? refusal) => Assert.Equal(refusal, FormRules.Add(ThreeFields, Field(key)).Refusal?.Code);

    [Fact]
    public void AForm_HasALargestNumberOfFields()
    {
        var full = Form([.. Enumerable.Range(1, FormRules.FieldLimit).Select(i => Field($"f{i}"))]);

        Assert.Equal("formIsFull", FormRules.Add(full, Field("more")).Refusal?.Code);
    }

    public static TheoryData<string, FormField, string?> Choices => new()
    {
        { "one option", Choice("n", "x"), null },
        { "no option", Choice("n"), "choiceNeedsOptions" },
        { "the same twice", Choice("n", "x", "x"), "optionIsTaken" },
        { "too many", Choice("n", [.. Enumerable.Range(0, 51).Select(i => $"o{i}")]), "optionsAreTooMany" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void AChoice_OffersSomethingOnce(string what, FormField field, string? refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, FormRules.Add(ThreeFields, field).Refusal?.Code);
    }

    public static TheoryData<string, FormField, string?> Conditions => new()
    {
        { "an earlier choice", Field("n", when: When("a", "y")), null },
        { "several of its options", Field("n", when: When("a", "y", "x")), null },
        { "no such question", Field("n", when: When("z", "y")), "conditionNeedsAnEarlierChoice" },
        { "itself", Field("n", FieldKind.Choice, when: When("n", "y"), options: ["y"]), "conditionNeedsAnEarlierChoice" },
        { "no such option", Field("n", when: When("a", "z")), "conditionNeedsAnEarlierChoice" },
        { "no option at all", Field("n", when: When("a")), "conditionNeedsAnEarlierChoice" },
        { "a question without options", Field("n", when: When("c", "x")), "conditionNeedsAnEarlierChoice" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void ACondition_IsAnOptionOfAnEarlierChoice(string what, FormField field, string? refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, FormRules.Add(ThreeFields, field).Refusal?.Code);
    }

    [Theory]
    [InlineData("a", 1, null)]
    [InlineData("c", -1, "a c b")]
    [InlineData("c", -9, "c a b")]
    [InlineData("b", 1, "a c b")]
    [InlineData("b", 0, "a b c")]
    [InlineData("b", -1, null)]
    public void Moving_KeepsConditionsAfterWhatTheyDependOn(string key, int places, string? order)
    {
        var moved = FormRules.Move(ThreeFields, key, places);

        Assert.Equal(order, moved.IsRefused ? null : string.Join(' ', moved.Value.Fields.Select(f => f.Key)));
        Assert.Equal(order is null ? "conditionNeedsAnEarlierChoice" : null, moved.Refusal?.Code);
    }

    [Theory]
    [InlineData("a", "conditionNeedsAnEarlierChoice")]
    [InlineData("b", null)]
    [InlineData("z", "notFound")]
    public void Removing_WhatAnotherDependsOn_IsRefused(string key, string? refusal) => Assert.Equal(refusal, FormRules.Remove(ThreeFields, key).Refusal?.Code);

    [Fact]
    public void TakingAwayAnOptionThatAnotherDependsOn_IsRefused() =>
        Assert.Equal("conditionNeedsAnEarlierChoice", FormRules.Replace(ThreeFields, Choice("a", "y")).Refusal?.Code);

    [Fact]
    public void AReplacedField_StaysWhereItIs()
    {
        var form = FormRules.Replace(ThreeFields, Field("b", FieldKind.Number)).Value;

        Assert.Equal(["a", "b", "c"], form.Fields.Select(f => f.Key));
        Assert.Equal(FieldKind.Number, form.Find("b")!.Kind);
    }
}
