using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Timesheets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>The list of all acts.</summary>
internal static class TicketActRoutes
{
    private static readonly IReadOnlyList<Act> All =
    [
        Act.Of<AcceptTicket, AcceptTicket.Input>(),
        Act.Of<ClassifyTicket, ClassifyTicket.Input>(),
        Act.Of<AssignTicket, AssignTicket.Input>(),
        Act.Of<TakeTicket, TakeTicket.Input>(),
        Act.Of<ClaimTicket, ClaimTicket.Input>(),
        Act.Of<PassOnTicket, PassOnTicket.Input>(),
        Act.Of<StartWork, StartWork.Input>(),
        Act.Of<RecordContact, RecordContact.Input>(),
        Act.Of<GivePlan, GivePlan.Input>(),
        Act.Of<MakePromise, MakePromise.Input>(),
        Act.Of<UrgeTicket, UrgeTicket.Input>(),
        Act.Of<EngineerArrives, EngineerArrives.Input>(),
        Act.Of<EngineerLeaves, EngineerLeaves.Input>(),
        Act.Of<EscalateTicket, EscalateTicket.Input>(),
        Act.Of<PutOnHold, PutOnHold.Input>(),
        Act.Of<ResumeWork, ResumeWork.Input>(),
        Act.Of<ResolveTicket, ResolveTicket.Input>(),
        Act.Of<ConfirmSolution, ConfirmSolution.Input>(),
        Act.Of<RejectSolution, RejectSolution.Input>(),
        Act.Of<CallUser, CallUser.Input>(),
        Act.Of<CloseTicket, CloseTicket.Input>(),
        Act.Of<ReopenTicket, ReopenTicket.Input>(),
        Act.Of<CancelTicket, CancelTicket.Input>(),
        Act.Of<RateService, RateService.Input>(),
        Act.Of<AddNote, AddNote.Input>(),
        Act.Of<MarkNoReplyNeeded, MarkNoReplyNeeded.Input>(),
        Act.Of<CorrectTicket, CorrectTicket.Input>(),
        Act.Of<MergeTicket, MergeTicket.Input>(),
        Act.Of<UnmergeTicket, UnmergeTicket.Input>(),
        Act.Of<SplitTicket, SplitTicket.Input>(),
        Act.Of<LinkTicket, LinkTicket.Input>(),
        Act.Of<UnlinkTicket, UnlinkTicket.Input>(),
        Act.Of<DeclareMajorIncident, DeclareMajorIncident.Input>(),
        Act.Of<WithdrawMajorIncident, WithdrawMajorIncident.Input>(),
        Act.Of<PublishUpdate, PublishUpdate.Input>(),
        Act.Of<AttachChildren, AttachChildren.Input>(),
        Act.Of<AddTasks, AddTasks.Input>(),
        Act.Of<DoTask, DoTask.Input>(),
        Act.Of<ReopenTask, ReopenTask.Input>(),
        Act.Of<ChangeTask, ChangeTask.Input>(),
        Act.Of<RemoveTask, RemoveTask.Input>(),
        Act.Of<OrderTasks, OrderTasks.Input>(),
        Act.Of<EnterTime, EnterTime.Input>(),
        Act.Of<ChangeTime, ChangeTime.Input>(),
        Act.Of<RemoveTime, RemoveTime.Input>(),
    ];

    public static void AddServices(IServiceCollection services)
    {
        foreach (var act in All)
        {
            services.AddScoped(act.Type);
        }
    }

    public static void Map(IEndpointRouteBuilder routes, ShowTicket onDesk, ShowTicket inPortal)
    {
        foreach (var act in All)
        {
            act.Map(routes, onDesk, inPortal);
        }
    }

    private sealed record Act(Type Type, Action<IEndpointRouteBuilder, ShowTicket, ShowTicket> Map)
    {
        public static Act Of<TAct, TInput>() where TAct : class, ITicketAct<TInput> where TInput : class =>
            new(typeof(TAct), (routes, onDesk, inPortal) => routes.MapAct<TAct, TInput>(onDesk, inPortal));
    }
}
