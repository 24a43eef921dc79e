using System.Collections.Frozen;
using Fengtai.Catalog;
using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>What a list of tickets can be narrowed by. The names stand in addresses, in the API and in saved views, and so never change.</summary>
[TextKeys("tickets.filter")]
internal enum FilterField
{
    /// <summary>Words of the request and its conversation, or a number; <c>q</c> in addresses.</summary>
    Words,

    Status,
    Priority,
    Type,

    /// <summary>A category and all below it, by code.</summary>
    Category,

    Team,
    Assignee,

    /// <summary>Who on the desk answers for it.</summary>
    Owner,

    /// <summary>Watched by these people; asked of what one reads as staff.</summary>
    Watcher,

    Requester,
    ReportedBy,

    /// <summary>The requester's department.</summary>
    Department,

    /// <summary>The requester's site.</summary>
    Site,

    /// <summary>The requester is marked for the desk.</summary>
    Vip,

    Channel,
    Impact,
    Urgency,
    WaitReason,

    /// <summary>How it ended.</summary>
    CloseCode,

    /// <summary>The user's message waits for an answer.</summary>
    Unanswered,

    /// <summary>Required questions of the form are open.</summary>
    Incomplete,

    Reopened,

    /// <summary>Haste was asked for (催办).</summary>
    Urged,

    /// <summary>Solved at first contact (一次性解决).</summary>
    FirstContact,

    OutOfScope,

    /// <summary>Entered after it was done (补录).</summary>
    Afterwards,

    /// <summary>A major incident (重大事件).</summary>
    Major,

    /// <summary>The next deadline is close or past.</summary>
    Soon,

    /// <summary>When the next action is due.</summary>
    Due,

    Opened,

    /// <summary>When it last changed.</summary>
    Updated,

    Resolved,
    Closed,
}

/// <summary>What values a field takes.</summary>
internal enum FilterKind
{
    /// <summary>Text to search for, one value.</summary>
    Words,

    /// <summary>Words of a list that never changes.</summary>
    Choice,

    /// <summary>Codes of categories.</summary>
    Category,

    /// <summary>Codes of teams.</summary>
    Team,

    /// <summary>Logins.</summary>
    Person,

    /// <summary>What is written in a person's record, exactly.</summary>
    Written,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    Flag,

    /// <summary>A <see cref="Period"/>.</summary>
    Moment,
}

internal static class FilterFields
{
    public const string None = "none";
    public const string Me = "me";
    public const string MyTeams = "myTeams";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Open = "open";
    public const string Ended = "closed";

    /// <summary>Another word for <see cref="MyTeams"/>, as the first version of the API called it.</summary>
    public const string Mine = "mine";

    public static readonly IReadOnlyList<FilterField> All = Enum.GetValues<FilterField>();

    private static readonly FrozenDictionary<string, FilterField> ByName = All.ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(FilterField field) => field == FilterField.Words ? "q" : Words.Of(field);

    public static FilterField? Named(string name) => ByName.TryGetValue(name, out var field) ? field : null;

    public static FilterKind KindOf(FilterField field) => field switch
    {
        FilterField.Words => FilterKind.Words,
        FilterField.Category => FilterKind.Category,
        FilterField.Team => FilterKind.Team,
        FilterField.Assignee or FilterField.Owner or FilterField.Watcher or FilterField.Requester or FilterField.ReportedBy => FilterKind.Person,
        FilterField.Department or FilterField.Site => FilterKind.Written,
        FilterField.Vip or FilterField.Unanswered or FilterField.Incomplete or FilterField.Reopened or FilterField.Urged or FilterField.FirstContact or FilterField.OutOfScope or FilterField.Afterwards or FilterField.Major or FilterField.Soon => FilterKind.Flag,
        FilterField.Due or FilterField.Opened or FilterField.Updated or FilterField.Resolved or FilterField.Closed => FilterKind.Moment,
        FilterField.Status or FilterField.Priority or FilterField.Type or FilterField.Channel or FilterField.Impact or FilterField.Urgency
            or FilterField.WaitReason or FilterField.CloseCode => FilterKind.Choice,
    };

    /// <summary>Whether a ticket may have none of it, and <c>none</c> asks for those.</summary>
    public static bool MayBeNone(FilterField field) => field switch
    {
        FilterField.Category or FilterField.Team or FilterField.Assignee or FilterField.Owner or FilterField.ReportedBy
            or FilterField.Department or FilterField.Site or FilterField.Impact or FilterField.Urgency
            or FilterField.WaitReason or FilterField.CloseCode or FilterField.Due or FilterField.Resolved or FilterField.Closed => true,
        _ => false,
    };

    /// <summary>The words of a field whose values are known beforehand, without <c>none</c>; empty for all others.</summary>
    public static IReadOnlyList<string> ChoicesOf(FilterField field) => field switch
    {
        FilterField.Status => [Open, .. WordsOf<TicketStatus>()],
        FilterField.Priority => WordsOf<Priority>(),
        FilterField.Type => WordsOf<TicketType>(),
        FilterField.Channel => WordsOf<Channel>(),
        FilterField.Impact => WordsOf<Impact>(),
        FilterField.Urgency => WordsOf<Urgency>(),
        FilterField.WaitReason => WordsOf<WaitReason>(),
        FilterField.CloseCode => WordsOf<CloseCode>(),
        _ when KindOf(field) == FilterKind.Flag => [Yes, No],
        _ => [],
    };

    private static string[] WordsOf<TEnum>() where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(v => Words.Of(v))];
}
