using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Macros;

/// <summary>The one way from a step of a macro to what it does: the use case that does it by itself.</summary>
internal static class MacroDoors
{
    private static readonly IReadOnlyDictionary<MacroAct, MacroDoor> All = new Dictionary<MacroAct, MacroDoor>
    {
        [MacroAct.Accept] = MacroDoor.To<AcceptTicket, AcceptTicket.Input>(),
        [MacroAct.Classify] = MacroDoor.To<ClassifyTicket, ClassifyTicket.Input>(),
        [MacroAct.Assign] = MacroDoor.To<AssignTicket, AssignTicket.Input>(),
        [MacroAct.PassOn] = MacroDoor.To<PassOnTicket, PassOnTicket.Input>("reason"),
        [MacroAct.Take] = MacroDoor.To<TakeTicket, TakeTicket.Input>(),
        [MacroAct.Claim] = MacroDoor.To<ClaimTicket, ClaimTicket.Input>(),
        [MacroAct.Start] = MacroDoor.To<StartWork, StartWork.Input>(),
        [MacroAct.Notes] = MacroDoor.To<AddNote, AddNote.Input>("text"),
        [MacroAct.Contact] = MacroDoor.To<RecordContact, RecordContact.Input>("by", "note"),
        [MacroAct.Plan] = MacroDoor.To<GivePlan, GivePlan.Input>("text"),
        [MacroAct.Escalate] = MacroDoor.To<EscalateTicket, EscalateTicket.Input>("to", "reason", "analysis"),
        [MacroAct.Wait] = MacroDoor.To<PutOnHold, PutOnHold.Input>("reason"),
        [MacroAct.Resume] = MacroDoor.To<ResumeWork, ResumeWork.Input>(),
        [MacroAct.Resolve] = MacroDoor.To<ResolveTicket, ResolveTicket.Input>("solution"),
        [MacroAct.Close] = MacroDoor.To<CloseTicket, CloseTicket.Input>("code"),
    };

    public static MacroDoor Of(MacroAct act) => All[act];
}

/// <summary>Leads to the use case of one act.</summary>
internal sealed class MacroDoor
{
    /// <summary>Members that belong to one ticket or one moment, so that no macro keeps them.</summary>
    private static readonly string[] OfTheMoment = ["attachments", "until", "at", "noReplyNeeded"];

    public required Permission Permission { get; init; }

    /// <summary>The members of its input, as they are written.</summary>
    public required IReadOnlySet<string> Members { get; init; }

    /// <summary>The members of its input that people read.</summary>
    public required IReadOnlySet<string> Texts { get; init; }

    /// <summary>The members of its input without which it is never done.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>Reads what the act is given, strictly.</summary>
    public required Func<JsonObject, Result<object>> Read { get; init; }

    /// <summary>The same from a form, as it is kept.</summary>
    public required Func<IFormCollection, TimeZoneInfo, Result<JsonObject>> ReadForm { get; init; }

    public required Func<IServiceProvider, object, ActContext, Task<Decision>> DecideAsync { get; init; }

    public static bool IsOfTheMoment(string member) => OfTheMoment.Contains(member);

    public static MacroDoor To<TAct, TInput>(params string[] needed) where TAct : class, ITicketAct<TInput> where TInput : class => new()
    {
        Permission = TAct.Permission,
        Members = Json.Options.GetTypeInfo(typeof(TInput)).Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
        Texts = Json.Options.GetTypeInfo(typeof(TInput)).Properties.Where(p => p.PropertyType == typeof(string)).Select(p => p.Name)
            .Except([MacroSteps.Team, MacroSteps.Assignee, MacroSteps.Category, MacroSteps.Supplier]).ToHashSet(StringComparer.Ordinal),
        Needed = needed,
        Read = json => ApiBody.Parse<TInput>(Encoding.UTF8.GetBytes(json.ToJsonString(Json.Options))).Map(given => (object)given),
        ReadForm = (form, zone) => FormBody.Read<TInput>(form, zone).Map(given => JsonSerializer.SerializeToNode(given, Json.Options)!.AsObject()),
        DecideAsync = (services, given, context) => services.GetRequiredService<TAct>().DecideAsync((TInput)given, context),
    };
}
