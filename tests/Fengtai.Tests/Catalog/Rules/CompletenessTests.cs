using System.Text.Json;
using Fengtai.Catalog;
using Xunit;
using static Fengtai.Tests.Catalog.Forms;

namespace Fengtai.Tests.Catalog.Rules;

/// <summary>What is asked, and what a request still lacks.</summary>
public sealed class CompletenessTests
{
    private static readonly FormDefinition Printer = Form(
        Field("what", FieldKind.Choice, required: true, options: ["jam", "other"]),
        Field("where", FieldKind.Choice, when: When("what", "jam"), options: ["tray", "inside"]),
        Field("which", required: true, when: When("where", "tray")),
        Field("tell", FieldKind.LongText, required: true, when: When("what", "other")),
        Field("since", FieldKind.DateTime));

    [Theory]
    [InlineData("{}", "what")]
    [InlineData("""{"what":"jam"}""", "")]
    [InlineData("""{"what":"jam","where":"tray"}""", "which")]
    [InlineData("""{"what":"jam","where":"tray","which":"2"}""", "")]
    [InlineData("""{"what":"other"}""", "tell")]
    [InlineData("""{"what":"other","tell":" "}""", "tell")]
    [InlineData("""{"where":"tray"}""", "what")]
    public void OnlyWhatIsAsked_CanBeMissing(string given, string missing)
    {
        var answers = Read(given);

        Assert.Equal(missing, string.Join(' ', answers.Missing));
        Assert.Equal(missing.Length == 0, answers.AreComplete);
    }

    [Theory]
    [InlineData("""{"what":"other","where":"tray","which":"2"}""", "what")]
    [InlineData("""{"what":"jam","tell":"x","since":"2026-01-01T00:00:00Z"}""", "what since")]
    public void AnswersToWhatIsNotAsked_AreLeftOut(string given, string kept) =>
        Assert.Equal(kept, string.Join(' ', Read(given).Given.Select(g => g.Key)));

    [Fact]
    public void AWrongAnswerToWhatIsNotAsked_DoesNotMatter() =>
        Assert.False(FormAnswers.FromJson(Printer, Json("""{"what":"other","where":"nowhere"}""")).IsRefused);

    [Fact]
    public void AfterACorrectedCategory_NothingGivenIsLost_AndTheNewFormSaysWhatIsMissing()
    {
        var answers = Read("""{"what":"jam","where":"inside"}""");

        var held = answers.HeldAgainst(Form(Field("place", FieldKind.Place, required: true)));

        Assert.Equal(answers.Given, held.Given);
        Assert.Equal(["place"], held.Missing);
    }

    [Fact]
    public void WithoutAForm_NothingIsMissing() => Assert.True(FormAnswers.FromJson(FormDefinition.Empty, null).Value.AreComplete);

    private static FormAnswers Read(string json) => FormAnswers.FromJson(Printer, Json(json)).Value;

    private static Dictionary<string, JsonElement> Json(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}
