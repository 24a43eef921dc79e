using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Platform.Http;

/// <summary>Bodies that break off, come too slowly, are too large or are not what they say are the sender's mistake, not ours.</summary>
public sealed class BrokenRequest : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        int? status = exception switch
        {
            BadHttpRequestException e => e.StatusCode,
            AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            InvalidDataException => StatusCodes.Status400BadRequest,
            PostgresException e when IsNoText(e) => StatusCodes.Status400BadRequest,
            DbUpdateException { InnerException: PostgresException e } when IsNoText(e) => StatusCodes.Status400BadRequest,
            _ => null,
        };
        httpContext.Response.StatusCode = status ?? httpContext.Response.StatusCode;
        return ValueTask.FromResult(status is not null);
    }

    /// <summary>Words with a NUL in them, which no text in the database can hold.</summary>
    private static bool IsNoText(PostgresException e) => e.SqlState is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter;
}

public sealed record RequestIsBroken : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}

public sealed record MethodIsNotKnownHere : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>A bug of ours; the log says which.</summary>
public sealed record SomethingBroke : Refusal
{
    public override RefusalKind Kind => RefusalKind.Unavailable;
}
