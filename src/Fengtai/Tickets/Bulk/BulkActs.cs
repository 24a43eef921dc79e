using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Bulk;

/// <summary>The acts that can be done with many tickets at once, and the one way to each: the use case that does it with one.</summary>
internal static class BulkActs
{
    private static readonly IReadOnlyDictionary<BulkAct, BulkDoor> All = new BulkDoor[]
    {
        BulkDoor.To<AcceptTicket, AcceptTicket.Input>(BulkAct.Accept, _ => false),
        BulkDoor.To<ClassifyTicket, ClassifyTicket.Input>(BulkAct.Classify, _ => false),
        BulkDoor.To<AssignTicket, AssignTicket.Input>(BulkAct.Assign, i => i.Note is { Length: > 0 }),
        BulkDoor.To<PutOnHold, PutOnHold.Input>(BulkAct.Wait, i => i.Note is { Length: > 0 } || i.Question is { Length: > 0 }),
        BulkDoor.To<ResumeWork, ResumeWork.Input>(BulkAct.Resume, _ => false),
        BulkDoor.To<AddNote, AddNote.Input, BulkNote>(BulkAct.Notes, n => new(n.Text, n.Visibility, n.NoReplyNeeded, null), _ => true),
        BulkDoor.To<CloseTicket, CloseTicket.Input>(BulkAct.Close, _ => true),
        BulkDoor.To<LinkTicket, LinkTicket.Input>(BulkAct.Link, _ => false),
        BulkDoor.To<MacroInBulk, MacroInBulk.Input>(BulkAct.Macro, _ => true),
    }.ToDictionary(d => d.Act);

    public static BulkDoor Of(BulkAct act) => All[act];

    /// <summary>What this person may do with many tickets, if each of them allows it.</summary>
    public static IEnumerable<BulkAct> For(Actor actor) => All.Values.Where(d => actor.May(d.Permission)).Select(d => d.Act);

    /// <summary>A note for many tickets: a file hangs on one only.</summary>
    internal sealed record BulkNote(string? Text, NoteVisibility? Visibility, bool? NoReplyNeeded);
}

/// <summary>Leads to the use case of one act.</summary>
internal sealed class BulkDoor
{
    public required BulkAct Act { get; init; }

    public required Permission Permission { get; init; }

    /// <summary>What the act is given, as its use case reads it.</summary>
    public required Type Input { get; init; }

    /// <summary>Reads what the act is given, strictly.</summary>
    public required Func<string, Result<object>> Read { get; init; }

    /// <summary>The same from a form.</summary>
    public required Func<IFormCollection, TimeZoneInfo, Result<string>> ReadForm { get; init; }

    public required Func<IServiceProvider, object, ActContext, Task<Decision>> DecideAsync { get; init; }

    /// <summary>Whether, given this, something is written into the tickets.</summary>
    public required Func<object, bool> Says { get; init; }

    public Undoable UndoableWith(object input) => Undoing.Of(Act, Says(input));

    public static BulkDoor To<TAct, TInput>(BulkAct act, Func<TInput, bool> says) where TAct : class, ITicketAct<TInput> where TInput : class =>
        To<TAct, TInput, TInput>(act, input => input, says);

    public static BulkDoor To<TAct, TInput, TGiven>(BulkAct act, Func<TGiven, TInput> input, Func<TGiven, bool> says)
        where TAct : class, ITicketAct<TInput> where TInput : class where TGiven : class => new()
        {
            Act = act,
            Permission = TAct.Permission,
            Input = typeof(TGiven),
            Read = json => ApiBody.Parse<TGiven>(System.Text.Encoding.UTF8.GetBytes(json)).Map(given => (object)given),
            ReadForm = (form, zone) => FormBody.Read<TGiven>(form, zone).Map(given => JsonSerializer.Serialize(given, Json.Options)),
            DecideAsync = (services, given, context) => services.GetRequiredService<TAct>().DecideAsync(input((TGiven)given), context),
            Says = given => says((TGiven)given),
        };

    /// <summary>As it is kept.</summary>
    public string Write(object given) => Json.WithoutNul(JsonSerializer.Serialize(given, Input, Json.Options));
}
