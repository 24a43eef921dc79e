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

    /// <param name="labels">Where the labels of the form's fields are: with <c>identity.field</c> the sentence about the field staffNumber says what <c>identity.field.staffNumber</c> says.</param>
    public static FormErrors From(IEnumerable<Refusal> refusals, IStringLocalizer texts, string? labels = null)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, labels is null ? texts.Sentence(refusal) : texts[Problems.TextKey(refusal.GetType()), [.. refusal.Arguments.Select(Labelled)]]);

            object Labelled(object argument) =>
                argument is string name && name == refusal.Field && texts[$"{labels}.{name}"] is { ResourceNotFound: false } label ? label.Value : argument;
        }
        return errors;
    }
}
