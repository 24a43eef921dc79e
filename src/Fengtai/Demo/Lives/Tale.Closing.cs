using Fengtai.Demo.Cast;
using Fengtai.Demo.Days;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>From solved to closed, and what comes after.</summary>
internal sealed partial class Tale
{
    private IEnumerable<DateTimeOffset> Closing()
    {
        if (!Ticket.IsOpen || _engineer is not { } engineer)
        {
            yield break;
        }
        for (var i = 0; i < _plan.Rejections; i++)
        {
            yield return Later(110);
            if (_plan.Finish == Finish.Confirmed)
            {
                History.Reject(Said(_phrases.NotSolved), _requester.Actor, _at);
            }
            else
            {
                History.Call(CallOutcome.Unsolved, Said(_phrases.CalledUnsolved), _agent.Actor, _at);
            }
            foreach (var moment in Again(engineer))
            {
                yield return moment;
            }
        }
        foreach (var moment in Finished())
        {
            yield return moment;
        }
    }

    private IEnumerable<DateTimeOffset> Again(Colleague engineer)
    {
        yield return Later(20);
        History.Say(Said(_phrases.Answers), engineer.Actor, _at);
        if (Findings.Count > 0)
        {
            yield return Later(40);
            History.Remark(Said(Findings), engineer.Actor, _at);
        }
        yield return Later(45);
        History.Resolve(Solution(), firstContact: false, engineer.Actor, _at);
    }

    private IEnumerable<DateTimeOffset> Finished()
    {
        // a part of the follow-up calls is the quality supervisor's
        var caller = _chance.Happens(0.12) ? _world.Quality.Actor : _agent.Actor;
        switch (_plan.Finish)
        {
            case Finish.Recovered:
                yield return Later(25);
                History.Close(CloseCode.Recovered, null, _agent.Actor, _at);
                break;
            case Finish.Confirmed:
                yield return Later(75);
                if (_plan.Thanks)
                {
                    History.Say(Said(_phrases.Thanks), _requester.Actor, _at);
                    yield return Later(3);
                }
                History.Confirm(_requester.Actor, _at);
                break;
            case Finish.Called:
                yield return Later(120);
                History.Call(CallOutcome.Solved, Said(_phrases.CalledSolved), caller, _at);
                break;
            case Finish.CalledTwice:
                yield return Later(100);
                History.Call(CallOutcome.NotReached, Said(_phrases.NotReached), caller, _at);
                yield return Later(130);
                History.Call(CallOutcome.Solved, Said(_phrases.CalledSolved), caller, _at);
                break;
            case Finish.NotReached:
                yield return Later(120);
                History.Call(CallOutcome.NotReached, Said(_phrases.NotReached), caller, _at);
                yield return Later(200);
                History.Call(CallOutcome.NotReached, Said(_phrases.NotReached), caller, _at);
                yield return OfficeHours.After(Ticket.ResolvedAt!.Value.AddHours(48), _chance.Around(30)) is var third && third > _at ? third : Later(10);
                History.Call(CallOutcome.NotReached, Said(_phrases.NotReached), caller, _at);
                break;
        }
    }

    private IEnumerable<DateTimeOffset> Afterglow()
    {
        if (_plan.Reopened && _engineer is { } engineer && Ticket is { Status: TicketStatus.Closed, CloseCode: CloseCode.Confirmed or CloseCode.CalledBack })
        {
            yield return Earlier(Later(800), Ticket.ClosedAt!.Value.AddDays(6.5));
            History.Reopen(Said(_phrases.Reopened), _requester.Actor, _at);
            foreach (var moment in Again(engineer).Concat(Finished()))
            {
                yield return moment;
            }
        }
        if (_plan.Rating > 0 && Ticket.CloseCode != CloseCode.NoAnswer)
        {
            yield return Later(45);
            History.Rate(Rated(_plan.Rating), _requester.Actor, _at);
        }
    }

    private Rating Rated(int overall)
    {
        var comment = _chance.Happens(overall <= 2 ? 0.85 : overall == 3 ? 0.5 : 0.28) ? Said(_phrases.Comments[overall]) : null;
        return _chance.Happens(0.7) ? new(overall, Near(), Near(), Near(), comment) : new(overall, null, null, null, comment);

        int Near() => Math.Clamp(overall + (_chance.Happens(0.25) ? _chance.Between(-1, 1) : 0), 1, 5);
    }
}
