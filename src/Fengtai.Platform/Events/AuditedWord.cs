using Fengtai.Platform.Texts;

namespace Fengtai.Platform.Events;

/// <summary>Words of enumerations as they stand in an event's data.</summary>
public static class AuditedWord
{
    /// <summary>The text key of a stored value; null where the enumeration has no such value (any more).</summary>
    public static string? Key<TEnum>(string value) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(value, ignoreCase: true, out var known) && Enum.IsDefined(known) ? TextKeys.Key(known) : null;
}
