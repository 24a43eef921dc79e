using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class UndoingTests
{
    private static readonly DateTimeOffset Until = Life.Now.AddDays(2);

    [Theory]
    [InlineData(BulkAct.Accept, "agent", "actUndone")]
    [InlineData(BulkAct.Accept, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(BulkAct.Classify, "agent", "actUndone classified")]
    [InlineData(BulkAct.Classify, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(BulkAct.Assign, "agent", "actUndone")]
    [InlineData(BulkAct.Wait, "agent", "actUndone resumed")]
    [InlineData(BulkAct.Wait, "engineer", "actUndone resumed")]
    [InlineData(BulkAct.Wait, "otherTeam", "ticketIsNotYours")]
    [InlineData(BulkAct.Wait, "requester", "ticketIsNotYours")]
    [InlineData(BulkAct.Resume, "engineer", "actUndone waiting")]
    [InlineData(BulkAct.Close, "agent", "actUndone")]
    [InlineData(BulkAct.Link, "engineer", "actUndone")]
    [InlineData(BulkAct.Notes, "agent", "wordsAreNotTakenBack")]
    [InlineData(BulkAct.Macro, "agent", "wordsAreNotTakenBack")]
    public void Undo_IsForWhoMayDoIt_AndPutsBackWhatWas(BulkAct act, string who, string expected)
    {
        var ticket = Before(act);
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(act, ticket));
        var after = TicketFacets.Of(ticket);
        var decision = Undoing.Undo(ticket, Life.ByName(who).As(ticket), act, before, after, Life.Now);
        Assert.Equal(expected, decision.Says());
        if (!decision.IsRefused && act != BulkAct.Link)
        {
            Life.After(ticket, [.. decision.Events]);
            Assert.Equal([], before.ChangesTo(TicketFacets.Of(ticket)));
        }
    }

    [Theory]
    [InlineData(BulkAct.Accept)]
    [InlineData(BulkAct.Classify)]
    [InlineData(BulkAct.Assign)]
    [InlineData(BulkAct.Wait)]
    [InlineData(BulkAct.Resume)]
    [InlineData(BulkAct.Close)]
    [InlineData(BulkAct.Link)]
    public void WhatWasTouchedSince_IsLeftAlone(BulkAct act)
    {
        var ticket = Before(act);
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(act, ticket));
        var after = TicketFacets.Of(ticket);
        Life.After(ticket, Touched(act, ticket));
        Assert.Equal("ticketHasChangedSince", Undoing.Undo(ticket, Life.Agent.As(ticket), act, before, after, Life.Now).Says());
    }

    [Fact]
    public void AnswersGivenSince_AreNotAskedForAgain()
    {
        var ticket = Before(BulkAct.Classify);
        ticket.MissingAnswers = ["account", "system"];
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(BulkAct.Classify, ticket));
        var after = TicketFacets.Of(ticket);
        Life.After(ticket, new QuestionsAnswered([new("system", "系统", "System", FieldKind.Text, JsonSerializer.SerializeToElement("CRM"), [])], []));
        Life.After(ticket, [.. Undoing.Undo(ticket, Life.Agent.As(ticket), BulkAct.Classify, before, after, Life.Now).Events]);
        Assert.Equal(["account"], ticket.MissingAnswers);
    }

    [Fact]
    public void WhatTheUserWroteAfterItWasClosed_StillWaitsForAnAnswer()
    {
        var ticket = Before(BulkAct.Close);
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(BulkAct.Close, ticket));
        var after = TicketFacets.Of(ticket);
        ticket.UnansweredSince = Life.Now.AddHours(1);
        Life.After(ticket, [.. Undoing.Undo(ticket, Life.Agent.As(ticket), BulkAct.Close, before, after, Life.Now).Events]);
        Assert.Equal(Life.Now.AddHours(1), ticket.UnansweredSince);
    }

    [Fact]
    public void OtherThingsSince_DoNotMatter()
    {
        var ticket = Before(BulkAct.Assign);
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(BulkAct.Assign, ticket));
        var after = TicketFacets.Of(ticket);
        Life.After(ticket, Done(BulkAct.Classify, ticket), new WaitStarted(WaitReason.Parts, Until));
        Life.After(ticket, [.. Undoing.Undo(ticket, Life.Agent.As(ticket), BulkAct.Assign, before, after, Life.Now).Events]);
        Assert.Equal((TicketStatus.Waiting, TicketStatus.Accepted, null, Priority.High), (ticket.Status, ticket.StatusBeforeWait, ticket.AssigneeId, ticket.Priority));
    }

    [Fact]
    public void WaitThatWouldBeOverByNow_IsNotBegunAgain()
    {
        var ticket = Before(BulkAct.Resume);
        var before = TicketFacets.Of(ticket);
        Life.After(ticket, Done(BulkAct.Resume, ticket));
        Assert.Equal("waitEndsInThePast", Undoing.Undo(ticket, Life.Agent.As(ticket), BulkAct.Resume, before, TicketFacets.Of(ticket), before.WaitUntil!.Value).Says());
    }

    [Theory]
    [InlineData(BulkAct.Accept, false, "Wholly")]
    [InlineData(BulkAct.Assign, true, "ExceptWords")]
    [InlineData(BulkAct.Wait, true, "ExceptWords")]
    [InlineData(BulkAct.Close, false, "ExceptWords")]
    [InlineData(BulkAct.Notes, true, "Not")]
    [InlineData(BulkAct.Macro, true, "Not")]
    public void WhatCanBeUndone_IsKnownBefore(BulkAct act, bool says, string expected) => Assert.Equal(expected, Undoing.Of(act, says).ToString());

    private static Ticket Before(BulkAct act) => Life.In(act switch
    {
        BulkAct.Accept => TicketStatus.New,
        BulkAct.Assign => TicketStatus.Accepted,
        BulkAct.Resume => TicketStatus.Waiting,
        _ => TicketStatus.InProgress,
    });

    private static TicketEvent Done(BulkAct act, Ticket ticket) => act switch
    {
        BulkAct.Accept => new TicketAccepted(Life.Agent.Id),
        BulkAct.Classify => new TicketClassified(Intake.Current(ticket), Intake.Current(ticket) with { Priority = Priority.High }, "领导要求"),
        BulkAct.Assign => new TicketAssigned(Dispatching.Current(ticket), new(Guid.CreateVersion7(), Life.Engineer.Id)),
        BulkAct.Wait => new WaitStarted(WaitReason.Parts, Until),
        BulkAct.Resume => new WaitEnded(WaitReason.User, WaitEnd.Resumed),
        BulkAct.Notes or BulkAct.Macro => NewNotes.Internal("统一处理"),
        BulkAct.Close => new TicketClosed(CloseCode.NotIt, "请找行政"),
        BulkAct.Link => new TicketLinked(Guid.CreateVersion7(), 100_001, LinkKind.Parent),
    };

    private static TicketEvent Touched(BulkAct act, Ticket ticket) => act switch
    {
        BulkAct.Accept => Done(BulkAct.Assign, ticket),
        BulkAct.Classify => new TicketClassified(Intake.Current(ticket), Intake.Current(ticket) with { Priority = Priority.Low }, "又不急了"),
        BulkAct.Assign => new TicketTaken(Life.Engineer.Id),
        BulkAct.Wait => new WaitEnded(WaitReason.Parts, WaitEnd.Resumed),
        BulkAct.Resume => Done(BulkAct.Wait, ticket),
        BulkAct.Close => new TicketReopened("还是不行", 1),
        _ => new TicketUnlinked(Guid.CreateVersion7(), 100_001, LinkKind.Parent),
    };
}
