namespace Fengtai.Platform.Ui;

public enum ButtonKind
{
    /// <summary>With a border: one of several things to do.</summary>
    Plain,

    /// <summary>The one thing to do next; once on a page.</summary>
    Primary,

    /// <summary>Without a border: tools and ways back.</summary>
    Quiet,

    /// <summary>Takes something away.</summary>
    Danger,
}

/// <summary>The colour of a mark; its word says the same.</summary>
public enum Tone
{
    /// <summary>Over, paused, unimportant.</summary>
    Grey,

    /// <summary>New.</summary>
    Blue,

    /// <summary>Known and about to begin.</summary>
    Teal,

    /// <summary>At work.</summary>
    Violet,

    /// <summary>Waiting; internal.</summary>
    Amber,

    /// <summary>Soon too late.</summary>
    Orange,

    /// <summary>Too late, refused, broken.</summary>
    Red,

    /// <summary>Done well.</summary>
    Green,
}

internal static class Tones
{
    internal static string Class(this Tone tone) => tone switch
    {
        Tone.Grey => "grey",
        Tone.Blue => "blue",
        Tone.Teal => "teal",
        Tone.Violet => "violet",
        Tone.Amber => "amber",
        Tone.Orange => "orange",
        Tone.Red => "red",
        Tone.Green => "green",
    };
}
