using Fengtai.Catalog;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class IntakeTests
{
    [Theory]
    [InlineData(TicketStatus.New, "agent", "accepted")]
    [InlineData(TicketStatus.New, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.New, "requester", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.Accepted, "agent", "ticketIsAlreadyAccepted")]
    [InlineData(TicketStatus.Waiting, "agent", "ticketIsAlreadyAccepted")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    public void Accept(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Intake.Accept(ticket, Life.ByName(who).As(ticket)).Says());
    }

    [Fact]
    public void WhoAccepts_IsTheOwner()
    {
        var ticket = Life.AfterAt(Life.New(), Life.Now, [.. Intake.Accept(Life.New(), Life.Agent.As(Life.New())).Events]);
        Assert.Equal((TicketStatus.Accepted, Life.Agent.Id, Life.Now), (ticket.Status, ticket.OwnerId, ticket.AcceptedAt));
    }

    [Theory]
    [InlineData(Priority.High, Priority.High, null, "classified")]
    [InlineData(Priority.Urgent, Priority.High, null, "priorityDepartsFromMatrixWithoutReason")]
    [InlineData(Priority.Urgent, Priority.High, " ", "priorityDepartsFromMatrixWithoutReason")]
    [InlineData(Priority.Urgent, Priority.High, "院长在等", "classified")]
    [InlineData(Priority.Normal, Priority.High, null, "classified")] // it was normal before: nobody overrides anything
    public void Priority_DepartsFromTheMatrixOnlyWithAReason(Priority given, Priority fromMatrix, string? reason, string expected)
    {
        var ticket = Life.In(TicketStatus.Accepted);
        var to = Intake.Current(ticket) with { Impact = Impact.High, Urgency = Urgency.Medium, Priority = given };
        Assert.Equal(expected, Intake.Classify(ticket, Life.Agent.As(ticket), to, fromMatrix, reason).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New, "agent", "classified")]
    [InlineData(TicketStatus.Resolved, "agent", "classified")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.Accepted, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.Accepted, "requester", "onlyTheDeskDoesThis")]
    public void Type_IsCorrectedByTheDeskWhileOpen(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        var to = Intake.Current(ticket) with { Type = TicketType.ServiceRequest };
        Assert.Equal(expected, Intake.Classify(ticket, Life.ByName(who).As(ticket), to, ticket.Priority, null).Says());
    }

    [Fact]
    public void ClassifyingAsItIs_IsRefused()
    {
        var ticket = Life.In(TicketStatus.Accepted);
        Assert.Equal("nothingWouldChange", Intake.Classify(ticket, Life.Agent.As(ticket), Intake.Current(ticket) with { MissingAnswers = ["device"] }, ticket.Priority, null).Says());
    }

    [Theory]
    [InlineData("agent", "corrected")]
    [InlineData("engineer", "corrected")]
    [InlineData("requester", "ticketIsNotYours")]
    [InlineData("otherTeam", "ticketIsNotYours")]
    public void Wording_IsCorrectedByThoseAtWork(string who, string expected)
    {
        var ticket = Life.In(TicketStatus.Assigned);
        Assert.Equal(expected, Intake.Correct(ticket, Life.ByName(who).As(ticket), new("三楼打印机卡纸", null, "3F")).Says());
    }
}
