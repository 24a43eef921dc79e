namespace Fengtai.Catalog.Admin;

/// <summary>A category's details as they were typed or chosen.</summary>
public sealed record CategoryInput
{
    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public string? Code { get; init; }

    public string? Icon { get; init; }

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    /// <summary>Separated by commas or line ends.</summary>
    public string? Keywords { get; init; }

    /// <summary>A team's code.</summary>
    public string? Team { get; init; }

    public string? Type { get; init; }

    public string? PaperModule { get; init; }

    /// <summary>The id of the category above, for a new one.</summary>
    public string? Parent { get; init; }

    /// <summary>Fingerprint of the details that the form was rendered from.</summary>
    public string? BasedOn { get; init; }

    /// <summary>The values that the form was rendered with (<see cref="ShownValues"/>).</summary>
    public string? Shown { get; init; }

    public static CategoryInput Of(Category category, string? team) => new()
    {
        Name = category.Name,
        NameEn = category.NameEn,
        Code = category.Code,
        Icon = category.Icon,
        Hint = category.Hint,
        HintEn = category.HintEn,
        Keywords = string.Join('、', category.Keywords),
        Team = team,
        Type = category.DefaultType,
        PaperModule = category.PaperModule,
    };

    /// <summary>Every detail by the name of its input.</summary>
    internal Dictionary<string, string> Values() => new()
    {
        ["name"] = Plain(Name),
        ["nameEn"] = Plain(NameEn),
        ["icon"] = Plain(Icon),
        ["hint"] = Plain(Hint),
        ["hintEn"] = Plain(HintEn),
        ["keywords"] = Plain(Keywords),
        ["team"] = Plain(Team),
        ["type"] = Plain(Type),
        ["paperModule"] = Plain(PaperModule),
        ["code"] = Plain(Code),
    };

    internal static CategoryInput From(IReadOnlyDictionary<string, string> values) => new()
    {
        Name = values["name"],
        NameEn = values["nameEn"],
        Icon = values["icon"],
        Hint = values["hint"],
        HintEn = values["hintEn"],
        Keywords = values["keywords"],
        Team = values["team"],
        Type = values["type"],
        PaperModule = values["paperModule"],
        Code = values["code"],
    };

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
