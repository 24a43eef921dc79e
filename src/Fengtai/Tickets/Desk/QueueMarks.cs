using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What is unusual about a ticket, in one sign each with its word for who hears or points at it.</summary>
internal static class QueueMarks
{
    public static void Write(HtmlWriter html, Ticket ticket, IStringLocalizer texts, Times times)
    {
        if (ticket.IsMajor)
        {
            Mark("red", "urgent", texts["desk.major.title"]);
        }
        if (ticket.UnansweredSince is { } since && ticket.IsOpen)
        {
            Mark("blue", "message", texts["desk.queue.mark.unanswered", times.Relative(since)]);
        }
        if (ticket is { UrgeCount: > 0, IsOpen: true, LastUrgedAt: { } urged })
        {
            Mark("orange", "bell-ringing", texts["desk.queue.mark.urged", ticket.UrgeCount, times.Relative(urged)], ticket.UrgeCount > 1 ? $"{ticket.UrgeCount}" : "");
        }
        if (ticket.MissingAnswers.Count > 0 && ticket.IsOpen)
        {
            Mark("amber", "alert-triangle", texts["desk.queue.mark.incomplete"]);
        }
        if (ticket.ReopenCount > 0)
        {
            Mark("orange", "arrow-back-up", texts["desk.queue.mark.reopened", ticket.ReopenCount], ticket.ReopenCount > 1 ? $"{ticket.ReopenCount}" : "");
        }
        if (ticket.EnteredAfterwards)
        {
            Mark("grey", "history", texts["desk.queue.mark.afterwards"]);
        }
        if (ticket.OutOfScope)
        {
            Mark("grey", "ban", texts["desk.queue.mark.outOfScope"]);
        }

        void Mark(string tone, string icon, string title, string more = "")
        {
            html.Add($"<span class=\"mark {tone}\" title=\"{title}\">");
            Icon.Write(html, icon, "small", title);
            html.Add($"{more}</span>");
        }
    }
}
