using Fengtai.Platform.Refusals;

namespace Fengtai.Platform.Languages;

/// <summary>Cleans the texts of one request with <see cref="PlainText"/> and collects what is wrong with them, so that a form shows all at once.</summary>
public sealed class GivenTexts
{
    private readonly List<Refusal> _refusals = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public bool AreRefused => _refusals.Count > 0;

    /// <summary>One line, or empty.</summary>
    public string Line(string field, string? text, int longest, bool required = false) =>
        Take(field, PlainText.Line(field, text, longest), required);

    /// <summary>Several lines, or empty.</summary>
    public string Lines(string field, string? text, int longest, bool required = false) =>
        Take(field, PlainText.Lines(field, text, longest), required);

    private string Take(string field, Result<string> text, bool required)
    {
        if (text.IsRefused)
        {
            _refusals.Add(text.Refusal);
            return "";
        }
        if (required && text.Value.Length == 0)
        {
            _refusals.Add(new Missing(field));
        }
        return text.Value;
    }
}
