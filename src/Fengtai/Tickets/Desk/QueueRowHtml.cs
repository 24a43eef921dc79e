using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>A row of the queue, written by hand: fifty of them are the most expensive part of the desk's most frequent page.</summary>
internal sealed class QueueRowHtml(IReadOnlyList<QueueColumn> columns, DateTimeOffset now, IStringLocalizer texts, Times times, AssetUrls urls)
{
    private const int UsualLength = 4096;

    private readonly HtmlWriter _html = new(urls, UsualLength);
    private readonly string _previewKey = texts["desk.queue.preview.key"];

    public string Of(QueueRow row)
    {
        var number = row.Ticket.Number;
        _html.Add($"<tr data-row=\"{number}\" id=\"ticket-{number}\">");
        WritePick(number);
        foreach (var column in columns)
        {
            if (ClassOf(column) is { Length: > 0 } @class)
            {
                _html.Add($"<td class=\"{@class}\">");
            }
            else
            {
                _html.Add($"<td>");
            }
            WriteCell(column, row, row.Ticket);
            _html.Add($"</td>");
        }
        return _html.Add($"</tr>").Take();
    }

    /// <summary>What is picked belongs to the form of the bar that appears then, as its inputs "tickets".</summary>
    private void WritePick(long number)
    {
        string pick = texts["desk.queue.pick", number];
        _html.Add($"<td class=\"pick\"><label><input type=\"checkbox\" id=\"pick-{number}\" name=\"tickets\" value=\"{number}\" form=\"{PickedBar.FormId}\" autocomplete=\"off\" aria-label=\"{pick}\" title=\"{pick} (X)\" data-pick></label></td>");
    }

    private void WriteCell(QueueColumn column, QueueRow row, Ticket ticket)
    {
        switch (column)
        {
            case QueueColumn.Number:
                _html.Add($"{ticket.Number}");
                break;
            case QueueColumn.Subject:
                WriteSubject(ticket);
                break;
            case QueueColumn.Priority:
                PriorityMark.Write(_html, (int)ticket.Priority, texts.Of(ticket.Priority));
                break;
            case QueueColumn.Status:
                TicketStatusPill.Write(_html, ticket, texts);
                break;
            case QueueColumn.Next:
                QueueDue.Write(_html, ticket, row.IsSoon, now, texts, times);
                break;
            case QueueColumn.Requester:
                WritePerson(row.Requester?.Name, row.Requester?.IsVip == true);
                break;
            case QueueColumn.Assigned when row.Assignee is null && row.Team is { } team:
                _html.Add($"<span class=\"secondary\">{team}</span>");
                break;
            case QueueColumn.Assigned or QueueColumn.Assignee:
                WritePerson(row.Assignee);
                break;
            case QueueColumn.Owner:
                WritePerson(row.Owner);
                break;
            case QueueColumn.Rating when ticket.RatingOverall is { } score:
                Rated.Write(_html, score, texts);
                break;
            case QueueColumn.Opened:
                WriteTime(ticket.OpenedAt);
                break;
            case QueueColumn.Updated:
                When.WriteRelative(_html, ticket.UpdatedAt, times);
                break;
            case QueueColumn.Resolved:
                WriteTime(ticket.ResolvedAt);
                break;
            case QueueColumn.Closed:
                WriteTime(ticket.ClosedAt);
                break;
            default:
                _html.Add($"{WordOf(column, row, ticket)}");
                break;
        }
    }

    /// <summary>Peeking is Space on the row by keyboard, so that the list has one stop a row.</summary>
    private void WriteSubject(Ticket ticket)
    {
        _html.Add($"<span class=\"subject\"><a href=\"/desk/tickets/{ticket.Number}\" data-row-link>{ticket.Subject}</a>");
        QueueMarks.Write(_html, ticket, texts, times);
        _html.Add($"<a class=\"peek button quiet small icon-only\" href=\"/desk/tickets/{ticket.Number}/preview\" tabindex=\"-1\" aria-label=\"{texts["desk.queue.preview", ticket.Number]}\" title=\"{_previewKey}\" aria-keyshortcuts=\"Space\" data-turbo-frame=\"drawer\" data-turbo-prefetch=\"false\" data-row-preview>");
        Icon.Write(_html, "eye", "small");
        _html.Add($"</a></span>");
    }

    private void WritePerson(string? name, bool vip = false)
    {
        if (name is not null)
        {
            PersonMark.Write(_html, name, vip);
        }
    }

    private void WriteTime(DateTimeOffset? at)
    {
        if (at is { } known)
        {
            When.Write(_html, known, times);
        }
    }

    private string? WordOf(QueueColumn column, QueueRow row, Ticket ticket) => column switch
    {
        QueueColumn.Type => texts.Of(ticket.Type),
        QueueColumn.Department => row.Requester?.Department,
        QueueColumn.Site => row.Requester?.Site,
        QueueColumn.Team => row.Team,
        QueueColumn.Category => row.Category,
        QueueColumn.Channel => texts.Of(ticket.Channel),
        QueueColumn.Impact => Of(ticket.Impact),
        QueueColumn.Urgency => Of(ticket.Urgency),
        QueueColumn.WaitReason => Of(ticket.WaitReason),
        QueueColumn.CloseCode => Of(ticket.CloseCode),
        QueueColumn.Place => ticket.Place,
        QueueColumn.Tasks when ticket.TaskCount > 0 => $"{ticket.TasksDone}/{ticket.TaskCount}",
        QueueColumn.TimeSpent when ticket.MinutesSpent > 0 => texts.Spent(ticket.MinutesSpent),
        _ => null,
    };

    private string? Of<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } known ? texts.Of(known).Value : null;

    /// <summary>The head of a column is marked with its name.</summary>
    public static string HeadClassOf(QueueColumn column) => $"of-{Words.Of(column)}";

    private static string ClassOf(QueueColumn column) => column switch
    {
        QueueColumn.Number => "numeric muted",
        QueueColumn.Subject => "title",
        QueueColumn.Priority or QueueColumn.Status or QueueColumn.Next or QueueColumn.Requester or QueueColumn.Assigned or QueueColumn.Assignee => "",
        QueueColumn.Opened => $"muted {HeadClassOf(column)}",
        _ => $"muted wide-only {HeadClassOf(column)}",
    };
}
