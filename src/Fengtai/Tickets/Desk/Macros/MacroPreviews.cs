using System.Text.Json.Nodes;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>What would a macro do to a ticket, told as the history will tell it?</summary>
internal sealed class MacroPreviews(RunMacro run, MacroFaces faces, TicketDossiers dossiers, People people, Times times, FengtaiDb db, TimeProvider time, IStringLocalizer texts)
{
    public async Task<Result<MacroShown>> OfAsync(long number, Guid id, IReadOnlyList<MacroText> given, Actor actor, CancellationToken cancellation)
    {
        var previewed = await run.PreviewAsync(number, id, given, actor, cancellation);
        if (previewed.IsRefused)
        {
            return Result<MacroShown>.Refused(previewed.Refusals);
        }
        var preview = previewed.Value;
        var steps = MacroSteps.Of(preview.Macro);
        return new MacroShown
        {
            Ticket = preview.Ticket,
            Name = preview.Macro.Name,
            Action = MacroRoutes.On(preview.Ticket, preview.Macro.Id),
            LastEvent = await db.Set<EventRow>().Where(e => e.SubjectId == preview.Ticket.Id && e.SubjectKind == TicketEvent.SubjectKind).MaxAsync(e => e.Id, cancellation),
            Steps = [.. await DecidedAsync(preview, actor, cancellation), .. steps.Skip(preview.Played.Count).Select(s => new MacroShownStep(NameOf(s), [], [], true, []))],
            CanRun = preview.CanRun,
            Gone = await faces.GoneAsync(steps, cancellation),
        };
    }

    private async Task<IReadOnlyList<MacroShownStep>> DecidedAsync(MacroPreview preview, Actor actor, CancellationToken cancellation)
    {
        var who = await people.FindAsync(actor.Id, cancellation);
        var entries = preview.Played.Select(p => p.Decision.Events.Select(e => Entry(preview.Ticket, e, who, actor)).ToList()).ToList();
        var names = await dossiers.NamesAsync(preview.Ticket, [.. entries.SelectMany(e => e)], cancellation);
        var story = new TicketStory(preview.Ticket, names, new Dictionary<Guid, long>(), times, texts);
        return [.. preview.Played.Select((played, index) => new MacroShownStep(
            NameOf(played.Step),
            story.Tell(entries[index]),
            [.. played.Decision.Refusals.Where(r => r is not TextHasGaps).Select(r => texts.Sentence(r))],
            IsOpen: false,
            GapsOf(played, index)))];
    }

    private string NameOf(MacroStep step) => texts.Of(MacroSteps.ActOf(step));

    private IReadOnlyList<MacroGap> GapsOf(PlayedStep played, int index) =>
        [.. MacroSteps.TextsOf(played.Step with { Input = played.Input })
            .Where(t => Placeholders.GapsIn(t.Value).Count > 0)
            .Select(t => new MacroGap(MacroRoutes.TextName(index, t.Key), texts["desk.macro.gap", index + 1], t.Value))];

    private TimelineEntry Entry(Ticket ticket, TicketEvent happened, PersonCard? who, Actor actor)
    {
        var now = time.GetUtcNow();
        var row = EventRow.Of(TicketActs.SubjectOf(ticket), happened, actor, now);
        return new(0, row.Kind, now, who, row.Visibility, JsonNode.Parse(row.Data)!.AsObject(), happened is NoteAdded note ? TicketActs.NoteOf(ticket, note, actor, now) : null, []);
    }
}
