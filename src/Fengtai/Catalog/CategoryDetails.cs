using Fengtai.Catalog.Admin;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;

namespace Fengtai.Catalog;

/// <summary>What an administrator says about a category, fit to be kept. Where it stands and what it asks are matters of their own.</summary>
internal sealed record CategoryDetails
{
    public const int LongestName = 40;
    public const int LongestHint = 300;
    public const int LongestKeyword = 40;
    public const int MostKeywords = 30;

    private static readonly char[] BetweenKeywords = [',', '，', '、', ';', '；', '\n'];

    public required string Name { get; init; }

    public string NameEn { get; init; } = "";

    /// <summary>Empty where one shall be made from the name.</summary>
    public string Code { get; init; } = "";

    public string Icon { get; init; } = "folder";

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    public string[] Keywords { get; init; } = [];

    public Guid? DefaultTeamId { get; init; }

    public string? DefaultType { get; init; }

    public string? PaperModule { get; init; }

    public static CategoryDetails Of(Category category) => new()
    {
        Name = category.Name,
        NameEn = category.NameEn,
        Code = category.Code,
        Icon = category.Icon,
        Hint = category.Hint,
        HintEn = category.HintEn,
        Keywords = category.Keywords,
        DefaultTeamId = category.DefaultTeamId,
        DefaultType = category.DefaultType,
        PaperModule = category.PaperModule,
    };

    /// <param name="team">The team as it was found; a code that names none is refused before.</param>
    public static Result<CategoryDetails> Read(CategoryInput input, Guid? team)
    {
        var texts = new GivenTexts();
        var details = new CategoryDetails
        {
            Name = texts.Line("name", input.Name, LongestName, required: true),
            NameEn = texts.Line("nameEn", input.NameEn, LongestName),
            Code = texts.Line("code", input.Code, CodeNames.Longest),
            Icon = input.Icon is { Length: > 0 } icon ? icon : "folder",
            Hint = Optional(texts.Lines("hint", input.Hint, LongestHint)),
            HintEn = Optional(texts.Lines("hintEn", input.HintEn, LongestHint)),
            Keywords = [.. (input.Keywords ?? "").Split(BetweenKeywords).Select(k => texts.Line("keywords", k, LongestKeyword)).Where(k => k.Length > 0).Distinct()],
            DefaultTeamId = team,
            DefaultType = Optional(input.Type),
            PaperModule = Optional(input.PaperModule),
        };
        List<Refusal> refusals = [.. texts.Refusals, .. Wrong(details)];
        return refusals.Count > 0 ? Result<CategoryDetails>.Refused(refusals) : details;
    }

    /// <summary>What is different, by the name of the detail.</summary>
    public Dictionary<string, DetailChange> Changes(CategoryDetails to)
    {
        (string Name, string? From, string? To)[] all =
        [
            ("name", Name, to.Name),
            ("nameEn", NameEn, to.NameEn),
            ("code", Code, to.Code),
            ("icon", Icon, to.Icon),
            ("hint", Hint, to.Hint),
            ("hintEn", HintEn, to.HintEn),
            ("keywords", string.Join(", ", Keywords), string.Join(", ", to.Keywords)),
            ("team", DefaultTeamId?.ToString(), to.DefaultTeamId?.ToString()),
            ("type", DefaultType, to.DefaultType),
            ("paperModule", PaperModule, to.PaperModule),
        ];
        return all.Where(d => d.From != d.To).ToDictionary(d => d.Name, d => new DetailChange(d.From, d.To));
    }

    public void ApplyTo(Category category)
    {
        (category.Name, category.NameEn, category.Code, category.Icon) = (Name, NameEn, Code, Icon);
        (category.Hint, category.HintEn, category.Keywords) = (Hint, HintEn, Keywords);
        (category.DefaultTeamId, category.DefaultType, category.PaperModule) = (DefaultTeamId, DefaultType, PaperModule);
    }

    private static IEnumerable<Refusal> Wrong(CategoryDetails details)
    {
        if (details.Code.Length > 0 && !CodeNames.IsUsable(details.Code))
        {
            yield return new CategoryCodeIsNotUsable(details.Code);
        }
        if (!Icons.Exists(details.Icon))
        {
            yield return new UnknownValue("icon", details.Icon);
        }
        if (details.Keywords.Length > MostKeywords)
        {
            yield return new TooManyKeywords(MostKeywords);
        }
        if (details.DefaultType is { } type && !UsualTypes.All.Contains(type))
        {
            yield return new UnknownValue("type", type);
        }
        if (details.PaperModule is { } module && !PaperModules.All.Contains(module))
        {
            yield return new UnknownValue("paperModule", module);
        }
    }

    private static string? Optional(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
