using System.Globalization;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Http;

/// <summary>The version of a row as an entity tag: <c>"4711"</c> is PostgreSQL's <c>xmin</c>.</summary>
public static class Versions
{
    public static string Tag(uint version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version in <c>If-Match</c>; null where the header is missing or <c>*</c>. A tag that is not ours is stale.</summary>
    public static Result<uint?> Expected(HttpContext http, bool required = false)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        return header switch
        {
            "" when required => new VersionIsMissing(),
            "" or "*" => (uint?)null,
            _ => uint.TryParse(header.Replace("W/", "", StringComparison.Ordinal).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? (uint?)version
                : new ChangedMeanwhile(),
        };
    }
}

public sealed record VersionIsMissing : Refusal
{
    public override RefusalKind Kind => RefusalKind.VersionMissing;
}
