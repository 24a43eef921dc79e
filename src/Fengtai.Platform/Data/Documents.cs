using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fengtai.Platform.Data;

/// <summary>Values that are kept as a JSON document in one column.</summary>
public static class Documents
{
    // stored documents outlive members: what a later version no longer knows is passed over
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static void HasDocument<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            v => Write(v),
            json => JsonSerializer.Deserialize<T>(json, Stored)!,
            new ValueComparer<T>((a, b) => Write(a) == Write(b), v => Write(v).GetHashCode(StringComparison.Ordinal)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);
}
