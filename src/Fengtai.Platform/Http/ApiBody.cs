using System.Text.Json;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Http;

/// <summary>A JSON body, read strictly: what is wrong with it is a refusal that names the place.</summary>
public static class ApiBody
{
    /// <summary>The largest JSON body in bytes.</summary>
    public const int Limit = 1024 * 1024;

    public static async Task<Result<T>> ReadAsync<T>(HttpContext http) where T : class
    {
        if (http.Request.ContentLength is 0 || http.Request.ContentLength is null && http.Request.Headers.TransferEncoding.Count == 0)
        {
            return Parse<T>("{}"u8);
        }
        if (!http.Request.HasJsonContentType())
        {
            return new ContentTypeIsNotJson(http.Request.ContentType ?? "");
        }
        if (http.Request.ContentLength > Limit)
        {
            return new BodyIsTooLarge(Limit);
        }
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (bytes.Length + read > Limit)
            {
                return new BodyIsTooLarge(Limit);
            }
            bytes.Write(buffer, 0, read);
        }
        return Parse<T>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>JSON that came another way than as a body, as strictly.</summary>
    public static Result<T> Parse<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json.Options) is { } value ? value : new JsonIsBroken("$");
        }
        catch (JsonException e)
        {
            return e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
                ? new JsonMemberIsUnknown(e.Path ?? "$")
                : new JsonIsBroken(e.Path ?? "$");
        }
    }
}

public sealed record ContentTypeIsNotJson(string Given) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;

    public override object[] Arguments => [Given];
}

public sealed record JsonIsBroken(string Path) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;

    public override string? Field => Path;

    public override object[] Arguments => [Path];
}

public sealed record JsonMemberIsUnknown(string Path) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;

    public override string? Field => Path;

    public override object[] Arguments => [Path];
}

public sealed record BodyIsTooLarge(long Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.TooLarge;

    public override object[] Arguments => [Limit];
}
