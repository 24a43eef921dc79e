using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Desk;

/// <summary>What does the paper form of a ticket say?</summary>
internal sealed class WorkOrders(FengtaiDb db, People people, Categories categories, IConfiguration configuration)
{
    private const string DefaultFormNumber = "IT-F-01";
    private const string DefaultRevision = "A/0";

    /// <summary>There is room for so many on the paper.</summary>
    private const int MostVisits = 3;

    /// <summary>For filling in by hand.</summary>
    public WorkOrder Empty() => new(configuration["Fengtai:WorkOrder:FormNumber"] ?? DefaultFormNumber, configuration["Fengtai:WorkOrder:Revision"] ?? DefaultRevision);

    public async Task<WorkOrder> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        var known = await people.ManyAsync(new[] { ticket.RequesterId, ticket.AssigneeId }.OfType<Guid>(), cancellation);
        var requester = known.GetValueOrDefault(ticket.RequesterId);
        var tree = await categories.TreeAsync(cancellation);
        return Empty() with
        {
            Number = ticket.Number,
            Department = requester?.Department,
            Contact = requester?.Name,
            WeChat = requester?.WeChat,
            Place = ticket.Place ?? requester?.Site,
            Phone = ticket.Contact ?? requester?.Mobile ?? requester?.Phone,
            ReportedAt = ticket.OpenedAt,
            Device = string.Join(" / ", TicketAnswers.Read(ticket).Given.Where(a => a.Kind == FieldKind.Device).SelectMany(a => a.Strings)) is { Length: > 0 } device ? device : null,
            Symptom = ticket.Subject,
            Description = PicturesInTexts.AsWords(ticket.Description),
            Module = tree.Find(ticket.CategoryId) is { } category ? tree.PaperModuleOf(category) : null,
            Visits = [.. (await VisitsAsync(ticket, cancellation)).TakeLast(MostVisits)],
            Steps = ticket.Solution,
            Engineer = ticket.AssigneeId is { } assignee ? known.GetValueOrDefault(assignee)?.Name : null,
            Rating = ticket.RatingOverall,
            Remarks = ticket.RatingComment,
        };
    }

    private async Task<IReadOnlyList<SiteVisit>> VisitsAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.ArrivedAt is null)
        {
            return [];
        }
        var log = await db.Set<EventRow>().AsNoTracking()
            .Where(e => e.SubjectId == ticket.Id && e.SubjectKind == TicketEvent.SubjectKind && (e.Kind == "arrived" || e.Kind == "left"))
            .OrderBy(e => e.Id)
            .Select(e => new { e.Kind, e.Data })
            .ToListAsync(cancellation);
        return Visiting.Visits(log.Select(e => e.Kind == "arrived" ? (TicketEvent)Read<EngineerArrived>(e.Data) : Read<EngineerLeft>(e.Data)));
    }

    private static TEvent Read<TEvent>(string data) => JsonSerializer.Deserialize<TEvent>(data, Json.Options)!;
}
