using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>A code is lower-case words, joined by dots and hyphens.</summary>
public sealed record CategoryCodeIsNotUsable(string Given) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "code";

    public override object[] Arguments => [Given];
}

public sealed record CategoryCodeIsTaken : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "code";
}

public sealed record CategoryWouldBeBelowItself : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "parent";
}

public sealed record CategoriesAreTooDeep(int Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "parent";

    public override object[] Arguments => [Limit];
}

public sealed record CatalogueIsFull(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}

public sealed record TooManyKeywords(int Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "keywords";

    public override object[] Arguments => [Limit];
}

/// <summary>The category uses the form of the one above it; there is nothing of its own to change.</summary>
public sealed record CategoryHasNoOwnForm : Refusal;

/// <summary>Nothing was taken away from the form, or it is back already.</summary>
public sealed record NothingToRestore : Refusal;

public sealed record FormIsFull(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}

/// <summary>Keys are camelCase.</summary>
public sealed record FieldKeyIsNotUsable(string Key) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "key";

    public override object[] Arguments => [Key];
}

public sealed record FieldKeyIsTaken(string Key) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "key";

    public override object[] Arguments => [Key];
}

/// <summary>A choice offers something.</summary>
public sealed record ChoiceNeedsOptions : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "options";
}

public sealed record OptionsAreTooMany(int Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "options";

    public override object[] Arguments => [Limit];
}

public sealed record OptionIsTaken(string Value) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "options";

    public override object[] Arguments => [Value];
}

/// <summary>Asked on an answer that cannot have been given before: to no question, a later one, one without options, or not one of them.</summary>
public sealed record ConditionNeedsAnEarlierChoice(Wording Question) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "whenField";

    public override object[] Arguments => [Question];
}
