using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class LinkingTests
{
    private static readonly Family Alone = new(Above: 0, Below: 0, IsCircle: false);

    [Theory]
    [InlineData("agent", LinkKind.Related, null, "linked")]
    [InlineData("engineer", LinkKind.Blocks, null, "linked")]
    [InlineData("otherTeam", LinkKind.Related, null, "ticketIsNotYours")]
    [InlineData("requester", LinkKind.Related, null, "ticketIsNotYours")]
    [InlineData("quality", LinkKind.Related, null, "ticketIsNotYours")]
    [InlineData("agent", LinkKind.Related, LinkKind.Related, "nothingWouldChange")]
    [InlineData("agent", LinkKind.Blocks, LinkKind.Related, "ticketsAreLinkedAlready")]
    [InlineData("agent", LinkKind.Parent, LinkKind.Related, "ticketsAreLinkedAlready")]
    [InlineData("agent", LinkKind.SplitFrom, null, "linkComesFromSplitting")]
    [InlineData("agent", LinkKind.SplitInto, null, "linkComesFromSplitting")]
    public void Link_IsMadeByThoseAtWork_AndIsOneOnly(string who, LinkKind what, LinkKind? already, string expected)
    {
        var (ticket, other) = (Life.In(TicketStatus.InProgress), Life.In(TicketStatus.InProgress));
        Assert.Equal(expected, Linking.Link(ticket, Life.ByName(who).As(ticket), other, what, already, Alone).Says());
    }

    [Fact]
    public void Ticket_IsNotLinkedToItself()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal("ticketIsNotLinkedToItself", Linking.Link(ticket, Life.Agent.As(ticket), ticket, LinkKind.Related, null, null).Says());
    }

    [Theory]
    [InlineData(0, 0, false, "linked")]
    [InlineData(1, 0, false, "linked")]
    [InlineData(0, 1, false, "linked")]
    [InlineData(1, 1, false, "familyIsTooDeep")]
    [InlineData(2, 0, false, "familyIsTooDeep")]
    [InlineData(0, 2, false, "familyIsTooDeep")]
    [InlineData(0, 1, true, "familyWouldBeACircle")]
    public void Family_IsThreeLevelsDeep_AndNoCircle(int above, int below, bool isCircle, string expected)
    {
        var (child, parent) = (Life.In(TicketStatus.InProgress), Life.In(TicketStatus.InProgress));
        var family = new Family(above, below, isCircle);
        Assert.Equal(expected, Linking.Link(child, Life.Agent.As(child), parent, LinkKind.Parent, null, family).Says());
        Assert.Equal(expected, Linking.Link(parent, Life.Agent.As(parent), child, LinkKind.Child, null, family).Says());
    }

    [Fact]
    public void Child_IsOpen_HasOneParent_AndIsNoMajorIncident()
    {
        var (child, parent) = (Life.In(TicketStatus.InProgress), Life.In(TicketStatus.InProgress));
        Assert.IsType<ChildIsNotOpen>(Linking.NoChild(Life.In(TicketStatus.Closed), parent, Alone));
        Assert.IsType<ParentIsNotOpen>(Linking.NoChild(child, Life.In(TicketStatus.Closed), Alone));
        Assert.IsType<MajorIncidentIsNoChild>(Linking.NoChild(Life.After(Life.New(), new MajorIncidentDeclared("停电", "全楼")), parent, Alone));
        Life.After(child, new TicketLinked(parent.Id, 1, LinkKind.Parent));
        Assert.IsType<NothingWouldChange>(Linking.NoChild(child, parent, Alone));
        Assert.IsType<TicketHasAParent>(Linking.NoChild(child, Life.New(), Alone));
        Life.After(child, new TicketUnlinked(parent.Id, 1, LinkKind.Parent));
        Assert.Null(Linking.NoChild(child, Life.In(TicketStatus.New), Alone));
    }

    [Fact]
    public void Counterparts_BelongTogether_AndOneOfThemIsKept()
    {
        foreach (var kind in Enum.GetValues<LinkKind>())
        {
            var other = Linking.Counterpart(kind);
            Assert.Equal(kind, Linking.Counterpart(other));
            if (kind is not (LinkKind.Parent or LinkKind.Child))
            {
                Assert.Equal(kind == other, Linking.IsKeptFromHere(kind) == Linking.IsKeptFromHere(other));
            }
        }
    }

    [Theory]
    [InlineData("agent", LinkKind.Blocks, "unlinked")]
    [InlineData("engineer", LinkKind.Parent, "unlinked")]
    [InlineData("agent", null, "ticketsAreNotLinked")]
    [InlineData("otherTeam", LinkKind.Blocks, "ticketIsNotYours")]
    public void Unlink_TakesAwayWhatThereIs(string who, LinkKind? what, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, Linking.Unlink(ticket, Life.ByName(who).As(ticket), Life.New(), what).Says());
    }
}
