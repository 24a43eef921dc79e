using System.Globalization;
using Fengtai.Platform.Access;

namespace Fengtai.Platform.Ui;

/// <summary>What a page needs to know of the request that it answers: who reads it, in which language, zone and theme, and when.</summary>
public sealed class PageContext
{
    public Actor Actor { get; internal set; } = Actor.Anonymous;

    public Theme Theme { get; internal set; }

    public CultureInfo Culture { get; internal set; } = CultureInfo.GetCultureInfo(SpokenLanguages.Default);

    public TimeZoneInfo TimeZone { get; internal set; } = TimeZoneInfo.Utc;

    /// <summary>The moment of the request; every time on a page is told from it.</summary>
    public DateTimeOffset Now { get; internal set; }

    /// <summary>Path and query of the page, for links that come back to it.</summary>
    public string Path { get; internal set; } = "/";

    /// <summary>The Turbo frame that asked; null when a whole page is wanted.</summary>
    public string? Frame { get; internal set; }

    /// <summary>The page is fetched ahead, for the case that somebody opens it; it may never be seen.</summary>
    public bool IsAhead { get; internal set; }

    /// <summary>The nonce of this answer's content security policy.</summary>
    public string Nonce { get; internal set; } = "";

    /// <summary>A message left by the request before; null mostly. Showing it uses it up.</summary>
    public Flash? Flash { get; internal set; }

    internal bool FlashWasShown { get; set; }

    /// <summary>Where no request says it, as in a job: what is written is in the words and by the clock of whoever it is done for.</summary>
    public void SpeakFor(Actor actor, DateTimeOffset now)
    {
        (Actor, Now, TimeZone) = (actor, now, actor.Zone);
        Culture = SpokenLanguages.Culture(SpokenLanguages.Known(actor.Culture) ?? SpokenLanguages.Default);
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = Culture;
    }

    public bool May(Permission permission) => Actor.May(permission);

    /// <summary>Whether <paramref name="href"/> is this page or one below it.</summary>
    public bool IsAt(string href)
    {
        var path = Path.AsSpan(0, Path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? query : Path.Length);
        return path.SequenceEqual(href) || (href.Length > 1 && path.StartsWith(href, StringComparison.Ordinal) && path[href.Length] == '/');
    }
}

public enum Theme
{
    /// <summary>As the device is set.</summary>
    Auto,

    /// <summary>Dark text on a light ground.</summary>
    Light,

    /// <summary>Light text on a dark ground.</summary>
    Dark,
}
