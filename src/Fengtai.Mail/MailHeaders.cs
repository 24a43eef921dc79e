using System.Collections;
using Fengtai.Mail.Reading;

namespace Fengtai.Mail;

/// <summary>The fields of a header in their order; names do not mind case (RFC 5322, 1.2.2).</summary>
public sealed class MailHeaders : IReadOnlyList<HeaderField>
{
    private readonly List<HeaderField> _fields = [];

    public int Count => _fields.Count;

    public HeaderField this[int index] => _fields[index];

    /// <summary>The first field of that name.</summary>
    public HeaderField? Find(string name)
    {
        foreach (var field in _fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }
        return null;
    }

    public IEnumerable<HeaderField> All(string name) => _fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first field of that name, decoded.</summary>
    public string? Text(string name) => Find(name)?.Text;

    /// <summary>The addresses of all fields of that name, up to the limit.</summary>
    public IReadOnlyList<MailAddress> Addresses(string name) => [.. All(name).SelectMany(AddressList.Read)];

    /// <summary>The ids of all fields of that name, without their angle brackets.</summary>
    public IReadOnlyList<string> Ids(string name) => [.. All(name).SelectMany(f => MessageIds.Read(f.Literal)).Distinct(StringComparer.Ordinal)];

    public IEnumerator<HeaderField> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(HeaderField field) => _fields.Add(field);
}
