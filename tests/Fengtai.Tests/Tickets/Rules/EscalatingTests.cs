using Fengtai.Identity;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class EscalatingTests
{
    private static readonly TeamCard Desk = Team("desk", TeamLine.First);
    private static readonly TeamCard Printing = Team("printing", TeamLine.Second);
    private static readonly TeamCard Network = Team("network", TeamLine.Second);
    private static readonly TeamCard Systems = Team("systems", TeamLine.Third);

    [Theory]
    [InlineData(TicketStatus.New, "agent", "急", "查过", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "急", "查过", "escalated")]
    [InlineData(TicketStatus.InProgress, "engineer", "急", "查过", "escalated")]
    [InlineData(TicketStatus.InProgress, "engineer", "急", " ", "missing")]
    [InlineData(TicketStatus.InProgress, "engineer", "", "查过", "missing")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "急", "查过", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "requester", "急", "查过", "ticketIsNotYours")]
    [InlineData(TicketStatus.Waiting, "engineer", "急", "查过", "escalated")]
    [InlineData(TicketStatus.Resolved, "engineer", "急", "查过", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "agent", "急", "查过", "ticketIsAlreadyClosed")]
    public void WhoWorksOnIt_Escalates_WithReasonAndAnalysis(TicketStatus status, string who, string reason, string analysis, string expected)
    {
        var ticket = Life.In(status);
        var by = Life.ByName(who).As(ticket);
        Assert.Equal(expected, Escalating.Stay(ticket, by, EscalationTarget.Supplier, reason, analysis).Says());
        Assert.Equal(expected, Escalating.ToNextLine(ticket, by, reason, analysis, Systems.Id).Says());
    }

    [Fact]
    public void ToTheNextLine_ItIsTheirs_ToBeClaimed()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new TicketTaken(Life.Engineer.Id));
        Life.After(ticket, [.. Escalating.ToNextLine(ticket, Life.Engineer.As(ticket), "超出权限", "日志已收集", Systems.Id).Events]);
        Assert.Equal((TicketStatus.Assigned, Systems.Id, null, null), (ticket.Status, ticket.TeamId, ticket.AssigneeId, ticket.TakenAt));
    }

    [Theory]
    [InlineData(EscalationTarget.Supplier)]
    [InlineData(EscalationTarget.Manager)]
    public void CalledIn_LeavesItWhereItIs(EscalationTarget target)
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new TicketTaken(Life.Engineer.Id));
        Life.After(ticket, [.. Escalating.Stay(ticket, Life.Engineer.As(ticket), target, "需要协调", "日志已收集").Events]);
        Assert.Equal((TicketStatus.InProgress, Life.Engineer.Id, true), (ticket.Status, ticket.AssigneeId, ticket.TakenAt is not null));
    }

    // who has it, whose the category is, who is wanted
    [Theory]
    [InlineData(null, null, null, "escalationNeedsATeam")]
    [InlineData("desk", "network", null, "network")]
    [InlineData("desk", "systems", null, "systems")]
    [InlineData("desk", null, "printing", "printing")]
    [InlineData("desk", null, "systems", "systems")]
    [InlineData("printing", "printing", null, "systems")]
    [InlineData("printing", "network", null, "systems")]
    [InlineData("printing", null, "network", "teamIsOnNoHigherLine")]
    [InlineData("printing", null, "desk", "teamIsOnNoHigherLine")]
    [InlineData("printing", null, "nobody", "unknownValue")]
    [InlineData("systems", "systems", null, "thereIsNoNextLine")]
    public void NextLine_IsTheWantedTeam_TheCategorys_OrTheOnlyOne(string? now, string? usual, string? wanted, string expected)
    {
        TeamCard[] all = [Desk, Printing, Network, Systems];
        var next = Escalating.NextTeam(Find(now), Find(usual), wanted, all);
        Assert.Equal(expected, next.IsRefused ? next.Refusal.Code : next.Value.Code);

        Guid? Find(string? code) => all.FirstOrDefault(t => t.Code == code)?.Id;
    }

    [Fact]
    public void WhereTheSecondLineIsMissing_TheThirdIsNext() => Assert.Equal(Systems, Escalating.NextTeam(Desk.Id, null, null, [Desk, Systems]).Value);

    private static TeamCard Team(string code, TeamLine line) => new(Guid.CreateVersion7(), code, code, code, line);
}
