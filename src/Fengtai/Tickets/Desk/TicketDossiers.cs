using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Timesheets;
using Fengtai.Tickets.Together;
using Fengtai.Tickets.Watching;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What does the desk's page of one ticket show?</summary>
internal sealed class TicketDossiers(
    FengtaiDb db, TicketSurroundings surroundings, People people, Teams teams, Categories categories, TicketTimeline timeline, LinkedTickets links, MajorIncidentDossiers majors,
    Watchers watchers, TicketReferences references, TaskList tasks, TimeEntries time, OwnDrafts drafts, Times times, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>Null where there is none that the actor may know of.</summary>
    public Task<Ticket?> FindAsync(long number, Actor actor, CancellationToken cancellation) =>
        db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation);

    public async Task<TicketDossier> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var by = Standing.Of(actor, ticket);
        var (has, history) = await surroundings.OfAsync(ticket, actor, cancellation);
        var entries = await timeline.OfAsync(ticket, actor, cancellation, has.Files);
        var linked = has.Links ? await links.OfAsync(ticket, actor, cancellation) : [];
        var names = await NamesAsync(ticket, entries, cancellation);
        var tree = await categories.TreeAsync(cancellation);
        var story = new TicketStory(ticket, names, linked.DistinctBy(l => l.Ticket.Id).ToDictionary(l => l.Ticket.Id, l => l.Ticket.Number), times, texts).Tell(entries);
        var refersTo = await references.OfAsync(ticket, story.Select(l => l.Text), story.SelectMany(l => l.Files), actor, onDesk: true, cancellation);
        var watching = has.Watchers ? await watchers.OfAsync(ticket, cancellation) : [];
        var form = tree.Find(ticket.CategoryId) is { } category ? tree.FormOf(category) : FormDefinition.Empty;
        return await majors.CompleteAsync(new()
        {
            Ticket = ticket,
            Names = names,
            History = history,
            Story = [.. story.Select(l => l with { References = refersTo })],
            Answers = TicketAnswers.Read(ticket),
            Missing = [.. ticket.MissingAnswers.Select(key => form.Find(key)?.Question ?? new(key, key))],
            Files = entries.SelectMany(e => e.Files).DistinctBy(f => f.Id).ToDictionary(f => f.Id, TicketStory.Link),
            Linked = linked,
            Watchers = watching,
            IsWatched = watching.Any(w => actor.Is(w.Person.Id)),
            Tasks = await tasks.OfAsync(ticket, cancellation),
            Time = await time.OfAsync(ticket, cancellation),
            MayTick = task => TaskRules.MayTick(ticket, by, task.Assignee?.Id),
            MayChangeTasks = TaskRules.MayChange(ticket, by),
            MayEnterTime = TimeRules.MayEnter(by),
            Steps = NextStep.Possible(ticket, by, now),
            Next = NextStep.Of(ticket, by, now),
            Due = DueOf(ticket, now),
            MayAnswer = by.IsAtWork,
            Drafts = has.Drafts ? await drafts.OfAsync(ticket, actor, cancellation) : TicketDrafts.NoneOf(ticket),
            Happened = [.. entries.Select(e => new Happening(e.Id, e.Kind, e.Visibility == Visibility.Public, actor.Is(e.Actor?.Id)))],
        }, cancellation);
    }

    public async Task<TicketNames> NamesAsync(Ticket ticket, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation)
    {
        Guid?[] onTicket = [ticket.RequesterId, ticket.ReportedById, ticket.OwnerId, ticket.AssigneeId];
        var told = entries.SelectMany(e => TicketStory.PeopleIn(e));
        return new(
            await people.ManyAsync(onTicket.OfType<Guid>().Concat(told), cancellation),
            await teams.AllAsync(cancellation),
            await categories.TreeAsync(cancellation));
    }

    public static NextDue? DueOf(Ticket ticket, DateTimeOffset now) => ticket is { NextAction: { } action, NextDueAt: { } due }
        ? new(action, due, action != NextActionKind.Resume && due < now, NextActions.IsSoon(ticket, now), action == NextActionKind.Resume ? ticket.WaitReason : null)
        : null;
}
