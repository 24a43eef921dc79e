using System.Text.Json;
using Fengtai.Platform.Http;

namespace Fengtai.Platform.Ui;

/// <summary>Where what is typed is kept until it has been sent.</summary>
/// <param name="Key">In this browser: <c>ticket:100042:notes.text</c>.</param>
/// <param name="Address">On the server, which takes <c>PUT {text, choice}</c>; null keeps it in this browser alone.</param>
/// <param name="Saved">What the server has from before, perhaps from another browser.</param>
public sealed record DraftPlace(string Key, string? Address = null, SavedText? Saved = null)
{
    internal string? SavedJson => Saved is null ? null : JsonSerializer.Serialize(new { Saved.Text, Chosen = Saved.Choice, At = Saved.At.ToUnixTimeMilliseconds() }, Json.Options);

    public static implicit operator DraftPlace(string key) => new(key);
}

public sealed record SavedText(string Text, string? Choice, DateTimeOffset At);
