using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class SplittingTests
{
    private static readonly Note Message = new() { Text = "另外，显示器也坏了", IsPublic = true, IsFromUser = true };

    [Theory]
    [InlineData(TicketStatus.New, "agent", "split")]
    [InlineData(TicketStatus.InProgress, "agent", "split")]
    [InlineData(TicketStatus.Closed, "agent", "split")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.InProgress, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "requester", "onlyTheDeskDoesThis")]
    public void Split_IsDoneByTheDesk(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Splitting.Split(ticket, Life.ByName(who).As(ticket), "显示器", "", [Message], Guid.CreateVersion7()).Says());
    }

    [Theory]
    [InlineData("显示器", "看不清", false, false, "split")]
    [InlineData("", "看不清", false, false, "missing")]
    [InlineData("显示器", "", false, false, "nothingToSplit")]
    [InlineData("显示器", "", true, false, "split")]
    [InlineData("显示器", "看不清", true, true, "internalNotesAreNotSplit")]
    public void Split_NeedsASubject_AndSomethingThatTheUserMayRead(string subject, string text, bool withMessage, bool withInternal, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Note[] notes = [.. withMessage ? [Message] : Array.Empty<Note>(), .. withInternal ? [new Note { Text = "密码", IsPublic = false }] : Array.Empty<Note>()];
        Assert.Equal(expected, Splitting.Split(ticket, Life.Agent.As(ticket), subject, text, notes, Guid.CreateVersion7()).Says());
    }

    [Fact]
    public void Description_IsTheTextAndTheMessages() =>
        Assert.Equal("看不清\n\n另外，显示器也坏了", Splitting.Description("看不清", [Message, new() { Text = "", IsPublic = true }]));
}
