using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class MergingTests
{
    [Theory]
    [InlineData(TicketStatus.New, "agent", "merged")]
    [InlineData(TicketStatus.InProgress, "agent", "merged")]
    [InlineData(TicketStatus.Waiting, "agent", "merged")]
    [InlineData(TicketStatus.Resolved, "agent", "merged")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.InProgress, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "requester", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "quality", "onlyTheDeskDoesThis")]
    public void Merge_IsForOpenTickets_AndDoneByTheDesk(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Merging.Merge(ticket, Life.ByName(who).As(ticket), Life.In(TicketStatus.Accepted), hasChildren: false).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New, "merged")]
    [InlineData(TicketStatus.Resolved, "merged")]
    [InlineData(TicketStatus.Closed, "survivorIsNotOpen")]
    [InlineData(TicketStatus.Cancelled, "survivorIsNotOpen")]
    public void Survivor_IsOpen(TicketStatus status, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, Merging.Merge(ticket, Life.Agent.As(ticket), Life.In(status), hasChildren: false).Says());
    }

    [Fact]
    public void Ticket_IsNotMergedIntoItself_NorTwice_NorWithChildren_NorAsAMajorIncident()
    {
        var (ticket, other) = (Life.In(TicketStatus.InProgress), Life.In(TicketStatus.InProgress));
        Assert.Equal("ticketIsNotMergedIntoItself", Merging.Merge(ticket, Life.Agent.As(ticket), ticket, hasChildren: false).Says());
        Assert.Equal("ticketWithChildrenIsNotMerged", Merging.Merge(ticket, Life.Agent.As(ticket), other, hasChildren: true).Says());
        var major = Life.After(Life.In(TicketStatus.InProgress), new MajorIncidentDeclared("停电", "全楼"));
        Assert.Equal("majorIncidentIsNotMerged", Merging.Merge(major, Life.Agent.As(major), other, hasChildren: false).Says());
        Life.After(ticket, new TicketMerged(other.Id, 1));
        Assert.Equal("ticketWasMerged", Merging.Merge(ticket, Life.Agent.As(ticket), Life.New(), hasChildren: false).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New)]
    [InlineData(TicketStatus.Assigned)]
    [InlineData(TicketStatus.Waiting)]
    [InlineData(TicketStatus.Resolved)]
    public void Unmerge_PutsBackEverything(TicketStatus status)
    {
        var (ticket, untouched, survivor) = (Life.In(status), Life.In(status), Life.In(TicketStatus.Accepted));
        ticket.UnansweredSince = untouched.UnansweredSince = Life.Now.AddHours(-3);
        NextActions.Plan(ticket);
        NextActions.Plan(untouched);
        var before = BeforeMerge.Of(ticket);
        Life.After(ticket, [.. Merging.Merge(ticket, Life.Agent.As(ticket), survivor, hasChildren: false).Events]);
        Assert.Equal((TicketStatus.Closed, CloseCode.Duplicate, survivor.Id), (ticket.Status, ticket.CloseCode, ticket.MergedIntoId));
        Assert.NotNull(ticket.OwnerId);

        Life.After(ticket, [.. Merging.Unmerge(ticket, Life.Agent.As(ticket), survivor, before).Events]);

        foreach (var property in typeof(Ticket).GetProperties().Where(p => p.Name is not (nameof(Ticket.Id) or nameof(Ticket.MissingAnswers) or nameof(Ticket.UpdatedAt))))
        {
            Assert.Equal((property.Name, property.GetValue(untouched)), (property.Name, property.GetValue(ticket)));
        }
    }

    [Fact]
    public void Unmerge_IsRefused_WhereTheSurvivorWasMergedSince()
    {
        var (ticket, survivor) = (Life.In(TicketStatus.InProgress), Life.In(TicketStatus.InProgress));
        var before = BeforeMerge.Of(ticket);
        Assert.Equal("ticketIsNotMerged", Merging.Unmerge(ticket, Life.Agent.As(ticket), survivor, before).Says());
        Life.After(ticket, new TicketMerged(survivor.Id, 1));
        Life.After(survivor, new TicketMerged(Guid.CreateVersion7(), 2));
        Assert.Equal("survivorWasMergedToo", Merging.Unmerge(ticket, Life.Agent.As(ticket), survivor, before).Says());
        Assert.Equal("onlyTheDeskDoesThis", Merging.Unmerge(ticket, Life.Engineer.As(ticket), survivor, before).Says());
    }

    [Theory]
    [InlineData(null, null, -2 * 60)]
    [InlineData(-30, null, -30)]
    [InlineData(null, -90, -2 * 60)]
    [InlineData(-30, -90, -90)]
    [InlineData(-90, -30, -90)]
    public void Survivor_KeepsTheEarliestWait(int? mergedWaits, int? survivorWaits, int expected)
    {
        var (merged, survivor) = (Life.In(TicketStatus.Accepted), Life.In(TicketStatus.InProgress));
        merged.UnansweredSince = At(mergedWaits);
        survivor.UnansweredSince = At(survivorWaits);
        var absorbed = Merging.Absorb(merged);
        Life.After(survivor, absorbed);
        Assert.Equal(At(expected), survivor.UnansweredSince);

        Life.After(survivor, Merging.Release(survivor, merged, absorbed.WaitingSince, At(survivorWaits)));
        Assert.Equal(At(survivorWaits), survivor.UnansweredSince);
    }

    [Fact]
    public void MergedTicket_IsNeitherReopenedNorRated()
    {
        var ticket = Life.After(Life.In(TicketStatus.Resolved), new TicketMerged(Guid.CreateVersion7(), 1));
        Assert.Equal("ticketWasMerged", Confirmation.Reopen(ticket, Life.Requester.As(ticket), "又坏了").Says());
        Assert.Equal("nothingToRate", Satisfaction.Rate(ticket, Life.Requester.As(ticket), new(5, null, null, null, null), Life.Now).Says());
        Assert.Equal("ticketWasMerged", Conversation.Answer(ticket, Life.Requester.As(ticket), [], []).Says());
    }

    private static DateTimeOffset? At(int? minutes) => minutes is { } m ? Life.Now.AddMinutes(m) : null;
}
