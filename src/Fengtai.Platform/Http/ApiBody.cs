using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Http;

/// <summary>A JSON body, read strictly: what is wrong with it is a refusal that names the place.</summary>
public static class ApiBody
{
    /// <summary>The largest JSON body in bytes.</summary>
    public const int Limit = 1024 * 1024;

    private static readonly JsonSerializerOptions Strictly = new(Json.Options)
    {
        AllowDuplicateProperties = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseEmptyPlaces } },
    };

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
            return JsonSerializer.Deserialize<T>(json, Strictly) is { } value ? value : new JsonIsBroken("$");
        }
        catch (JsonException e)
        {
            return e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
                ? new JsonMemberIsUnknown(e.Path ?? "$")
                : new JsonIsBroken(e.Path ?? "$");
        }
        catch (ArgumentException)
        {
            // this is how an object that is kept as it is says that it has a member twice
            return new JsonIsBroken("$");
        }
    }

    /// <summary>A list of things holds no null: what reads the list asks each of them.</summary>
    private static void RefuseEmptyPlaces(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        var lists = type.Properties.Where(p => p.Get is not null && p.PropertyType.IsAssignableTo(typeof(IEnumerable<object>)) && !p.PropertyType.IsAssignableTo(typeof(JsonNode))).ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized = read =>
            {
                if (lists.Find(p => p.Get!(read) is IEnumerable<object?> list && list.Contains(null)) is { } holey)
                {
                    throw new JsonException(null, $"$.{holey.Name}", null, null);
                }
            };
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
