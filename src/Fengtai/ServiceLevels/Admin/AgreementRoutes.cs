using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>The pages of agreements: whoever leads or checks reads them, who administers service levels writes them.</summary>
internal static class AgreementRoutes
{
    public const string Home = "/desk/agreements";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup(Home).Requires(ServiceLevelPermissions.Read);
        reading.MapGet("", (AgreementPages pages, CancellationToken cancellation) => pages.ListAsync(cancellation));
        reading.MapGet("/{id:guid}", (Guid id, AgreementPages pages, CancellationToken cancellation) => pages.DocumentAsync(id, cancellation));
        var writing = routes.MapGroup(Home).Requires(ServiceLevelPermissions.Administer);
        writing.MapGet("/new", (string? kind, AgreementPages pages, CancellationToken cancellation) => pages.NewAsync(Words.TryParse<AgreementKind>(kind ?? "", out var known) ? known : AgreementKind.Sla, cancellation));
        writing.MapPost("/new", AddAsync);
        writing.MapGet("/{id:guid}/edit", (Guid id, AgreementPages pages, CancellationToken cancellation) => pages.EditAsync(id, cancellation));
        writing.MapPost("/{id:guid}/edit", EditAsync);
        writing.MapPost("/{id:guid}/end", EndAsync);
    }

    private static async Task<IResult> AddAsync(IFormCollection form, AddAgreement add, AgreementPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var input = AgreementInput.From(form);
        var draft = input.Read();
        var added = draft.IsRefused ? Result<Guid>.Refused(draft.Refusals) : await add.RunAsync(draft.Value, actor, cancellation);
        if (added.IsRefused)
        {
            return await pages.NewAsync(input.Kind ?? AgreementKind.Sla, cancellation, input, added.Refusals);
        }
        http.Say("levels.said.added", draft.Value.Name);
        return PageAnswers.SeeOther(Home);
    }

    private static async Task<IResult> EditAsync(Guid id, IFormCollection form, EditAgreement edit, ClockImpact impact, AgreementPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var (input, basis) = (AgreementInput.From(form), new PolicyBasis(form["basedOn"].ToString(), form["shown"].ToString()));
        var draft = input.Read();
        if (!draft.IsRefused && Fingerprint.Of(draft.Value) is var confirmation && form["confirmed"] != confirmation && await impact.MeasureAsync(id, draft.Value, cancellation) is { IsNothing: false } moved)
        {
            // what cannot be saved need not be confirmed
            var refusals = await edit.CheckAsync(id, draft.Value, basis.Fingerprint, cancellation);
            return refusals.Count > 0
                ? await pages.EditAsync(id, cancellation, input, basis, refusals)
                : await pages.EditAsync(id, cancellation, input, basis, toConfirm: new(moved.Moved, moved.Ended, moved.Late, confirmation));
        }
        var done = draft.IsRefused ? Result<Done>.Refused(draft.Refusals) : await edit.RunAsync(id, draft.Value, basis.Fingerprint, actor, cancellation);
        if (done.IsRefused)
        {
            return await pages.EditAsync(id, cancellation, input, basis, done.Refusals);
        }
        http.Say("levels.said.saved");
        return PageAnswers.SeeOther($"{Home}/{id}/edit");
    }

    private static async Task<IResult> EndAsync(Guid id, [FromForm] string? lastDay, EndAgreement end, AgreementPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var done = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await end.RunAsync(id, day, actor, cancellation)
            : string.IsNullOrWhiteSpace(lastDay) ? new Missing("lastDay") : new UnknownValue("lastDay", lastDay);
        if (done.IsRefused)
        {
            return await pages.EditAsync(id, cancellation, refusals: done.Refusals, lastDay: lastDay ?? "");
        }
        http.Say("levels.said.ended", lastDay!);
        return PageAnswers.SeeOther(Home);
    }
}
