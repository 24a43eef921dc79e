using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What happens next and how long there is for it.</summary>
public sealed class QueueDue : WrittenLeaf
{
    [Inject] public IStringLocalizer Texts { get; set; } = null!;

    [Inject] public Times Times { get; set; } = null!;

    [Inject] public PageContext Page { get; set; } = null!;

    [Parameter, EditorRequired] public Ticket Ticket { get; set; } = null!;

    [Parameter] public bool IsSoon { get; set; }

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, Ticket ticket, bool isSoon, DateTimeOffset now, IStringLocalizer texts, Times times)
    {
        if (ticket is not { NextAction: { } action, NextDueAt: { } due })
        {
            return;
        }
        var isPaused = action == NextActionKind.Resume;
        var isMissed = !isPaused && due < now;
        var tone = isMissed ? Tone.Red : isSoon && !isPaused ? Tone.Orange : Tone.Grey;
        string time = isPaused ? texts["desk.queue.until", times.Brief(due)]
            : DueWords.Of(due, isSoon, now, texts, times);
        string what = ticket.WaitReason is { } reason && isPaused ? texts.Of(reason) : texts.Of(action);
        html.Add($"<span class=\"due\" title=\"{what} · {times.Full(due)}\">");
        Pill.Write(html, tone, time, isPaused ? "player-pause" : "clock");
        html.Add($"<span class=\"secondary\">{what}</span></span>");
    }

    protected override void Write(HtmlWriter html) => Write(html, Ticket, IsSoon, Page.Now, Texts, Times);
}
