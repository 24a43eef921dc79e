using Fengtai.Catalog;
using Fengtai.Platform.Texts;
using Fengtai.Tickets;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>A policy in words.</summary>
internal static class PolicyWords
{
    private const int Hour = 60;

    /// <summary>One line each; one alone where it asks for nothing.</summary>
    public static IReadOnlyList<string> Conditions(PolicyConditions asked, CategoryTree tree, IStringLocalizer texts)
    {
        string[] lines =
        [
            Said("types", asked.Types.Select(t => texts.Of(t).Value)),
            Said("categories", asked.Categories.Select(c => tree.Find(c) is { } found ? tree.PathNameOf(found) : "–")),
            Said("priorities", asked.Priorities.Select(p => texts.Of(p).Value)),
            Said("departments", asked.Departments),
            Said("sites", asked.Sites),
            Said("channels", asked.Channels.Select(c => texts.Of(c).Value)),
            asked.Vip is { } vip ? texts[vip ? "levels.admin.vip.only" : "levels.admin.vip.not"] : "",
        ];
        return lines.Where(l => l.Length > 0).ToList() is { Count: > 0 } said ? said : [texts["levels.admin.everything"]];

        string Said(string what, IEnumerable<string> values) => Listed(values, texts) is { Length: > 0 } list ? texts["levels.admin.condition", texts[$"levels.data.{what}"].Value, list] : "";
    }

    /// <summary>5 minutes, 4 hours, 3 working days.</summary>
    public static string Target(int value, TargetUnit unit, IStringLocalizer texts) => (unit, value) switch
    {
        (TargetUnit.WorkingDays, _) => texts["levels.admin.workingDays", value],
        (_, var minutes) when minutes % Hour == 0 => texts["levels.admin.hours", minutes / Hour],
        _ => texts["levels.admin.minutes", value],
    };

    public static string Listed(IEnumerable<string> words, IStringLocalizer texts) => words.DefaultIfEmpty("").Aggregate((all, one) => texts["ui.list", all, one]);

    /// <summary>What a stored word is called; what is none is as it was typed.</summary>
    public static string Word(string field, string word, IStringLocalizer texts)
    {
        return field switch
        {
            "types" => Of<TicketType>(),
            "priorities" => Of<Priority>(),
            "channels" => Of<Channel>(),
            "pauses" => Of<WaitReason>(),
            "kinds" => Of<ClockKind>(),
            "unit" => Of<TargetUnit>(),
            "moment" => Of<StepMoment>(),
            "acts" => Of<StepAct>(),
            "vip" => texts[$"levels.admin.vip.{word}"],
            _ => word,
        };

        string Of<T>() where T : struct, Enum => Words.TryParse<T>(word, out var value) ? texts.Of(value) : word;
    }
}
