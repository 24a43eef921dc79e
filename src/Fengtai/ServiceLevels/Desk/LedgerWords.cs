using Fengtai.Platform.Texts;
using Fengtai.Tickets;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Desk;

internal static class LedgerWords
{
    /// <summary>Why minutes do not count: closed, or the word of a wait.</summary>
    public static string Why(this IStringLocalizer texts, string reason) => Words.TryParse<WaitReason>(reason, out var wait) ? texts.Of(wait) : texts[$"levels.why.{reason}"];
}
