using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The state in one word; assigned and taken is 已接单, merged is 已合并.</summary>
public sealed class TicketStatusPill : WrittenLeaf
{
    [Inject] public IStringLocalizer Texts { get; set; } = null!;

    [Parameter, EditorRequired] public Ticket Ticket { get; set; } = null!;

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, Ticket ticket, IStringLocalizer texts) => Pill.Write(html, ToneOf(ticket.Status), WordOf(ticket, texts));

    protected override void Write(HtmlWriter html) => Write(html, Ticket, Texts);

    private static string WordOf(Ticket ticket, IStringLocalizer texts) => ticket switch
    {
        { MergedIntoId: not null } => texts["desk.ticket.merged"],
        { Status: TicketStatus.Assigned, TakenAt: not null } => texts["desk.ticket.taken"],
        _ => texts.Of(ticket.Status),
    };

    private static Tone ToneOf(TicketStatus status) => status switch
    {
        TicketStatus.New => Tone.Blue,
        TicketStatus.Accepted or TicketStatus.Assigned => Tone.Teal,
        TicketStatus.InProgress => Tone.Violet,
        TicketStatus.Waiting => Tone.Amber,
        TicketStatus.Resolved => Tone.Green,
        TicketStatus.Closed or TicketStatus.Cancelled => Tone.Grey,
    };
}
