namespace Fengtai.Mail;

/// <summary>A value with parameters: a media type (RFC 2045, 5.1) or a disposition (RFC 2183), in lower case.</summary>
/// <param name="Parameters">By their names in lower case, continuations joined and decoded (RFC 2231).</param>
public sealed record ContentType(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>RFC 2045, 5.2: what says nothing of itself.</summary>
    public static ContentType PlainText { get; } = new("text/plain", new Dictionary<string, string>(StringComparer.Ordinal));

    public static ContentType Message { get; } = PlainText with { Value = "message/rfc822" };

    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    internal bool Is(string value) => Value.Equals(value, StringComparison.Ordinal);

    internal bool IsOf(string family) => Value.StartsWith(family, StringComparison.Ordinal);
}
