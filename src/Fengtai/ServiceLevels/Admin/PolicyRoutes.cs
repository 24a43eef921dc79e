using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>The pages for adding, editing, ordering and deactivating policies.</summary>
internal static class PolicyRoutes
{
    public const string Home = "/admin/service-levels";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Home).Requires(ServiceLevelPermissions.Administer);
        admin.MapGet("", (PolicyPages pages, CancellationToken cancellation) => pages.ListAsync(cancellation));
        admin.MapGet("/new", (PolicyPages pages, CancellationToken cancellation) => pages.NewAsync(null, null, [], cancellation));
        admin.MapPost("/new", AddAsync);
        admin.MapPost("/new/try", TryNewAsync);
        admin.MapPost("/order", OrderAsync);
        admin.MapGet("/{id:guid}", (Guid id, PolicyPages pages, CancellationToken cancellation) => pages.PolicyAsync(id, cancellation));
        admin.MapPost("/{id:guid}", EditAsync);
        admin.MapPost("/{id:guid}/try", TryAsync);
        // binding the form is what checks its token
        admin.MapPost("/{id:guid}/activate", (Guid id, IFormCollection form, ActivatePolicy activate, PolicyPages pages, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, true, activate, pages, actor, http, cancellation));
        admin.MapPost("/{id:guid}/deactivate", (Guid id, IFormCollection form, ActivatePolicy activate, PolicyPages pages, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, false, activate, pages, actor, http, cancellation));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, AddPolicy add, PolicyPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var (input, place) = (PolicyInput.From(form), form["after"].ToString());
        var (draft, after) = (input.Read(), PlaceOf(place));
        var added = draft.IsRefused || after.IsRefused
            ? Result<Guid>.Refused([.. draft.Refusals, .. after.Refusals])
            : await add.RunAsync(draft.Value, after.Value, actor, cancellation);
        if (added.IsRefused)
        {
            return await pages.NewAsync(input, place, added.Refusals, cancellation);
        }
        http.Say("levels.said.added", draft.Value.Name);
        return PageAnswers.SeeOther(Home);
    }

    private static async Task<IResult> EditAsync(Guid id, IFormCollection form, EditPolicy edit, ClockImpact impact, PolicyPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var (input, basis) = (PolicyInput.From(form), new PolicyBasis(form["basedOn"].ToString(), form["shown"].ToString()));
        var draft = input.Read();
        if (!draft.IsRefused && Fingerprint.Of(draft.Value) is var confirmation && form["confirmed"] != confirmation && await impact.MeasureAsync(id, draft.Value, cancellation) is { IsNothing: false } moved)
        {
            // what cannot be saved need not be confirmed
            var refusals = await edit.CheckAsync(id, draft.Value, basis.Fingerprint, cancellation);
            return refusals.Count > 0
                ? await pages.PolicyAsync(id, cancellation, input, basis, refusals)
                : await pages.PolicyAsync(id, cancellation, input, basis, toConfirm: new(moved.Moved, moved.Ended, moved.Late, confirmation));
        }
        var done = draft.IsRefused ? Result<Done>.Refused(draft.Refusals) : await edit.RunAsync(id, draft.Value, basis.Fingerprint, actor, cancellation);
        if (done.IsRefused)
        {
            return await pages.PolicyAsync(id, cancellation, input, basis, done.Refusals);
        }
        http.Say("levels.said.saved");
        return PageAnswers.SeeOther($"{Home}/{id}");
    }

    /// <summary>What it would have made of the last quarter's tickets; what could not be saved cannot be tried.</summary>
    private static async Task<IResult> TryAsync(Guid id, IFormCollection form, EditPolicy edit, TryPolicies trial, PolicyPages pages, Actor actor, CancellationToken cancellation)
    {
        var (input, basis) = (PolicyInput.From(form), new PolicyBasis(form["basedOn"].ToString(), form["shown"].ToString()));
        var draft = input.Read();
        var all = draft.IsRefused ? Result<IReadOnlyList<Policy>>.Refused(draft.Refusals) : await edit.DraftAsync(id, draft.Value, basis.Fingerprint, cancellation);
        return all.IsRefused
            ? await pages.PolicyAsync(id, cancellation, input, basis, all.Refusals)
            : await pages.PolicyAsync(id, cancellation, input, basis, trial: await trial.RunAsync(all.Value, actor.Zone, cancellation));
    }

    private static async Task<IResult> TryNewAsync(IFormCollection form, AddPolicy add, TryPolicies trial, PolicyPages pages, Actor actor, CancellationToken cancellation)
    {
        var (input, place) = (PolicyInput.From(form), form["after"].ToString());
        var (draft, after) = (input.Read(), PlaceOf(place));
        var all = draft.IsRefused || after.IsRefused
            ? Result<IReadOnlyList<Policy>>.Refused([.. draft.Refusals, .. after.Refusals])
            : await add.DraftAsync(draft.Value, after.Value, cancellation);
        return all.IsRefused
            ? await pages.NewAsync(input, place, all.Refusals, cancellation)
            : await pages.NewAsync(input, place, [], cancellation, await trial.RunAsync(all.Value, actor.Zone, cancellation));
    }

    private static Result<Guid?> PlaceOf(string after) => after.Length == 0 ? (Guid?)null : Guid.TryParse(after, out var id) ? (Guid?)id : new UnknownValue("after", after);

    private static async Task<IResult> OrderAsync([FromForm] string? up, [FromForm] string? down, OrderPolicy order, PolicyPages pages, Actor actor, CancellationToken cancellation)
    {
        // a place that changed meanwhile is seen on the page that follows
        var done = Guid.TryParse(up ?? down, out var id) ? await order.RunAsync(id, up is null ? 1 : -1, actor, cancellation) : default(Done);
        return done.Refusal is PolicyIsNeverReached or PolicyHidesAnother ? await pages.ListAsync(cancellation, done.Refusals) : PageAnswers.SeeOther(Home);
    }

    private static async Task<IResult> ActivateAsync(Guid id, bool active, ActivatePolicy activate, PolicyPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var done = await activate.RunAsync(id, active, actor, cancellation);
        if (done.Refusal is PolicyIsNeverReached or PolicyHidesAnother or NotFound)
        {
            return await pages.PolicyAsync(id, cancellation, refusals: done.Refusals);
        }
        http.Say(done.IsRefused ? new Flash("refusal.changedMeanwhile", [])
            : active ? new Flash("levels.said.activated", [], $"{Home}/{id}/deactivate")
            : new Flash("levels.said.deactivated", [], $"{Home}/{id}/activate"));
        return PageAnswers.SeeOther($"{Home}/{id}");
    }
}
