using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>What was typed into a form before it came back, and why it came back.</summary>
public sealed record Given(IReadOnlyDictionary<string, string>? Typed, FormErrors Errors)
{
    public static readonly Given Nothing = new((IReadOnlyDictionary<string, string>?)null, FormErrors.None);

    public Given(IFormCollection form, FormErrors errors)
        : this(form.ToDictionary(f => f.Key, f => f.Value.Count > 0 ? f.Value[^1] ?? "" : ""), errors)
    {
    }

    /// <summary>Files that came with it: an input for files cannot be filled in again.</summary>
    public IReadOnlyList<GivenFile> Files { get; init; } = [];

    public static Given Text(string name, string value) => new(new Dictionary<string, string> { [name] = value }, FormErrors.None);

    /// <param name="otherwise">What stands there at first.</param>
    public string? Of(string name, string? otherwise = null) => Typed is null ? otherwise : Typed.GetValueOrDefault(name);

    public bool Ticked(string name, bool otherwise) => Typed is null ? otherwise : Typed.GetValueOrDefault(name) == "true";
}

public sealed record GivenFile(Guid Id, string Name);
