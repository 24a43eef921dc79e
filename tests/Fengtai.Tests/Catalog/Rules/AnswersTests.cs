using System.Text.Json;
using Fengtai.Catalog;
using Xunit;
using static Fengtai.Tests.Catalog.Forms;

namespace Fengtai.Tests.Catalog.Rules;

/// <summary>From what came in to normalised answers.</summary>
public sealed class AnswersTests
{
    private const string File1 = "0199c0de-0000-7000-8000-00000000000a";
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData(FieldKind.Text, "\"  卡纸 \"", "\"卡纸\"")]
    [InlineData(FieldKind.Text, "\"两\\n行\"", "\"两 行\"")]
    [InlineData(FieldKind.Text, "\"\\u202Eabc\\u0000\"", "\"abc\"")]
    [InlineData(FieldKind.Text, "\"<script>1</script>\"", "\"<script>1</script>\"")]
    [InlineData(FieldKind.LongText, "\"一\\r\\n二\"", "\"一\\n二\"")]
    [InlineData(FieldKind.Place, "\"A 座 3 楼\"", "\"A 座 3 楼\"")]
    [InlineData(FieldKind.Device, "\"PC-0042\"", "\"PC-0042\"")]
    [InlineData(FieldKind.Choice, "\"jam\"", "\"jam\"")]
    [InlineData(FieldKind.Several, "[\"smoke\",\"jam\",\"jam\"]", "[\"jam\",\"smoke\"]")]
    [InlineData(FieldKind.Number, "2.50", "2.5")]
    [InlineData(FieldKind.Number, "-7", "-7")]
    [InlineData(FieldKind.DateTime, "\"2026-11-20T08:30:00+08:00\"", "\"2026-11-20T00:30:00Z\"")]
    [InlineData(FieldKind.DateTime, "\"2026-11-20T08:30:00Z\"", "\"2026-11-20T08:30:00Z\"")]
    [InlineData(FieldKind.Files, "[\"0199C0DE-0000-7000-8000-00000000000A\"]", $"[\"{File1}\"]")]
    public void AnAnswerByApi_IsNormalised(FieldKind kind, string json, string kept) =>
        Assert.Equal(JsonElement.Parse(kept).GetRawText(), Unescaped(ByApi(kind, json).Value.Given.Single().Value));

    [Theory]
    [InlineData(FieldKind.Text, "null")]
    [InlineData(FieldKind.Text, "\"\"")]
    [InlineData(FieldKind.LongText, "\" \\n\\u200E \"")]
    [InlineData(FieldKind.Choice, "\"\"")]
    [InlineData(FieldKind.Several, "[]")]
    [InlineData(FieldKind.Files, "[]")]
    [InlineData(FieldKind.Number, "null")]
    public void WhatHoldsNothing_IsNoAnswer(FieldKind kind, string json) => Assert.Empty(ByApi(kind, json).Value.Given);

    [Theory]
    [InlineData(FieldKind.Text, "5", "answerIsNotText")]
    [InlineData(FieldKind.LongText, "{\"a\":1}", "answerIsNotText")]
    [InlineData(FieldKind.Choice, "\"fire\"", "answerIsNotAnOption")]
    [InlineData(FieldKind.Choice, "[\"jam\"]", "answerIsNotAnOption")]
    [InlineData(FieldKind.Several, "\"jam\"", "answerIsNotAnOption")]
    [InlineData(FieldKind.Several, "[\"jam\",\"fire\"]", "answerIsNotAnOption")]
    [InlineData(FieldKind.Several, "[1]", "answerIsNotAnOption")]
    [InlineData(FieldKind.Number, "\"3\"", "answerIsNotANumber")]
    [InlineData(FieldKind.Number, "1e40", "answerIsNotANumber")]
    [InlineData(FieldKind.Number, "1e20", "answerIsNotANumber")]
    [InlineData(FieldKind.DateTime, "\"2026-11-20T08:30:00\"", "answerIsNotATime")]
    [InlineData(FieldKind.DateTime, "\"2026-02-30T08:30:00Z\"", "answerIsNotATime")]
    [InlineData(FieldKind.DateTime, "\"gestern\"", "answerIsNotATime")]
    [InlineData(FieldKind.DateTime, "1700000000", "answerIsNotATime")]
    [InlineData(FieldKind.Files, "[\"../../etc/passwd\"]", "answerIsNotAFile")]
    [InlineData(FieldKind.Files, "\"x\"", "answerIsNotAFile")]
    public void AnAnswerOfTheWrongKind_IsRefusedByItsField(FieldKind kind, string json, string code)
    {
        var refusal = ByApi(kind, json).Refusal;

        Assert.Equal((code, "fields.q"), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData(FieldKind.Text, 500)]
    [InlineData(FieldKind.Place, 500)]
    [InlineData(FieldKind.LongText, 10_000)]
    public void Text_HasALongestLength(FieldKind kind, int longest)
    {
        Assert.False(ByApi(kind, JsonSerializer.Serialize(new string('长', longest))).IsRefused);
        Assert.Equal("textIsTooLong", ByApi(kind, JsonSerializer.Serialize(new string('长', longest + 1))).Refusal?.Code);
    }

    [Fact]
    public void AnUnknownKeyByApi_IsRefused_AndAllThatIsWrongIsSaidAtOnce()
    {
        var result = FormAnswers.FromJson(Form(Field("n", FieldKind.Number)), Json("""{"n":"x","colour":"red"}"""));

        Assert.Equal(["answerIsToNoQuestion fields.colour", "answerIsNotANumber fields.n"], result.Refusals.Select(r => $"{r.Code} {r.Field}"));
    }

    [Theory]
    [InlineData(FieldKind.Number, "３．５", "3.5")]
    [InlineData(FieldKind.Number, " 12 ", "12")]
    [InlineData(FieldKind.DateTime, "2026-11-20T08:30", "\"2026-11-20T00:30:00Z\"")]
    [InlineData(FieldKind.Choice, "jam", "\"jam\"")]
    [InlineData(FieldKind.Several, "smoke", "[\"smoke\"]")]
    [InlineData(FieldKind.Text, "卡纸", "\"卡纸\"")]
    public void WhatAPersonTyped_IsNormalised(FieldKind kind, string typed, string kept) =>
        Assert.Equal(kept, Unescaped(Typed(kind, typed, Shanghai).Value.Given.Single().Value));

    [Theory]
    [InlineData(FieldKind.Number, "three", "answerIsNotANumber")]
    [InlineData(FieldKind.Number, "1,000", "answerIsNotANumber")]
    [InlineData(FieldKind.Number, "1e3", "answerIsNotANumber")]
    [InlineData(FieldKind.DateTime, "20.11.2026", "answerIsNotATime")]
    [InlineData(FieldKind.DateTime, "0001-01-01T00:00", "answerIsNotATime")]
    [InlineData(FieldKind.Choice, "fire", "answerIsNotAnOption")]
    [InlineData(FieldKind.Files, "x", "answerIsNotAFile")]
    public void WhatAPersonTypedWrongly_IsRefusedByItsField(FieldKind kind, string typed, string code)
    {
        var refusal = Typed(kind, typed, Shanghai).Refusal;

        Assert.Equal((code, "fields.q"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void AnHourThatTheClocksSkip_IsRefused() =>
        Assert.Equal("answerIsNotATime", Typed(FieldKind.DateTime, "2026-03-08T02:30", NewYork).Refusal?.Code);

    [Fact]
    public void OtherInputsOfAPage_AreNoAnswers() =>
        Assert.Empty(FormAnswers.FromForm(Form(Field("q")), new Dictionary<string, string[]> { ["subject"] = ["x"] }, Shanghai).Value.Given);

    [Fact]
    public void AChosenOption_KeepsItsWords()
    {
        var answer = ByApi(FieldKind.Choice, "\"jam\"").Value.Given.Single();

        Assert.Equal(("问 q", "选 jam"), (answer.Label, answer.Chosen.Single().Label));
    }

    private static Fengtai.Platform.Refusals.Result<FormAnswers> ByApi(FieldKind kind, string json) =>
        FormAnswers.FromJson(Form(Question(kind)), Json($$"""{"q":{{json}}}"""));

    private static Fengtai.Platform.Refusals.Result<FormAnswers> Typed(FieldKind kind, string typed, TimeZoneInfo zone) =>
        FormAnswers.FromForm(Form(Question(kind)), new Dictionary<string, string[]> { ["q"] = [typed] }, zone);

    private static FormField Question(FieldKind kind) =>
        kind is FieldKind.Choice or FieldKind.Several ? Field("q", kind, options: ["jam", "smoke"]) : Field("q", kind);

    private static Dictionary<string, JsonElement> Json(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static string Unescaped(JsonElement value) => JsonSerializer.Serialize(value, Fengtai.Platform.Http.Json.Options).Replace("\\u003C", "<").Replace("\\u003E", ">");
}
