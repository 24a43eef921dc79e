using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The desk judges type, category, impact and urgency; the matrix gives the priority unless there is a reason for another.</summary>
internal sealed class ClassifyTicket(Categories categories, PriorityMatrixQuery matrix) : ITicketAct<ClassifyTicket.Input>
{
    internal sealed record Input(TicketType? Type, string? Category, Impact? Impact, Urgency? Urgency, Priority? Priority, string? Reason, bool? OutOfScope);

    public static string Name => "classify";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var ticket = context.Ticket;
        var texts = new GivenTexts();
        var reason = texts.Lines("reason", input.Reason, TicketLimits.Reason);
        if (texts.AreRefused)
        {
            return Decision.Refuse(texts.Refusals);
        }
        var category = await categories.ByCodeAsync(input.Category, context.Cancellation);
        if (input.Category is { Length: > 0 } code && category is null)
        {
            return new UnknownValue("category", code);
        }
        var impact = input.Impact ?? ticket.Impact;
        var urgency = input.Urgency ?? ticket.Urgency;
        var regraded = input.Impact is not null || input.Urgency is not null;
        var fromMatrix = impact is { } i && urgency is { } u ? (await matrix.CurrentAsync(context.Cancellation)).Grade(i, u) : ticket.Priority;
        var to = new Classification(
            input.Type ?? ticket.Type,
            category?.Id ?? ticket.CategoryId,
            impact,
            urgency,
            input.Priority ?? (regraded ? fromMatrix : ticket.Priority),
            input.OutOfScope ?? ticket.OutOfScope,
            category is null ? ticket.MissingAnswers : await MissingAsync(category, ticket, context));
        return Intake.Classify(ticket, context.By, to, fromMatrix, reason.Length > 0 ? reason : null);
    }

    private async Task<IReadOnlyList<string>> MissingAsync(Category category, Ticket ticket, ActContext context)
    {
        var form = (await categories.TreeAsync(context.Cancellation)).FormOf(category);
        return TicketAnswers.Read(ticket).HeldAgainst(form).Missing;
    }
}
