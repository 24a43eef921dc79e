using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Staff spoke with the user outside this system.</summary>
internal sealed class RecordContact : ITicketAct<RecordContact.Input>
{
    /// <param name="At">When; now where it is not said.</param>
    internal sealed record Input(ContactBy? By, DateTimeOffset? At, string? Note);

    public static string Name => "contact";

    public static Permission Permission => TicketPermissions.Staff;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var note = PlainText.Lines("note", input.Note, TicketLimits.Note);
        return Task.FromResult<Decision>(
            note.IsRefused ? Decision.Refuse(note.Refusals)
            : input.By is not { } means ? new Missing("by")
            : Handling.Contact(context.Ticket, context.By, means, input.At ?? context.Now, note.Value, context.Now));
    }
}
