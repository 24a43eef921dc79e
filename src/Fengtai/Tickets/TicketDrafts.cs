using Fengtai.Platform.Ui;

namespace Fengtai.Tickets;

/// <summary>Where one person's unsent texts on one ticket are kept, and what is there.</summary>
public sealed class TicketDrafts
{
    internal static readonly TicketDrafts None = new(0, new Dictionary<(string, string), SavedText>());

    /// <summary>Nothing is kept yet.</summary>
    internal static TicketDrafts NoneOf(Ticket ticket) => new(ticket.Number, None._saved);

    private readonly long _number;
    private readonly IReadOnlyDictionary<(string Form, string Field), SavedText> _saved;

    internal TicketDrafts(long number, IReadOnlyDictionary<(string Form, string Field), SavedText> saved) => (_number, _saved) = (number, saved);

    /// <summary>The form of an act on the desk.</summary>
    internal static string OnDesk(string act) => act;

    /// <summary>The same act on the requester's pages: what staff write among themselves must not turn up there.</summary>
    internal static string InPortal(string act) => $"my.{act}";

    internal DraftPlace Of(string form, string field) =>
        new($"ticket:{_number}:{form}.{field}", $"/drafts/tickets/{_number}/{form}/{field}", _saved.GetValueOrDefault((form, field)));
}
