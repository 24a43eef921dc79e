using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>What a macro can do with a ticket: acts that mean the same on every ticket.</summary>
[TextKeys("tickets.macroAct")]
internal enum MacroAct
{
    Accept,

    Classify,

    Assign,

    PassOn,

    Take,

    Claim,

    Start,

    /// <summary>An answer or an internal note.</summary>
    Notes,

    Contact,

    Plan,

    Escalate,

    Wait,

    Resume,

    Resolve,

    Close,
}

/// <summary>When a wait ends that is as long on every ticket.</summary>
internal static class MacroWait
{
    private const int StartOfWork = 9;

    /// <summary>The morning after so many days, by the clock of whoever runs it.</summary>
    public static DateTimeOffset Until(DateTimeOffset now, int days, TimeZoneInfo zone)
    {
        var morning = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(days).AddHours(StartOfWork);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
