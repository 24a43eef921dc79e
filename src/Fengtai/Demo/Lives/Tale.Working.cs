using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Platform.Access;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>At work, until it is solved.</summary>
internal sealed partial class Tale
{
    private IEnumerable<DateTimeOffset> Working()
    {
        if (!Ticket.IsOpen || _engineer is not { } engineer)
        {
            yield break;
        }
        if (_plan.Contacted)
        {
            var (by, note) = _chance.Of(IsFault ? Phrases.ContactsAboutFaults : Phrases.ContactsAboutRequests);
            yield return Later(8);
            History.Contact(by, note, engineer.Actor, _at);
        }
        yield return Later(_story.OnSite ? 22 : 14);
        History.Start(engineer.Actor, _at);
        if (_story.OnSite)
        {
            yield return Later(16);
            History.Arrive(engineer.Actor, _at);
        }
        if (_story.OnSite && _plan.Noted)
        {
            History.AddTasks(_phrases.VisitTasks, requiresLast: true, engineer.Actor, _at);
            History.DoNextTask(engineer.Actor, _at);
        }
        if (_plan.Planned)
        {
            yield return Later(6);
            History.GivePlan(Said(IsFault ? _phrases.Plans : _phrases.PlansOfRequests), engineer.Actor, _at);
        }
        foreach (var urging in Urging(engineer.Actor))
        {
            yield return urging;
        }
        if (_plan.Promised)
        {
            yield return Later(10);
            History.Promise(Said(IsFault ? _phrases.Promises : _phrases.PromisesOfRequests), SaidTime(), engineer.Actor, _at);
        }
        if (_plan.Noted && Findings.Count > 0)
        {
            yield return Later(20);
            History.Remark(Said(Findings), engineer.Actor, _at);
        }
        foreach (var waiting in Waiting(engineer.Actor))
        {
            yield return waiting;
        }
        if (_plan.Told)
        {
            yield return Later(30);
            History.Say(Said(IsFault ? _phrases.Progress : _phrases.ProgressOfRequests), engineer.Actor, _at);
        }
        if (_plan.Escalated is { } others)
        {
            yield return Later(14);
            History.Escalate(others, _chance.Of(others == EscalationTarget.Supplier ? Phrases.SupplierNeeded : Phrases.LeadNeeded), _chance.Of(Phrases.Analyses), engineer.Actor, _at);
        }
        yield return Later(_story.OnSite ? 48 : 34);
        if (Ticket is { ArrivedAt: not null, LeftAt: null })
        {
            History.Leave(engineer.Actor, _at);
            yield return Later(3);
        }
        while (History.HasOpenTasks)
        {
            History.DoNextTask(engineer.Actor, _at);
        }
        History.Resolve(Solution(), firstContact: false, engineer.Actor, _at);
        if (_plan.Noted || _plan.Contacted)
        {
            EnterTime(engineer.Actor);
        }
    }

    /// <summary>Some push the button, some write, some call the desk; a few do it again.</summary>
    private IEnumerable<DateTimeOffset> Urging(Actor engineer)
    {
        if (!_plan.Urged)
        {
            yield break;
        }
        yield return Later(50);
        History.Urge(_chance.Happens(0.75) ? _requester.Actor : _agent.Actor, _at);
        if (_chance.Happens(0.35))
        {
            yield return Later(45);
            History.Urge(_requester.Actor, _at);
        }
        yield return Later(2);
        History.Say(Said(_phrases.Urging), _requester.Actor, _at);
        yield return Later(9);
        History.Say(Said(_phrases.Answers), _chance.Happens(0.5) ? _agent.Actor : engineer, _at);
    }

    /// <summary>As people say times: the end of this half-day, or ten o'clock on the next working day.</summary>
    private DateTimeOffset SaidTime()
    {
        var today = OfficeHours.DaysAfter(_at, 0, TimeSpan.FromHours(17));
        return today - _at > TimeSpan.FromHours(1) && _chance.Happens(0.6) ? today : OfficeHours.DaysAfter(_at, 1, TimeSpan.FromHours(10));
    }

    /// <summary>In steps of five minutes, as people do; what lay overnight was not work.</summary>
    private void EnterTime(Actor engineer)
    {
        var worked = Math.Clamp((int)(_at - (Ticket.StartedAt ?? _at)).TotalMinutes / 5 * 5, 5, 95);
        History.Spend(worked, _story.OnSite ? WorkKind.OnSite : _plan.Contacted ? WorkKind.Telephone : WorkKind.Remote, engineer, _at);
        if (_story.OnSite)
        {
            History.Spend(15, WorkKind.Travel, engineer, _at);
        }
    }

    private IEnumerable<DateTimeOffset> Waiting(Actor engineer)
    {
        if (_plan.Question is { } asked)
        {
            yield return Later(12);
            History.Wait(WaitReason.User, OfficeHours.DaysAfter(_at, 2, TimeSpan.FromHours(10)), _details.In(asked.Question), null, engineer, _at);
            yield return _plan.QuestionStaysOpen ? Ticket.WaitUntil!.Value : Earlier(Later(70), Ticket.WaitUntil!.Value);
            if (_at == Ticket.WaitUntil)
            {
                History.Resume(WaitEnd.DateCame, Actor.System, _at);
                yield return Later(15);
            }
            History.Say(_details.In(asked.Answer), _requester.Actor, _at);
            yield return Later(16);
            History.Say(_story.English ? "Thank you, that helps. We continue." : _chance.Of(["好的，明白了，我们继续处理。", "收到，这就处理。", "谢谢提供的信息，已定位到问题。"]), engineer, _at);
        }
        if (_plan.Hold is { } held)
        {
            yield return Later(18);
            History.Wait(held.Reason, OfficeHours.DaysAfter(_at, held.Days, TimeSpan.FromHours(9.5)), null, _details.In(held.Note), engineer, _at, held.Supplier);
            var early = _chance.Happens(0.45);
            yield return early ? Earlier(OfficeHours.After(_at, TimeSpan.FromHours(5.5 * held.Days)), Ticket.WaitUntil!.Value.AddMinutes(-1)) : Ticket.WaitUntil!.Value;
            History.Resume(early ? WaitEnd.Resumed : WaitEnd.DateCame, early ? engineer : Actor.System, _at);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
