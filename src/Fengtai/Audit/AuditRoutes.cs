using Fengtai.Audit.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Audit;

/// <summary>The auditor's page.</summary>
internal static class AuditRoutes
{
    private const int PageSize = 50;
    private const int MostNames = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AuditAddress.Path, ShowAsync).Requires(AuditPermissions.Read);
        ExportAudit.Map(routes);
    }

    private static async Task<IResult> ShowAsync([AsParameters] AuditAddress address, AuditQuestions questions, AuditSearch search, AuditWords words, ChainState chain, HttpContext http)
    {
        var (reader, cancellation) = (http.Actor(), http.RequestAborted);
        var filter = await questions.ReadAsync(address, PageSize, reader, cancellation);
        var names = await words.NamesAsync(new[] { filter?.Actor, filter?.Subject }.OfType<Guid>(), reader, cancellation);
        var model = new AuditModel(address, await chain.AskAsync(cancellation))
        {
            Kinds = words.Kinds,
            IsUnknown = filter is null,
            ActorName = Name(filter?.Actor) ?? address.Who,
            SubjectName = Name(filter?.Subject) ?? address.About,
        };
        return PageAnswers.Page<AuditPage>(new { Model = filter is null ? model : address.IsLooks ? await LooksAsync() : await EventsAsync() });

        async Task<AuditModel> EventsAsync()
        {
            var part = await search.EventsAsync(filter, cancellation);
            var lines = await words.TellAsync(part.Rows, reader, cancellation);
            // what changed about people is their data, too
            var shown = part.Rows.Zip(lines).Where(r => r.First.SubjectKind == "person" && r.Second.Details is { Count: > 0 });
            await http.LookAsync(LookKind.Listed, shown.Select(r => r.First.SubjectId), address.Words);
            return model with { Events = lines, Next = part.Next?.ToString(), SearchedTo = part.SearchedTo };
        }

        async Task<AuditModel> LooksAsync()
        {
            var part = await search.LooksAsync(filter, cancellation);
            return model with { Looks = await words.TellAsync(part.Rows, MostNames, reader, cancellation), Next = part.Next?.ToString(), SearchedTo = part.SearchedTo };
        }

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known)?.Name ?? known.ToString()[..8] : null;
    }
}
