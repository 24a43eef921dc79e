using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Ui;

/// <summary>Why a form came back, in the reader's words: by field, and as a whole.</summary>
public sealed class FormErrors
{
    private readonly List<(string? Field, string Message)> _errors = [];

    public static FormErrors None { get; } = new();

    public IReadOnlyList<(string? Field, string Message)> All => _errors;

    public bool Any => _errors.Count > 0;

    /// <summary>The first message about a field; names are compared without regard to case, as forms write Subject and refusals subject.</summary>
    public string? For(string field) => _errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.OrdinalIgnoreCase)).Message;

    public void Add(string? field, string message) => _errors.Add((field, message));

    public static FormErrors From(IEnumerable<Refusal> refusals, IStringLocalizer texts)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, texts.Sentence(refusal));
        }
        return errors;
    }
}
