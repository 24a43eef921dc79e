using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The list of follow-up calls: call, say what came of it, go on with the next.</summary>
internal static class CallRoutes
{
    public const string Path = "/desk/calls";

    /// <summary>What says where in the list somebody is.</summary>
    private static readonly string[] Place = ["after", "at"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).Requires(TicketPermissions.FollowUp).ExcludeFromDescription();
        routes.MapPost($"{Path}/{{number:long}}", CallAsync).Requires(TicketPermissions.FollowUp).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(long? after, long? at, HttpContext http, CallList calls)
    {
        var model = await calls.AskAsync(after, http.Actor(), http.RequestAborted);
        await http.LookAsync(LookKind.Listed, model.Rows.SelectMany(r => new[] { r.Requester?.Id, r.Reporter?.Id }).OfType<Guid>());
        return PageAnswers.Page<CallsPage>(new { Model = model with { At = at } });
    }

    private static async Task<IResult> CallAsync(long number, IFormCollection form, HttpContext http, CallList calls, CallUser call, TicketActs acts, IStringLocalizer texts)
    {
        var actor = http.Actor();
        var after = Number(form["after"]);
        var input = FormBody.Read<CallUser.Input>(form, actor.Zone);
        var called = input.IsRefused
            ? Result<Ticket>.Refused(input.Refusals)
            : await acts.ActAsync(number, version: null, actor, context => call.DecideAsync(input.Value, context), http.RequestAborted);
        if (called.IsRefused)
        {
            return called.Refusal is NotFound ? called.Refusals.AsResult(http) : await RefuseAsync(called.Refusals);
        }
        http.Say(SaidOf(input.Value.Outcome!.Value), number.ToString(CultureInfo.InvariantCulture));
        return PageAnswers.SeeOther(Path + QueryString.Create(Going(form)));

        async Task<IResult> RefuseAsync(IReadOnlyList<Refusal> refusals)
        {
            var model = await calls.AskAsync(after, actor, http.RequestAborted);
            return PageAnswers.Page<CallsPage>(
                new { Model = model with { At = number, Note = form["note"], Errors = Errors(refusals, texts) } },
                refusals[0].Status());
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Going(IFormCollection form) =>
        Place.Where(name => Number(form[name]) is not null).Select(name => KeyValuePair.Create<string, string?>(name, form[name]));

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, refusal is Missing { Name: "note" } ? texts["desk.calls.note.missing"] : texts.Sentence(refusal));
        }
        return errors;
    }

    private static string SaidOf(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Solved => "desk.calls.said.solved",
        CallOutcome.Unsolved => "desk.calls.said.unsolved",
        CallOutcome.NotReached => "desk.calls.said.notReached",
    };
}
