using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Texts;

/// <summary>
/// Says where the words for an enumeration are: with <c>[TextKeys("tickets.status")]</c> the value <c>InProgress</c> is
/// called <c>tickets.status.inProgress</c>. A test sees to it that every value has its word.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class TextKeysAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;
}

/// <summary>Words for the values of enumerations.</summary>
public static class TextKeys
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, string>> ByType = new();

    /// <summary>The word for <paramref name="value"/> in the current language.</summary>
    public static LocalizedString Of<TEnum>(this IStringLocalizer texts, TEnum value)
        where TEnum : struct, Enum => texts[Key(value)];

    /// <summary>The text in a language of our choice, whatever the reader's is.</summary>
    public static string In(this IStringLocalizer texts, string culture, string name)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return texts[name];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <exception cref="InvalidOperationException">The enumeration has no <see cref="TextKeysAttribute"/>, or no such value.</exception>
    public static string Key<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        ByType.GetOrAdd(typeof(TEnum), KeysOf).TryGetValue(value.ToString(), out var key)
            ? key
            : throw new InvalidOperationException($"{typeof(TEnum).Name} has no value {value}, or no [TextKeys].");

    /// <summary>All keys that an enumeration needs.</summary>
    public static IEnumerable<string> All(Type enumeration) => ByType.GetOrAdd(enumeration, KeysOf).Values;

    private static FrozenDictionary<string, string> KeysOf(Type enumeration)
    {
        var prefix = enumeration.GetCustomAttribute<TextKeysAttribute>()?.Prefix;
        return prefix is null
            ? FrozenDictionary<string, string>.Empty
            : Enum.GetNames(enumeration).ToFrozenDictionary(n => n, n => $"{prefix}.{JsonNamingPolicy.CamelCase.ConvertName(n)}", StringComparer.Ordinal);
    }
}
