using Fengtai.Catalog;
using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>Tickets that the desk closes with a word: advertising, what is not IT, what came twice or went away.</summary>
internal static class Misfits
{
    public static TicketHistory? Tell(World world, DateTimeOffset openedAt, Chance chance)
    {
        var (code, _, told, explanation) = chance.Of(Misdirected.All, m => m.Weight);
        var requester = world.Requester(english: false, chance);
        var details = Details.Of(requester, world.Organisation.Asking, openedAt, english: false, chance);
        return Close(world, requester.Actor, openedAt, code, new(details.In(told.Subject), details.In(told.Description)), explanation, chance, requester.Place);
    }

    /// <summary>One of the many who report the same outage.</summary>
    public static TicketHistory? TellOutage(World world, DateTimeOffset openedAt, Chance chance)
    {
        var requester = world.Requester(english: false, chance);
        var details = Details.Of(requester, world.Organisation.Asking, openedAt, english: false, chance);
        var told = chance.Of(Networks.Outage.Told);
        return Close(
            world, requester.Actor, openedAt, CloseCode.Duplicate, new(details.In(told.Subject), details.In(told.Description)),
            "与上午 A 座网络中断为同一事件，已统一抢修并恢复，如仍有问题请直接回复。", chance, requester.Place, Networks.Outage.Category);
    }

    private static TicketHistory? Close(
        World world, Platform.Access.Actor requester, DateTimeOffset openedAt, CloseCode code, Telling told, string explanation, Chance chance, string place, string category = "other")
    {
        var agent = world.Agent(chance).Actor;
        var closedAt = OfficeHours.After(openedAt, chance.Around(code == CloseCode.Duplicate ? 40 : 14));
        if (closedAt >= world.Now)
        {
            return null;
        }
        var of = world.Catalogue.ByCode(category)!;
        var answers = FormAnswers.FromJson(world.Catalogue.FormOf(of), null).Value;
        var history = TicketHistory.Open(new(TicketType.Incident, told.Subject, told.Description, of, answers, requester.Id, Channel.Portal) { Place = place }, requester, openedAt);
        if (code is not CloseCode.Spam)
        {
            var respondedAt = openedAt.AddSeconds(Math.Floor((closedAt - openedAt).TotalSeconds / 2));
            if (respondedAt < closedAt)
            {
                history.Accept(agent, respondedAt);
                history.Say("您好，已收到，正在核实。", agent, respondedAt);
            }
        }
        history.Close(code, explanation, agent, closedAt);
        return history;
    }
}
