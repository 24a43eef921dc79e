using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>A node of the catalogue: what a request is about, what is asked then, and who works on it.</summary>
public sealed class Category
{
    /// <summary>What events about a category have as their subject.</summary>
    public const string SubjectKind = "category";

    public Guid Id { get; init; }

    public Guid? ParentId { get; set; }

    /// <summary>Unique name for programs: <c>hardware.printer</c>.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>Name of a Tabler icon.</summary>
    public required string Icon { get; set; }

    /// <summary>Shown to the requester before the questions; empty where there is nothing to say.</summary>
    public string? Hint { get; set; }

    public string? HintEn { get; set; }

    /// <summary>Other words under which people look for it.</summary>
    public string[] Keywords { get; set; } = [];

    /// <summary>Where its tickets go; null takes the parent's (<see cref="CategoryTree.TeamOf"/>).</summary>
    public Guid? DefaultTeamId { get; set; }

    /// <summary>Word of the ticket type that such requests usually are, as <c>incident</c>; null takes the parent's (<see cref="CategoryTree.TypeOf"/>).</summary>
    public string? DefaultType { get; set; }

    /// <summary>The box of the paper work order to tick; null takes the parent's (<see cref="CategoryTree.PaperModuleOf"/>).</summary>
    public string? PaperModule { get; set; }

    /// <summary>Inactive ones stay on old tickets and are offered to nobody.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Order among its siblings, ascending.</summary>
    public int Position { get; set; }

    /// <summary>What is asked; null takes the parent's (<see cref="CategoryTree.FormOf"/>).</summary>
    public FormDefinition? Form { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    public Wording Title => new(Name, NameEn);

    public Wording Advice => new(Hint, HintEn);
}
