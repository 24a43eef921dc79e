using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Portal;

/// <summary>What happened, in a few words.</summary>
internal static class EventWords
{
    public static string Of(RequestEntry entry, IStringLocalizer texts, Times times) => entry.Kind switch
    {
        "waiting" => texts["portal.event.waiting", entry.About ?? ""],
        "promised" => texts["portal.event.promised", times.Brief(entry.Time!.Value)],
        "arrived" => texts["portal.event.arrived", times.Brief(entry.Time!.Value)],
        "left" => texts["portal.event.left", times.Brief(entry.Time!.Value)],
        "closed" => texts["portal.event.closed", entry.About ?? ""],
        "rated" => texts["portal.event.rated", entry.About ?? ""],
        "merged" => texts["portal.event.merged", entry.About ?? ""],
        "forwarded" => texts["portal.event.forwarded", entry.About ?? ""],
        "split" => texts["portal.event.split", entry.About ?? ""],
        "splitOff" => texts["portal.event.splitOff", entry.About ?? ""],
        "majorJoined" => texts["portal.event.majorJoined", entry.About ?? ""],
        "followedUp" => texts["portal.event.followedUp", entry.About ?? ""],
        _ => texts[$"portal.event.{entry.Kind}"],
    };
}
