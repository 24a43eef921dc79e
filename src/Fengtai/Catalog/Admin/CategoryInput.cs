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
}
