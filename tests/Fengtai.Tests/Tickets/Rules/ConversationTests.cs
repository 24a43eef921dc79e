using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class ConversationTests
{
    [Theory]
    [InlineData("agent", true, false, "note firstResponse")]
    [InlineData("agent", false, false, "note")]
    [InlineData("engineer", true, false, "note firstResponse")]
    [InlineData("requester", true, true, "note")]
    [InlineData("requester", false, false, "onlyStaffWritesInternally")]
    [InlineData("reporter", false, false, "onlyStaffWritesInternally")]
    [InlineData("quality", false, false, "note")]
    [InlineData("quality", true, false, "ticketIsNotYours")]
    public void FirstPublicAnswerOfStaff_IsTheFirstResponse(string who, bool isPublic, bool isFromUser, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, Conversation.Add(ticket, Life.ByName(who).As(ticket), Note("看一下", isPublic, isFromUser), Life.Now).Says());
    }

    [Fact]
    public void SecondAnswer_IsNoFirstResponse()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new FirstResponseGiven(Life.Now));
        Assert.Equal("note", Conversation.Add(ticket, Life.Agent.As(ticket), Note("再看一下", true, false), Life.Now).Says());
    }

    [Fact]
    public void WorkEnteredAfterwards_HasNoFirstResponse()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        ticket.EnteredAfterwards = true;
        Assert.Equal("note", Conversation.Add(ticket, Life.Agent.As(ticket), Note("看一下", true, false), Life.Now).Says());
        Assert.Equal("contacted", Handling.Contact(ticket, Life.Agent.As(ticket), ContactBy.Phone, Life.Now, "说过了", Life.Now).Says());
    }

    [Theory]
    [InlineData(WaitReason.User, false, "note resumed")]
    [InlineData(WaitReason.User, true, "note")]
    [InlineData(WaitReason.Parts, false, "note")]
    public void AnswerOfTheUser_EndsTheWaitForTheUserAtOnce(WaitReason reason, bool noReplyNeeded, string expected)
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new WaitStarted(reason, Life.Now.AddDays(1)));
        var answer = Note("HP M428", true, true) with { NoReplyNeeded = noReplyNeeded };
        Assert.Equal(expected, Conversation.Add(ticket, Life.Requester.As(ticket), answer, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.Resolved)]
    [InlineData(TicketStatus.Closed)]
    public void ThanksAfterSolving_ReopensNothing(TicketStatus status)
    {
        var ticket = Life.In(status);
        var decision = Conversation.Add(ticket, Life.Requester.As(ticket), Note("谢谢", true, true), Life.Now);
        Life.AfterAt(ticket, Life.Now, decision.Events);
        Assert.Equal(status, ticket.Status);
    }

    [Theory]
    [InlineData("谢谢", true)]
    [InlineData("谢谢！！", true)]
    [InlineData("好的，谢谢。", true)]
    [InlineData("Thank you!", true)]
    [InlineData("OK 👍", true)]
    [InlineData("谢谢，但是还打不开", false)]
    [InlineData("好的打印机还是不行", false)]
    [InlineData("", false)]
    public void Thanks_AreRecognised(string text, bool expected) => Assert.Equal(expected, Conversation.LooksLikeThanks(text));

    [Fact]
    public void NoReplyNeeded_IsForMessagesOfTheUser()
    {
        var note = new Note { Id = Guid.CreateVersion7(), IsFromUser = true, IsPublic = true };
        Assert.Equal("noReplyNeeded", Conversation.NeedsNoReply(note, null).Says());
        Assert.Equal("notFound", Conversation.NeedsNoReply(null, null).Says());
        Assert.Equal("nothingWouldChange", Conversation.NeedsNoReply(new Note { IsFromUser = false }, null).Says());
    }

    [Fact]
    public void UnansweredMessage_IsTheOldest_UntilStaffAnswer()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Life.AfterAt(ticket, Life.Now, Note("一", true, true));
        Life.AfterAt(ticket, Life.Now.AddHours(1), Note("二", true, true), Note("内部", false, false));
        Assert.Equal(Life.Now, ticket.UnansweredSince);
        Life.AfterAt(ticket, Life.Now.AddHours(2), Note("答", true, false));
        Assert.Null(ticket.UnansweredSince);
    }

    private static NoteAdded Note(string text, bool isPublic, bool isFromUser) =>
        new(Guid.CreateVersion7(), isPublic, isFromUser, NoReplyNeeded: false, LooksLikeThanks: false) { Text = text };
}
