using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Fengtai.Platform.Ui;

/// <summary>What a text refers to, as far as its reader may know of it: people named with <c>@</c>, numbers with <c>#</c>, pictures. All else stays as typed.</summary>
public sealed record MarkdownReferences
{
    public static readonly MarkdownReferences None = new();

    /// <summary>Those who are named, as it is said without the sign; true where it is the reader.</summary>
    public IReadOnlyDictionary<string, bool> Mentions { get; init; } = new Dictionary<string, bool>();

    /// <summary>Where a number leads.</summary>
    public IReadOnlyDictionary<long, NumberLink> Numbers { get; init; } = new Dictionary<long, NumberLink>();

    /// <summary>Addresses of the pictures that belong here; null shows all that lie in this application.</summary>
    public IReadOnlySet<string>? Pictures { get; init; }
}

/// <param name="Title">What it is about.</param>
/// <param name="IsOver">Nothing more happens to it.</param>
public sealed record NumberLink(string Href, string Title, bool IsOver);

/// <summary>Reads <c>@name</c> and <c>#number</c> where they are text, not within code or addresses.</summary>
internal sealed class ReferenceParser : InlineParser
{
    /// <summary>Of the context: what is known (<see cref="MarkdownReferences"/>), or a list that takes what follows each <c>@</c>.</summary>
    public const string Key = "references";

    // Chinese stays readable
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nobody is called by more characters.</summary>
    private const int LongestName = 64;

    private const int LongestNumber = 12;

    public ReferenceParser() => OpeningCharacters = ['@', '#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        var known = processor.Context?.Properties.GetValueOrDefault(Key);
        if (known is null || char.IsAsciiLetterOrDigit(before) || before is '.' or '_' or '-' or '/' or '&' or '@' or '#')
        {
            return false;
        }
        var rest = slice.Text.AsSpan(slice.Start + 1, slice.End - slice.Start);
        rest = rest[..Math.Min(rest.Length, LongestName)];
        rest = rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest;
        var (length, html) = (slice.CurrentChar, known) switch
        {
            ('@', List<string> heard) => Hear(heard, rest),
            ('@', MarkdownReferences references) => Mention(references, rest),
            ('#', MarkdownReferences references) => Number(references, rest),
            _ => (0, ""),
        };
        if (length == 0)
        {
            return false;
        }
        processor.Inline = new ReferenceInline(html, slice.Text.Substring(slice.Start, length + 1));
        slice.Start += length + 1;
        return true;
    }

    /// <summary>Whether a text begins with the name, and the name ends there: another Latin letter makes it another name.</summary>
    public static bool Begins(ReadOnlySpan<char> text, string name) =>
        name.Length > 0 && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (!IsLatin(name[^1]) || text.Length == name.Length || !IsLatin(text[name.Length]));

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static (int, string) Hear(List<string> heard, ReadOnlySpan<char> rest)
    {
        heard.Add(rest.ToString());
        return (0, "");
    }

    private static (int, string) Mention(MarkdownReferences references, ReadOnlySpan<char> rest)
    {
        var (said, isReader) = ("", false);
        foreach (var (name, own) in references.Mentions)
        {
            if (name.Length > said.Length && Begins(rest, name))
            {
                (said, isReader) = (name, own);
            }
        }
        return (said.Length, $"<span class=\"mention{(isReader ? " own" : "")}\">@{Html.Encode(rest[..said.Length].ToString())}</span>");
    }

    private static (int, string) Number(MarkdownReferences references, ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }
        if (length is 0 or > LongestNumber || (length < rest.Length && (char.IsAsciiLetter(rest[length]) || rest[length] == '_')))
        {
            return (0, "");
        }
        var number = rest[..length].ToString();
        return references.Numbers.TryGetValue(long.Parse(number, CultureInfo.InvariantCulture), out var link)
            ? (length, $"<a class=\"reference{(link.IsOver ? " over" : "")}\" href=\"{Html.Encode(link.Href)}\" title=\"{Html.Encode(link.Title)}\">#{number}</a>")
            : (0, "");
    }
}

/// <param name="asTyped">What it stands for, where it may not be a link.</param>
internal sealed class ReferenceInline(string html, string asTyped) : HtmlInline(html)
{
    public string AsTyped => asTyped;
}
