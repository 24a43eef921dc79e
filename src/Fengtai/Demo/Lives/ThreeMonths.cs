using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>All that happened until now.</summary>
internal static class ThreeMonths
{
    private const int EverydayTickets = 2880;
    private const int OutageReports = 44;
    private const int DaysSinceOutage = 37;

    /// <summary>Share of what the desk closes with a word.</summary>
    private const double Misfit = 0.025;

    public static IEnumerable<TicketHistory> Tell(World world, Chance chance) =>
        [.. Everyday(world, chance.For(1)), .. Outage(world, chance.For(2)), .. Today.Tell(world, chance.For(3))];

    private static IEnumerable<TicketHistory> Everyday(World world, Chance chance)
    {
        foreach (var (index, at) in Arrivals.Before(world.Now, EverydayTickets, chance).Index())
        {
            var own = chance.For(index);
            if (own.Happens(Misfit))
            {
                if (Misfits.Tell(world, at, own) is { } misfit)
                {
                    yield return misfit;
                }
                continue;
            }
            var story = own.Of(Library.All, s => s.Weight);
            yield return Tale.Tell(world, story, Plan.Draw(story, at, own), at, own);
        }
    }

    /// <summary>The day when the network of the headquarters failed: a few are worked on, the many are told that it is the same.</summary>
    private static IEnumerable<TicketHistory> Outage(World world, Chance chance)
    {
        var day = OfficeHours.DayOf(world.Now).AddDays(-DaysSinceOutage);
        while (!OfficeHours.IsWorkday(day) || day.DayOfWeek == DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }
        var began = OfficeHours.At(day, new(10, 7, 0));
        foreach (var i in Enumerable.Range(0, OutageReports + 3))
        {
            var own = chance.For(i);
            var at = began.AddSeconds(i < 3 ? 40 * (i + 1) : Math.Floor(100 + Math.Pow(own.Share(), 1.8) * 4200));
            if (i < 3)
            {
                var plan = new Plan { Telling = own.Of(Networks.Outage.Told), Ending = Networks.Outage.Endings[0], Channel = i == 0 ? Channel.Phone : Channel.Portal, ToEngineer = true, Contacted = true, Noted = true, Told = true, Finish = Finish.Called, Rating = 4 - i };
                yield return Tale.Tell(world, Networks.Outage, plan, at, own);
            }
            else if (Misfits.TellOutage(world, at, own) is { } same)
            {
                yield return same;
            }
        }
    }
}
