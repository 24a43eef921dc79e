using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>What lies on the tables at this moment: something in every state, so that every view has something to show.</summary>
internal static class Today
{
    private static readonly IReadOnlyList<Scene> Scenes =
    [
        new(8, 3, 55, p => p with { Channel = Channel.Portal, Misfiled = false }, t => t.Status == TicketStatus.New),
        new(5, 10, 90, p => p with { Channel = Channel.Portal }, t => t is { Status: TicketStatus.Accepted, FirstResponseAt: not null }),
        new(4, 15, 120, p => p with { ToEngineer = false }, t => t is { Status: TicketStatus.Assigned, AssigneeId: null }),
        new(5, 12, 100, p => p with { ToEngineer = true }, t => t is { Status: TicketStatus.Assigned, AssigneeId: not null, TakenAt: null }),
        new(4, 20, 160, p => p, t => t is { Status: TicketStatus.Assigned, TakenAt: not null }),
        new(8, 60, 420, p => p, t => t.Status == TicketStatus.InProgress),
        new(4, 90, 600, p => p with { Promised = true }, t => t is { Status: TicketStatus.InProgress, PromisedBy: not null }),
        new(5, 120, 900, p => p with { Urged = true }, t => t is { Status: TicketStatus.InProgress, UnansweredSince: not null }),
        new(2, 900, 2400, p => p with { Rejections = 1, Finish = Finish.Confirmed }, t => t is { Status: TicketStatus.InProgress, ReopenCount: > 0 }, (s, _) => s.Type == TicketType.Incident),
        new(5, 180, 1500, p => p, t => t is { Status: TicketStatus.Waiting, WaitReason: WaitReason.User }, (s, t) => s.QuestionsOf(t).Count > 0),
        new(7, 240, 2600, p => p with { Question = null }, t => t.Status == TicketStatus.Waiting, (s, t) => s.EndingsOf(t).All(e => s.HoldsOf(t, e).Count > 0)),
        new(8, 300, 2000, p => p with { Finish = Finish.Called, Rejections = 0 }, t => t.Status == TicketStatus.Resolved),
        new(4, 1500, 2600, p => p with { Finish = Finish.NotReached, Rejections = 0 }, t => t is { Status: TicketStatus.Resolved, CallAttempts: > 0 }),
    ];

    public static IEnumerable<TicketHistory> Tell(World world, Chance chance)
    {
        var told = 0;
        foreach (var (number, scene) in Scenes.Index())
        {
            foreach (var i in Enumerable.Range(0, scene.Times))
            {
                // in every other scene somebody from abroad has a part
                yield return Play(scene, world, i < 2, i == 1 && number % 2 == 0, chance.For(told++));
            }
        }
    }

    private static TicketHistory Play(Scene scene, World world, bool ofProtagonist, bool inEnglish, Chance chance)
    {
        var story = chance.Of([.. Library.All.Where(s => s.Type != TicketType.Alert && (s.English || !inEnglish) && s.Told.Any(t => scene.Fits(s, t)))], s => s.Weight);
        var openedAt = world.Now.AddSeconds(-60 * chance.Between(scene.Youngest, scene.Oldest) - chance.Below(60));
        var telling = chance.Of([.. story.Told.Where(t => scene.Fits(story, t))]);
        var drawn = Plan.Draw(story, openedAt, chance, telling) with { AtOnce = false, Cancelled = false, Afterwards = false, QuestionStaysOpen = true, Reopened = false };
        var plan = scene.Turn(drawn with
        {
            OfProtagonist = ofProtagonist,
            Channel = drawn.Channel == Channel.InPerson ? Channel.Phone : drawn.Channel,
            Question = story.QuestionsOf(telling) is { Count: > 0 } questions ? chance.Of(questions) : null,
            Hold = story.HoldsOf(telling, drawn.Ending) is { Count: > 0 } holds ? chance.Of(holds) : null,
        });
        return Tale.Tell(world, story, plan, openedAt, chance, scene.IsThere);
    }

    /// <param name="Youngest">Minutes since it was opened, at least.</param>
    /// <param name="Oldest">Minutes since it was opened, at most.</param>
    private sealed record Scene(int Times, int Youngest, int Oldest, Func<Plan, Plan> Turn, Func<Ticket, bool> IsThere, Func<Story, Telling, bool>? Needs = null)
    {
        public bool Fits(Story story, Telling telling) => Needs?.Invoke(story, telling) ?? true;
    }
}
