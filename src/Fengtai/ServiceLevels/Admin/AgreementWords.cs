using System.Globalization;
using Fengtai.Calendars;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>An agreement in words.</summary>
internal static class AgreementWords
{
    /// <summary>What is to be known of it at a glance; nothing where it holds and nobody need look at it.</summary>
    public static IEnumerable<(Tone Tone, string Icon, string Text)> Marks(Agreement agreement, DateOnly today, IStringLocalizer texts)
    {
        if (agreement.ValidUntil < today)
        {
            return [(Tone.Grey, "calendar-x", texts[agreement.ValidUntil < agreement.ValidFrom ? "levels.agreements.withdrawn" : "levels.agreements.over"])];
        }
        if (agreement.ValidFrom > today)
        {
            return [(Tone.Blue, "calendar-time", texts["levels.agreements.tocome"])];
        }
        return new (bool Is, Tone, string, string)[]
        {
            (agreement.EndsSoonOn(today), Tone.Amber, "calendar-time", "levels.agreements.soon"),
            (agreement.ReviewIsDueOn(today), Tone.Amber, "calendar-event", "levels.agreements.review"),
        }.Where(m => m.Is).Select(m => (m.Item2, m.Item3, texts[m.Item4].Value));
    }

    public static string Validity(Agreement agreement, Times times, IStringLocalizer texts) => agreement.ValidUntil is { } until
        ? texts["levels.agreements.fromTo", times.Date(agreement.ValidFrom), times.Date(until)]
        : texts["levels.agreements.fromOn", times.Date(agreement.ValidFrom)];

    public static string Percent(decimal percent, CultureInfo culture) => percent.ToString("0.#", culture);

    /// <summary>Half the target left: tell the lead.</summary>
    public static string Step(EscalationStep step, IStringLocalizer texts) => texts["levels.admin.condition",
        step.Moment == StepMoment.Due ? texts.Of(step.Moment).Value : texts[$"levels.admin.moment.{Words.Of(step.Moment)}", step.Value].Value,
        PolicyWords.Listed(step.Acts.Select(a => texts.Of(a).Value), texts)];

    /// <summary>The calendar with the hours of its week.</summary>
    public static string Hours(KeptCalendar? calendar, IStringLocalizer texts) => calendar is null ? "–"
        : texts["levels.agreements.hours.said", calendar.Name.ToString(), PolicyWords.Listed(WeekWords.Of(calendar.Time.Definition.Week, texts), texts)];
}
