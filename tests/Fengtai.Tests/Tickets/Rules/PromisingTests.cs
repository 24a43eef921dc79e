using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class PromisingTests
{
    [Theory]
    [InlineData(TicketStatus.New, "agent", "换搓纸轮", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "换搓纸轮", "planned firstResponse")]
    [InlineData(TicketStatus.Assigned, "engineer", "换搓纸轮", "planned firstResponse")]
    [InlineData(TicketStatus.InProgress, "colleague", "换搓纸轮", "planned firstResponse")]
    [InlineData(TicketStatus.InProgress, "engineer", " ", "missing")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "换搓纸轮", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "requester", "换搓纸轮", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "quality", "换搓纸轮", "ticketIsNotYours")]
    [InlineData(TicketStatus.Waiting, "engineer", "换搓纸轮", "planned firstResponse")]
    [InlineData(TicketStatus.Resolved, "engineer", "换搓纸轮", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "agent", "换搓纸轮", "ticketIsAlreadyClosed")]
    public void Plan_IsToldByWhoWorksOnIt_AndIsAnAnswer(TicketStatus status, string who, string text, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Promising.Plan(ticket, Life.ByName(who).As(ticket), text, Life.Now).Says());
    }

    [Fact]
    public void Plan_IsAWordToTheUser()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), Answer() with { IsFromUser = true });
        Life.AfterAt(ticket, Life.Now, Promising.Plan(ticket, Life.Engineer.As(ticket), "换搓纸轮", Life.Now).Events);
        Assert.Equal((null, Life.Now, Life.Now), (ticket.UnansweredSince, ticket.LastUpdateToUserAt, ticket.FirstResponseAt));
    }

    [Theory]
    [InlineData("agent", "到场", 60, "promised firstResponse")]
    [InlineData("engineer", "到场", 1, "promised firstResponse")]
    [InlineData("engineer", "到场", 0, "promiseIsInThePast")]
    [InlineData("engineer", "到场", -5, "promiseIsInThePast")]
    [InlineData("engineer", "到场", 365 * 24 * 60, "promised firstResponse")]
    [InlineData("engineer", "到场", 365 * 24 * 60 + 1, "promiseIsTooFar")]
    [InlineData("engineer", "到场", null, "missing")]
    [InlineData("engineer", "", 60, "missing")]
    [InlineData("otherTeam", "到场", 60, "ticketIsNotYours")]
    [InlineData("requester", "到场", 60, "ticketIsNotYours")]
    public void Promise_LiesAheadAndNotTooFar(string who, string text, int? minutes, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        DateTimeOffset? until = minutes is { } m ? Life.Now.AddMinutes(m) : null;
        Assert.Equal(expected, Promising.Promise(ticket, Life.ByName(who).As(ticket), text, until, Life.Now).Says());
    }

    [Fact]
    public void NewPromise_TakesThePlaceOfTheOpenOne_AndSaysSo()
    {
        var ticket = Promised(60);
        var decision = Promising.Promise(ticket, Life.Engineer.As(ticket), "下午到场", Life.Now.AddHours(5), Life.Now);
        Assert.Equal(Life.Now.AddMinutes(60), decision.Events.OfType<PromiseMade>().Single().Replaces);
        Assert.Equal("promised firstResponse", Kept(ticket, decision.Events));
        Life.AfterAt(ticket, Life.Now, decision.Events);
        Assert.Equal(("下午到场", Life.Now.AddHours(5)), (ticket.PromiseText, ticket.PromisedBy));
    }

    public static TheoryData<string, string> Words => new()
    {
        { "answer", "note promiseKept" },
        { "plan", "planned promiseKept" },
        { "contact", "contacted promiseKept" },
        { "resolve", "resolved promiseKept" },
        { "internal", "note" },
        { "user", "note" },
        { "start", "started" },
        { "urge", "urged" },
        { "oldContact", "contacted" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void NextWordToTheUser_KeepsIt(string word, string expected)
    {
        TicketEvent happened = word switch
        {
            "answer" => Answer(),
            "plan" => new PlanGiven("换搓纸轮"),
            "contact" => new ContactMade(ContactBy.Phone, Life.Now, "说了"),
            "resolve" => new TicketResolved("换了", null, ResolutionOutcome.Solved, FirstContact: false),
            "internal" => Answer() with { IsPublic = false },
            "user" => Answer() with { IsFromUser = true },
            "start" => new WorkStarted(),
            "urge" => new TicketUrged(1),
            // a call that was made before the promise and entered after it
            _ => new ContactMade(ContactBy.Phone, Life.Now.AddHours(-3), "说了"),
        };
        Assert.Equal(expected, Kept(Promised(60), [happened]));
    }

    [Fact]
    public void OnePromise_IsKeptOnce_AndLateIsSaid()
    {
        var ticket = Promised(60);
        var late = Life.Now.AddMinutes(90);
        var events = Promising.WithKept(ticket, [Answer(), Answer()], late);
        Assert.Equal("note promiseKept note", string.Join(' ', events.Select(e => e.Kind)));
        Assert.Equal(new PromiseKept("到场", Life.Now.AddMinutes(60), late), events[1]);
        Life.AfterAt(ticket, late, events);
        Assert.Equal((null, null, null), (ticket.PromiseText, ticket.PromisedAt, ticket.PromisedBy));
    }

    [Fact]
    public void PromiseAfterAnAnswerInOneStep_StaysOpen() =>
        Assert.Equal("note promiseKept promised", Kept(Promised(60), [Answer(), new PromiseMade("明天到", Life.Now.AddDays(1))]));

    [Fact]
    public void NothingPromised_NothingKept() => Assert.Equal("note", Kept(Life.In(TicketStatus.InProgress), [Answer()]));

    [Theory]
    [InlineData(5, NextActionKind.Promise)]
    [InlineData(24 * 60 + 5, NextActionKind.NextUpdate)]
    public void WhatComesFirst_IsNext(int minutes, NextActionKind expected)
    {
        var ticket = Promised(minutes);
        ticket.TakenAt = Life.Now;
        Life.After(ticket, new FirstResponseGiven(Life.Now));
        Assert.Equal(expected, ticket.NextAction);
    }

    [Fact]
    public void WhileItWaits_APromiseStillCounts()
    {
        var ticket = Life.After(Promised(60), new WaitStarted(WaitReason.Parts, Life.Now.AddDays(3)));
        Assert.Equal((NextActionKind.Promise, Life.Now.AddMinutes(60)), (ticket.NextAction, ticket.NextDueAt));
        Life.After(ticket, new PromiseKept("到场", Life.Now, Life.Now));
        Assert.Equal((NextActionKind.Resume, Life.Now.AddDays(3)), (ticket.NextAction, ticket.NextDueAt));
    }

    [Theory]
    [InlineData(59, TicketStep.Answer)]
    [InlineData(61, TicketStep.Resolve)]
    public void WithinTheHour_TheWordIsTheNextStep(int minutes, TicketStep expected)
    {
        var ticket = Promised(minutes);
        ticket.TakenAt = Life.Now;
        Assert.Equal(expected, NextStep.Of(ticket, Life.Engineer.As(ticket), Life.Now));
    }

    [Fact]
    public void WhatIsReopened_BringsNoOldPromise()
    {
        var ticket = Life.After(Promised(60), new TicketClosed(CloseCode.Duplicate, null));
        Assert.NotNull(ticket.PromisedBy);
        Assert.Null(ticket.NextDueAt);
        Assert.Null(Life.After(ticket, new TicketReopened("又坏了", 1)).PromisedBy);
    }

    private static NoteAdded Answer() => new(Guid.CreateVersion7(), IsPublic: true, IsFromUser: false, NoReplyNeeded: false, LooksLikeThanks: false) { Text = "在路上" };

    private static string Kept(Ticket ticket, IReadOnlyList<TicketEvent> events) => string.Join(' ', Promising.WithKept(ticket, events, Life.Now).Select(e => e.Kind));

    private static Ticket Promised(int minutes) => Life.After(Life.In(TicketStatus.InProgress), new PromiseMade("到场", Life.Now.AddMinutes(minutes)));
}
