using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fengtai.Tests.Support;

/// <summary>A page as it was answered.</summary>
public sealed record Page(HttpStatusCode Status, Uri Address, IHtmlDocument Document, string Html)
{
    public const string FormToken = "__RequestVerificationToken";

    public string Path => Address.PathAndQuery;

    /// <summary>What people read, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The one element of this kind; fails where there is none.</summary>
    public IElement One(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on {Path}: {Text}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The request a browser would make of the form. A value null leaves the field out; one name may come several times.</summary>
    public HttpRequestMessage Filled(string? selector, IReadOnlyList<(string Name, string? Value)> fields, IReadOnlyList<Attached> files)
    {
        var form = (IHtmlFormElement)One(selector ?? "main form");
        var given = fields.Select(f => f.Name).ToHashSet();
        var all = form.Elements.OfType<IHtmlElement>().Where(e => !e.HasAttribute("disabled")).SelectMany(Values)
            .Where(f => !given.Contains(f.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)))
            .ToList();
        var target = new Uri(Address, form.GetAttribute("action") is { Length: > 0 } action ? action : Path);
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            return new(HttpMethod.Get, new UriBuilder(target) { Query = string.Join('&', all.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")) }.Uri);
        }
        return new(HttpMethod.Post, target) { Content = Content(form, all, files) };
    }

    private static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> fields, IReadOnlyList<Attached> files)
    {
        if (!string.Equals(form.Enctype, "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new FormUrlEncodedContent(fields);
        }
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }
        foreach (var file in files)
        {
            parts.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        }
        return parts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0 } input => input.Type switch
        {
            "checkbox" or "radio" => input.IsChecked ? [new(input.Name, input.Value)] : [],
            "submit" or "button" or "file" or "image" or "reset" => [],
            _ => [new(input.Name, input.Value)],
        },
        IHtmlTextAreaElement { Name.Length: > 0 } area => [new(area.Name, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(select.Name!, o.Value)),
        _ => [],
    };
}

/// <summary>A file chosen in a form.</summary>
public sealed record Attached(string Field, string Name, byte[] Bytes);
