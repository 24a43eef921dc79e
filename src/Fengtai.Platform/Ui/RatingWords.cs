namespace Fengtai.Platform.Ui;

/// <summary>The five steps of satisfaction: 5 = 非常满意 … 1 = 非常不满意.</summary>
public static class RatingWords
{
    public static string TextKey(int score) => score switch
    {
        5 => "ui.rating.5",
        4 => "ui.rating.4",
        3 => "ui.rating.3",
        2 => "ui.rating.2",
        _ => "ui.rating.1",
    };

    internal static string Face(int score) => score switch
    {
        5 => "mood-happy",
        4 => "mood-smile",
        3 => "mood-neutral",
        2 => "mood-sad",
        _ => "mood-cry",
    };

    internal static Tone Tone(int score) => score switch
    {
        5 or 4 => Ui.Tone.Green,
        3 => Ui.Tone.Amber,
        2 => Ui.Tone.Orange,
        _ => Ui.Tone.Red,
    };
}
