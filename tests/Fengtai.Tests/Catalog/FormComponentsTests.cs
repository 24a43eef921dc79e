using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Fengtai.Catalog;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Xunit;
using static Fengtai.Tests.Catalog.Forms;

namespace Fengtai.Tests.Catalog;

/// <summary>A form for filling in, and what was answered, as HTML.</summary>
public sealed class FormComponentsTests(App app) : CatalogTest(app)
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Guid File1 = Guid.CreateVersion7(), File2 = Guid.CreateVersion7();
    private static readonly FormDefinition Everything = Form(
        Choice("one", "a", "b"),
        Field("some", FieldKind.Several, options: ["x", "y"]),
        Field("line"),
        Field("text", FieldKind.LongText),
        Field("count", FieldKind.Number, when: When("one", "b")),
        Field("since", FieldKind.DateTime),
        Field("place", FieldKind.Place),
        Field("device", FieldKind.Device, required: true),
        Field("pictures", FieldKind.Files));

    [Fact]
    public async Task EveryKind_HasAControl_ThatShowsWhatWasTyped()
    {
        var typed = new Dictionary<string, string[]> { ["one"] = ["b"], ["some"] = ["y"], ["line"] = ["<b>"], ["text"] = ["\n二"], ["count"] = ["zwei"], ["since"] = ["2026-03-02T08:00"] };

        var html = await RenderAsync<FormFields>(new() { [nameof(FormFields.Form)] = Everything, [nameof(FormFields.Typed)] = typed, [nameof(FormFields.Kept)] = (IReadOnlyList<KeptFile>)[new("pictures", File1, "a.png")] });

        Assert.Equal("b", Value(html, "[name='fields.one']:checked"));
        Assert.Equal("y", Value(html, "[name='fields.some']:checked"));
        Assert.Equal("<b>", Value(html, "[name='fields.line']"));
        Assert.Equal("\n二", ((IHtmlTextAreaElement)One(html, "[name='fields.text']")).Value);
        Assert.Equal("zwei", Value(html, "[name='fields.count']"));
        Assert.Equal("2026-03-02T08:00", Value(html, "input[type=datetime-local][name='fields.since']"));
        Assert.Equal(File1.ToString(), Value(html, "input[type=checkbox][name='fields.pictures']:checked"));
        Assert.NotNull(One(html, "input[type=file][name='fields.pictures']"));
        Assert.NotNull(One(html, "[name='fields.device'][required]"));
        Assert.All(Everything.Fields, f => Assert.Contains(f.Label, html.Body!.TextContent));
    }

    [Fact]
    public async Task AQuestionWithACondition_NamesTheAnswersThatItDependsOn()
    {
        var html = await RenderAsync<FormFields>(new() { [nameof(FormFields.Form)] = Everything });

        var field = Assert.Single(html.QuerySelectorAll("[data-when-field]"));
        Assert.Equal(("fields.one", """["b"]"""), (field.GetAttribute("data-when-field"), field.GetAttribute("data-when-values")));
        Assert.NotNull(field.QuerySelector("[name='fields.count']"));
    }

    [Fact]
    public async Task ManyOptions_AreASelect()
    {
        var html = await RenderAsync<FormFields>(new() { [nameof(FormFields.Form)] = Form(Choice("one", [.. Enumerable.Range(1, 9).Select(i => $"o{i}")])) });

        Assert.Equal(10, ((IHtmlSelectElement)One(html, "select[name='fields.one']")).Options.Length);
    }

    [Fact]
    public async Task ARefusedAnswer_SaysWhyAtItsField()
    {
        var refusals = FormAnswers.FromForm(Everything, new Dictionary<string, string[]> { ["one"] = ["b"], ["count"] = ["zwei"] }, Shanghai).Refusals;

        var html = await RenderAsync<FormFields>(new() { [nameof(FormFields.Form)] = Everything }, refusals);

        Assert.Equal("true", One(html, "[name='fields.count']").GetAttribute("aria-invalid"));
        Assert.Contains("数字", One(html, "#field-fields-count-error").TextContent);
    }

    [Theory]
    [InlineData("zh-CN", "选 x、选 y")]
    [InlineData("en", "Pick x, Pick y")]
    public async Task GivenAnswers_AreReadInTheReadersWordsAndZone(string language, string chosen)
    {
        var answers = FormAnswers.FromJson(Everything, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            $$"""{"some":["x","y"],"text":"一\n二","since":"2026-03-02T00:30:00Z","line":"<script>","pictures":["{{File1}}","{{File2}}"]}""")).Value;

        var html = await RenderAsync<FormAnswersList>(
            new()
            {
                [nameof(FormAnswersList.Answers)] = answers.Given,
                [nameof(FormAnswersList.Missing)] = Everything.Questions(answers.Missing),
                [nameof(FormAnswersList.Files)] = new Dictionary<Guid, FileLink> { [File1] = new("seen.png", 10, $"/files/{File1}", true) },
            },
            language: language);

        var text = html.Body!.TextContent;
        Assert.Contains(chosen, text);
        Assert.Contains("一\n二", text);
        Assert.Contains("<script>", text);
        Assert.Contains("08:30", One(html, "time").TextContent);
        Assert.Equal(["seen.png"], html.QuerySelectorAll("img").Select(i => i.GetAttribute("alt")));
        Assert.Contains(language == "en" ? "Ask device" : "问 device", text);
    }

    [Fact]
    public async Task AnOptionThatIsGoneSince_KeepsTheWordsItHad_AndWithoutWordsItsValue()
    {
        var kept = new GivenAnswer("q", "问", "", FieldKind.Choice, JsonSerializer.SerializeToElement("old"), [new("old", "旧的", "")]);

        Assert.Contains("旧的", (await RenderAsync<FormAnswersList>(new() { [nameof(FormAnswersList.Answers)] = (IReadOnlyList<GivenAnswer>)[kept] })).Body!.TextContent);
        Assert.Contains("old", (await RenderAsync<FormAnswersList>(new() { [nameof(FormAnswersList.Answers)] = (IReadOnlyList<GivenAnswer>)[kept with { Chosen = [] }] })).Body!.TextContent);
    }

    [Fact]
    public void GivenAnswers_GoBackIntoTheForm()
    {
        var typed = new Dictionary<string, string[]> { ["some"] = ["x", "y"], ["since"] = ["2026-03-02T08:00"], ["device"] = ["PC-1"] };

        var back = FormAnswers.FromForm(Everything, typed, Shanghai).Value.Typed(Shanghai);

        Assert.Equal(typed, back);
    }

    private Task<IHtmlDocument> RenderAsync<TComponent>(Dictionary<string, object?> parameters, IReadOnlyList<Refusal>? refusals = null, string language = "zh-CN")
        where TComponent : IComponent => App.RunAsync(async services =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        services.GetRequiredService<PageContext>().TimeZone = Shanghai;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var errors = refusals is null ? FormErrors.None : FormErrors.From(refusals, services.GetRequiredService<IStringLocalizer>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment inner = builder =>
            {
                builder.OpenComponent<TComponent>(0);
                builder.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Key, p.Value!)));
                builder.CloseComponent();
            };
            var output = await renderer.RenderComponentAsync<CascadingValue<FormErrors>>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Value"] = errors, ["ChildContent"] = inner }));
            return output.ToHtmlString();
        });
        return new HtmlParser().ParseDocument(html);
    });

    private static IElement One(IHtmlDocument html, string selector) => html.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in {html.Body!.InnerHtml}");

    private static string Value(IHtmlDocument html, string selector) => ((IHtmlInputElement)One(html, selector)).Value;
}
