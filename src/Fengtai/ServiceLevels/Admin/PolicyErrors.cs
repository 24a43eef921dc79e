using System.Globalization;
using System.Text.RegularExpressions;
using Fengtai.Catalog;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>Refusals at the fields of the policy's form, with the words that stand beside them.</summary>
internal static partial class PolicyErrors
{
    public static FormErrors? Of(IReadOnlyList<Refusal> refusals, IStringLocalizer texts)
    {
        if (refusals.Count == 0)
        {
            return null;
        }
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, texts[Problems.TextKey(refusal.GetType()), [.. refusal.Arguments.Select(Said)]]);

            object Said(object argument) => argument switch
            {
                string field when field == refusal.Field => Label(field, texts),
                ClockKind clock => texts.Of(clock).Value,
                IReadOnlyList<string> names => PolicyWords.Listed(names.Select(n => texts["levels.admin.named", n].Value), texts),
                _ => argument,
            };
        }
        return errors;
    }

    /// <summary>What a field is called, with whose it is: <c>step0.acts</c> is "step 1, what is done".</summary>
    public static string Label(string field, IStringLocalizer texts)
    {
        if (OfStep.Match(field) is { Success: true } step)
        {
            return texts["levels.admin.step.field", int.Parse(step.Groups["i"].ValueSpan, CultureInfo.InvariantCulture) + 1, texts[$"levels.data.{step.Groups["name"].Value}"].Value];
        }
        return field.Split('.') is [var whose, var name] ? texts["levels.admin.target.field", Words.TryParse<Priority>(whose, out var priority) ? texts.Of(priority).Value : texts[$"levels.clock.{whose}"].Value, texts[$"levels.data.{name}"].Value] : texts[$"levels.data.{field}"];
    }

    [GeneratedRegex(@"^step(?<i>[0-9]{1,3})\.(?<name>[A-Za-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfStep { get; }
}
