using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>The turns that a tale will take, decided before it begins.</summary>
internal sealed record Plan
{
    public required Telling Telling { get; init; }

    public required Ending Ending { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>It befalls one of those who are offered first at sign-in.</summary>
    public bool OfProtagonist { get; init; }

    /// <summary>Solved by the desk at first contact.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Entered after it was done (补录).</summary>
    public bool Afterwards { get; init; }

    /// <summary>Somebody else tells it for the one who is affected.</summary>
    public bool ForAnother { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>The requester chose the category of those who do not know.</summary>
    public bool Misfiled { get; init; }

    public bool Incomplete { get; init; }

    public bool OutOfScope { get; init; }

    /// <summary>The desk departs from the matrix.</summary>
    public bool Regraded { get; init; }

    public bool SendsPicture { get; init; }

    public bool AddsSomething { get; init; }

    /// <summary>Given to an engineer; otherwise to the team, whose members claim it.</summary>
    public bool ToEngineer { get; init; }

    public bool PassedOn { get; init; }

    public bool Contacted { get; init; }

    public bool Noted { get; init; }

    public bool Urged { get; init; }

    /// <summary>The engineer tells the user what will be done.</summary>
    public bool Planned { get; init; }

    /// <summary>The engineer needs others: those who lead, or a supplier.</summary>
    public EscalationTarget? Escalated { get; init; }

    /// <summary>By when the user may count on something is said.</summary>
    public bool Promised { get; init; }

    public Asked? Question { get; init; }

    public bool QuestionStaysOpen { get; init; }

    public Held? Hold { get; init; }

    public bool Told { get; init; }

    /// <summary>How often the user says that it is not solved.</summary>
    public int Rejections { get; init; }

    public Finish Finish { get; init; }

    public bool Thanks { get; init; }

    public bool Reopened { get; init; }

    /// <summary>1 to 5; 0 is none.</summary>
    public int Rating { get; init; }

    /// <param name="given">How it is told, where that is not left to chance.</param>
    public static Plan Draw(Story story, DateTimeOffset at, Chance chance, Telling? given = null)
    {
        var telling = given ?? chance.Of(story.Told);
        var ending = chance.Of(story.EndingsOf(telling));
        var (questions, holds) = (story.QuestionsOf(telling), story.HoldsOf(telling, ending));
        var isFault = story.Type == TicketType.Incident;
        var isAlert = story.Type == TicketType.Alert;
        var channel = isAlert ? Channel.Api : ChannelOf(OfficeHours.IsOpen(at), chance);
        var atOnce = !isAlert && channel != Channel.InPerson && chance.Happens(story.AtOnce * (channel == Channel.Phone ? 1.3 : 0.85));
        var rejections = isFault && chance.Happens(0.045) ? 1 : 0;
        var unlucky = rejections > 0;
        return new()
        {
            Telling = telling,
            Ending = ending,
            Channel = channel,
            AtOnce = atOnce,
            Afterwards = channel == Channel.InPerson && chance.Happens(0.4),
            ForAnother = channel == Channel.Phone && chance.Happens(0.08),
            Cancelled = channel == Channel.Portal && !atOnce && chance.Happens(0.045),
            Misfiled = channel == Channel.Portal && chance.Happens(0.07),
            Incomplete = chance.Happens(0.1),
            OutOfScope = !isAlert && chance.Happens(0.012),
            Regraded = chance.Happens(0.02),
            SendsPicture = channel == Channel.Portal && story.Picture is not null && chance.Happens(0.4),
            AddsSomething = isFault && channel == Channel.Portal && chance.Happens(0.1),
            ToEngineer = chance.Happens(0.62),
            PassedOn = chance.Happens(0.07),
            Contacted = !isAlert && chance.Happens(0.36),
            Noted = chance.Happens(0.5),
            Urged = !isAlert && chance.Happens(0.06),
            Question = questions.Count > 0 && chance.Happens(0.4) ? chance.Of(questions) : null,
            QuestionStaysOpen = chance.Happens(0.08),
            Hold = holds.Count > 0 && chance.Happens(0.26) ? chance.Of(holds) : null,
            Planned = !isAlert && chance.Happens(0.22),
            Escalated = chance.Share() switch { < 0.02 => EscalationTarget.Supplier, < 0.032 => EscalationTarget.Manager, _ => null },
            Promised = !isAlert && chance.Happens(0.14),
            Told = !isAlert && chance.Happens(0.3),
            Rejections = rejections,
            Finish = isAlert ? Finish.Recovered : FinishOf(chance),
            Thanks = chance.Happens(0.22),
            Reopened = isFault && chance.Happens(0.022),
            Rating = isAlert || !chance.Happens(0.36) ? 0 : Stars(unlucky, chance),
        };
    }

    private static Channel ChannelOf(bool atWork, Chance chance) => chance.Share() switch
    {
        < 0.44 => Channel.Portal,
        < 0.9 when atWork => Channel.Phone,
        < 0.99 when atWork => Channel.InPerson,
        >= 0.985 => Channel.Api,
        >= 0.93 => Channel.Phone,
        _ => Channel.Portal,
    };

    private static Finish FinishOf(Chance chance) => chance.Share() switch
    {
        < 0.47 => Finish.Confirmed,
        < 0.82 => Finish.Called,
        < 0.95 => Finish.CalledTwice,
        _ => Finish.NotReached,
    };

    private static int Stars(bool unlucky, Chance chance) => chance.Share() switch
    {
        var share when unlucky => share < 0.3 ? 4 : share < 0.6 ? 3 : share < 0.85 ? 2 : 1,
        < 0.635 => 5,
        < 0.875 => 4,
        < 0.96 => 3,
        < 0.985 => 2,
        _ => 1,
    };
}

internal enum Finish
{
    /// <summary>The requester confirms on the portal.</summary>
    Confirmed,

    /// <summary>The desk calls and hears that it is solved.</summary>
    Called,

    /// <summary>The first call reaches nobody.</summary>
    CalledTwice,

    /// <summary>Nobody answers three calls.</summary>
    NotReached,

    /// <summary>The alert is over and the desk has checked.</summary>
    Recovered,
}
