using Fengtai.Catalog;
using Fengtai.Demo.Cast;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>At the desk, until somebody has it to work on.</summary>
internal sealed partial class Tale
{
    private IEnumerable<DateTimeOffset> Intake()
    {
        if (Ticket.Status == TicketStatus.New)
        {
            yield return Later(_hurryUntil is null ? 5 : 12);
            History.Accept(_agent.Actor, _at);
            if (_plan.Cancelled)
            {
                yield return Later(14);
                History.Cancel(Said(_phrases.CancelReasons), _requester.Actor, _at);
                yield break;
            }
            yield return Later(2);
            Classify();
        }
        if (_plan.AtOnce)
        {
            yield return Later(7);
            History.Resolve(Solution(), firstContact: true, _agent.Actor, _at);
            yield break;
        }
        if (Ticket.FirstResponseAt is null && _story.Type != TicketType.Alert)
        {
            yield return Later(3);
            History.Say(Said(_phrases.Received), _agent.Actor, _at);
        }
        if (_plan.AddsSomething)
        {
            yield return Later(9);
            History.Say(Said(_phrases.Extra), _requester.Actor, _at);
            yield return Later(8);
            History.Say(Said(_phrases.Noted), _agent.Actor, _at);
        }
    }

    private void Classify()
    {
        var (impact, urgency) = Judged();
        var category = _world.Catalogue.ByCode(_story.Category)!;
        var missing = _story.Type == TicketType.Alert ? [] : Answers(category).Missing;
        var fromMatrix = _world.Matrix.Grade(impact, urgency);
        var priority = _plan.Regraded && fromMatrix is Priority.Normal ? Priority.High : fromMatrix;
        History.Classify(
            new(_story.Type, category.Id, impact, urgency, priority, _plan.OutOfScope, _plan.Misfiled ? missing : Ticket.MissingAnswers),
            fromMatrix,
            priority == fromMatrix ? null : _chance.Of(Phrases.Regraded),
            _agent.Actor,
            _at);
    }

    private IEnumerable<DateTimeOffset> Handing()
    {
        if (!Ticket.IsOpen)
        {
            yield break;
        }
        var first = FirstHands();
        yield return Later(5);
        History.Assign(TeamOf(first), _plan.ToEngineer ? first.Id : null, _agent.Actor, _at);
        if (_chance.Happens(0.25))
        {
            History.Remark(_chance.Of(Phrases.Dispatched), _agent.Actor, _at);
        }
        yield return Later(_plan.ToEngineer ? 5 : 12);
        if (_plan.ToEngineer)
        {
            History.Take(first.Actor, _at);
        }
        else
        {
            History.Claim(first.Actor, _at);
        }
        _engineer = first;
        if (_plan.PassedOn)
        {
            var next = _world.Engineer(_story.Team, _requester.Site, first, _chance);
            yield return Later(18);
            if (IsOnAHigherLine(next, first))
            {
                History.Escalate(TeamOf(next), _chance.Of(Phrases.PassedAcross), _chance.Of(Phrases.Analyses), first.Actor, _at);
                yield return Later(9);
                History.Claim(next.Actor, _at);
            }
            else
            {
                History.PassOn(TeamOf(next), next.Id, _chance.Of(next.Team == first.Team ? Phrases.PassedWithin : Phrases.PassedAcross), first.Actor, _at);
                yield return Later(6);
                History.Take(next.Actor, _at);
            }
            _engineer = next;
        }
    }

    /// <summary>What is passed on went to the wrong team as often as to the wrong engineer.</summary>
    private Colleague FirstHands()
    {
        var strangers = Crew.Teams.Select(t => t.Code).Where(t => t != Crew.Desk && t != _story.Team).ToList();
        var team = _plan.PassedOn && _chance.Happens(0.5) ? _chance.Of(strangers) : _story.Team;
        return _engineer is { } told && team == _story.Team ? told : _world.Engineer(team, _requester.Site, null, _chance);
    }

    private bool IsOnAHigherLine(Colleague next, Colleague first) =>
        _world.Organisation.TeamOf(next.Team!).Line > _world.Organisation.TeamOf(first.Team!).Line;

    private Guid TeamOf(Colleague engineer) => _world.Organisation.TeamOf(engineer.Team!).Id;
}
