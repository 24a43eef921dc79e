using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>Files on tickets: who sees the ticket and the note sees the file, nobody else.</summary>
internal sealed class TicketFiles(NpgsqlDataSource database) : IFileReferences
{
    /// <summary>The API's: it takes one file as it is.</summary>
    public const string UploadAddress = "/api/v1/files";

    public async Task<IReadOnlyCollection<Guid>> InUseAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation)
    {
        // what stands in a draft may still be sent
        await using var command = database.Command(
            """
            select file_id from tickets.attachments where file_id = any ($1)
            union
            select named[1]::uuid
            from tickets.drafts d
            cross join regexp_matches(d.body, '\]\(/files/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)', 'g') named
            where d.body like '%](/files/%'
            """, files.ToArray());
        return await command.ListAsync(row => row.GetGuid(0), cancellation);
    }

    public static string Link(StoredFile file) => Link(file.Id);

    public static string Link(Guid file) => $"/files/{file}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{id:guid}", DownloadAsync).Requires(TicketPermissions.File).WithTags("tickets").WithName("DownloadTicketFile");

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, FengtaiDb db, FileStore store)
    {
        var actor = http.Actor();
        var cancellation = http.RequestAborted;
        var attachment = await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.FileId == id, cancellation);
        if (attachment is null)
        {
            // who is still writing sees what they have uploaded for it
            return await store.FindAsync([id], cancellation) is [var own] && actor.Is(own.CreatedBy) ? new FileDownload(own) : new NotFound().AsResult(http);
        }
        var ticket = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Id == attachment.TicketId, cancellation);
        if (ticket is null || !MayRead(attachment, Standing.Of(actor, ticket)))
        {
            return new NotFound().AsResult(http);
        }
        return await store.FindAsync([id], cancellation) is [var file] ? new FileDownload(file) : new NotFound().AsResult(http);
    }

    /// <summary>Who merely follows a ticket reads its conversation, not what came with the request.</summary>
    private static bool MayRead(Attachment attachment, Standing by) => by.SeesInternals || attachment.IsPublic && (!by.IsFollower || attachment.NoteId is not null);
}

/// <summary>A file hangs on one thing only.</summary>
public sealed record FileIsAlreadyAttached : Refusal;
