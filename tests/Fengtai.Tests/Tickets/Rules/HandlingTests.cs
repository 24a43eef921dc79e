using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class HandlingTests
{
    private static readonly Resolution Full = new("换了硒鼓，已能打印。", "硒鼓用尽", null, "打印测试页", ResolutionOutcome.Solved, FirstContact: false);

    [Theory]
    [InlineData(TicketStatus.New, "engineer", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "claimed started")]
    [InlineData(TicketStatus.Assigned, "engineer", "taken started")]
    [InlineData(TicketStatus.Assigned, "colleague", "ticketIsAssignedToSomebodyElse")]
    [InlineData(TicketStatus.Assigned, "agent", "ticketIsAssignedToSomebodyElse")]
    [InlineData(TicketStatus.Assigned, "requester", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "engineer", "ticketIsAlreadyInProgress")]
    [InlineData(TicketStatus.Waiting, "engineer", "ticketIsWaiting")]
    [InlineData(TicketStatus.Resolved, "engineer", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "engineer", "ticketIsAlreadyClosed")]
    public void Start_AlsoTakesTheJob(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Handling.Start(ticket, Life.ByName(who).As(ticket)).Says());
    }

    [Theory]
    [InlineData(ContactBy.Phone, "contacted firstResponse")]
    [InlineData(ContactBy.InPerson, "contacted firstResponse")]
    [InlineData(ContactBy.Im, "contacted")]
    [InlineData(ContactBy.Remote, "contacted")]
    public void Contact_ByVoiceIsTheFirstResponse(ContactBy by, string expected)
    {
        var ticket = Life.In(TicketStatus.Accepted);
        Assert.Equal(expected, Handling.Contact(ticket, Life.Agent.As(ticket), by, Life.Now, "说会来看", Life.Now).Says());
    }

    [Theory]
    [InlineData(1, "timeIsInTheFuture")]
    [InlineData(0, "contacted firstResponse")]
    [InlineData(-120, "contacted firstResponse")]
    [InlineData(-121, "timesAreOutOfOrder")]
    public void Contact_LiesBetweenOpeningAndNow(int minutes, string expected)
    {
        var ticket = Life.In(TicketStatus.Accepted);
        Assert.Equal(expected, Handling.Contact(ticket, Life.Agent.As(ticket), ContactBy.Phone, Life.Now.AddMinutes(minutes), "说会来看", Life.Now).Says());
    }

    [Theory]
    [InlineData(WaitReason.User, false, 60, "waitingForTheUserNeedsAQuestion")]
    [InlineData(WaitReason.User, true, 60, "note firstResponse waiting")]
    [InlineData(WaitReason.Parts, false, 60, "waiting")]
    [InlineData(WaitReason.Parts, false, 0, "waitEndsInThePast")]
    [InlineData(WaitReason.Parts, false, null, "waitNeedsADate")]
    [InlineData(WaitReason.Parts, false, 181 * 24 * 60, "waitIsTooLong")]
    public void Wait_HasAReasonAndADate(WaitReason reason, bool asks, int? minutes, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        var question = asks ? new NoteAdded(Guid.CreateVersion7(), true, false, false, false) { Text = "什么型号？" } : null;
        DateTimeOffset? until = minutes is { } m ? Life.Now.AddMinutes(m) : null;
        Assert.Equal(expected, Handling.Wait(ticket, Life.Engineer.As(ticket), reason, until, question, null, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.InProgress, "engineer", "waiting")]
    [InlineData(TicketStatus.InProgress, "agent", "waiting")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "requester", "ticketIsNotYours")]
    [InlineData(TicketStatus.Waiting, "engineer", "ticketIsWaiting")]
    [InlineData(TicketStatus.New, "agent", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Resolved, "engineer", "ticketIsAlreadyResolved")]
    public void Wait_IsForWorkInHand(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Handling.Wait(ticket, Life.ByName(who).As(ticket), WaitReason.Parts, Life.Now.AddDays(1), null, null, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.Waiting, "engineer", WaitEnd.Resumed, "resumed")]
    [InlineData(TicketStatus.Waiting, "system", WaitEnd.DateCame, "resumed")]
    [InlineData(TicketStatus.Waiting, "otherTeam", WaitEnd.Resumed, "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "engineer", WaitEnd.Resumed, "ticketIsNotWaiting")]
    public void Resume(TicketStatus status, string who, WaitEnd because, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Handling.Resume(ticket, Life.ByName(who).As(ticket), because).Says());
    }

    [Fact]
    public void AfterTheWait_ItIsWhatItWasBefore()
    {
        var ticket = Life.After(Life.In(TicketStatus.Waiting), new WaitEnded(WaitReason.User, WaitEnd.Resumed));
        Assert.Equal((TicketStatus.InProgress, null, null), (ticket.Status, ticket.WaitReason, ticket.WaitUntil));
    }

    [Theory]
    [InlineData(TicketType.Incident, null, null, null, "solutionIsMissing causeIsMissing testIsMissing")]
    [InlineData(TicketType.Incident, "好了", null, "打印测试页", "causeIsMissing")]
    [InlineData(TicketType.Incident, "好了", "卡纸", null, "testIsMissing")]
    [InlineData(TicketType.Incident, "好了", "卡纸", "打印测试页", "diagnosed resolved")]
    [InlineData(TicketType.Alert, "好了", " ", "看了曲线", "causeIsMissing")]
    [InlineData(TicketType.ServiceRequest, "已装好", null, null, "diagnosed resolved")]
    [InlineData(TicketType.Inquiry, "在设置里", null, null, "diagnosed resolved")]
    [InlineData(TicketType.ChangeRequest, "", null, null, "solutionIsMissing")]
    public void Resolve_NeedsASolution_AndOfAFaultCauseAndTest(TicketType type, string? solution, string? cause, string? tested, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress, type);
        Assert.Equal(expected, Handling.Resolve(ticket, Life.Engineer.As(ticket), new(solution, cause, null, tested, ResolutionOutcome.Solved, false), Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New, "agent", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "started diagnosed resolved")]
    [InlineData(TicketStatus.Assigned, "engineer", "started diagnosed resolved")]
    [InlineData(TicketStatus.Waiting, "engineer", "resumed diagnosed resolved")]
    [InlineData(TicketStatus.Resolved, "engineer", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "requester", "ticketIsNotYours")]
    public void Resolve(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Handling.Resolve(ticket, Life.ByName(who).As(ticket), Full, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New, "agent", "accepted firstResponse diagnosed resolved confirmed closed")]
    [InlineData(TicketStatus.Accepted, "agent", "firstResponse diagnosed resolved confirmed closed")]
    [InlineData(TicketStatus.Assigned, "agent", "firstContactIsOver")]
    [InlineData(TicketStatus.Assigned, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    public void FirstContact_IsOneStepOfTheDesk(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Handling.Resolve(ticket, Life.ByName(who).As(ticket), Full with { Cause = null, Tested = null, FirstContact = true }, Life.Now).Says());
    }
}
