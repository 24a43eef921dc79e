using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Writing;

namespace Fengtai.Tickets;

/// <summary>A message to the other side, or a note among staff.</summary>
internal sealed class AddNote(FileStore files, OtherTickets others, ReadNotes reading, TicketActs acts) : ITicketAct<AddNote.Input>
{
    /// <param name="Attachments">Ids of files that the same person uploaded before.</param>
    internal sealed record Input(string? Text, NoteVisibility? Visibility, bool? NoReplyNeeded, IReadOnlyList<Guid>? Attachments);

    public static string Name => "notes";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var text = PlainText.Lines("text", input.Text, TicketLimits.Note);
        var attached = await NewNotes.CheckFilesAsync(input.Attachments, context.By.Actor, files, context.Cancellation);
        if (text.IsRefused || attached.IsRefused)
        {
            return Decision.Refuse([.. text.Refusals, .. attached.Refusals]);
        }
        var isFromUser = context.By is { SeesInternals: false } and ({ IsUserSide: true } or { IsFollower: true });
        var isPublic = (input.Visibility ?? NoteVisibility.Public) == NoteVisibility.Public;
        var note = NewNotes.Of(text.Value, isPublic, isFromUser && isPublic, input.NoReplyNeeded ?? false, attached.Value);
        return context.Ticket.MergedIntoId is null || !isPublic
            ? Conversation.Add(context.Ticket, context.By, note, context.Now)
            : await ForwardAsync(note with { ThroughId = context.Ticket.Id }, context);
    }

    /// <summary>A merged ticket's conversation goes on at its survivor.</summary>
    private async Task<Decision> ForwardAsync(NoteAdded note, ActContext context)
    {
        var survivor = await others.SurvivorOfAsync(context.Ticket, context);
        var by = note.IsFromUser ? context.By : Standing.Of(context.By.Actor, survivor);
        var decision = Conversation.Add(survivor, by, note, context.Now);
        if (decision.IsRefused)
        {
            return decision;
        }
        var events = await reading.InAsync(survivor, decision.Events, context.By.Actor, context.Cancellation);
        if (events.IsRefused)
        {
            return Decision.Refuse(events.Refusals);
        }
        acts.Happen(survivor, events.Value, context.By.Actor);
        return new NoteForwarded(survivor.Id, survivor.Number, note.NoteId);
    }
}

/// <summary>Who reads a note.</summary>
internal enum NoteVisibility
{
    /// <summary>The requester too.</summary>
    Public,

    /// <summary>Staff only.</summary>
    Internal,
}

/// <summary>Makes notes that are about to be added.</summary>
internal static class NewNotes
{
    public static NoteAdded Answer(string text) => Of(text, isPublic: true, isFromUser: false, noReplyNeeded: false, []);

    public static NoteAdded Internal(string text) => Of(text, isPublic: false, isFromUser: false, noReplyNeeded: false, []);

    public static NoteAdded Of(string text, bool isPublic, bool isFromUser, bool noReplyNeeded, IReadOnlyList<Guid> files) =>
        new(Guid.CreateVersion7(), isPublic, isFromUser, noReplyNeeded, isFromUser && Conversation.LooksLikeThanks(text)) { Text = text, Files = files };

    /// <summary>Only files that this person uploaded may be attached.</summary>
    public static async Task<Result<IReadOnlyList<Guid>>> CheckFilesAsync(IReadOnlyList<Guid>? ids, Actor actor, FileStore files, CancellationToken cancellation)
    {
        if (ids is not { Count: > 0 })
        {
            return Array.Empty<Guid>();
        }
        var own = (await files.FindAsync([.. ids], cancellation)).Where(f => f.CreatedBy == actor.PersonId).Select(f => f.Id).ToHashSet();
        return ids.FirstOrDefault(id => !own.Contains(id)) is var stranger && stranger != Guid.Empty
            ? new UnknownValue("attachments", stranger.ToString())
            : ids.Distinct().ToArray();
    }
}
