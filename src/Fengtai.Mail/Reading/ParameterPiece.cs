using System.Globalization;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>One parameter as it stands there, perhaps a numbered piece of one: <c>name*0*</c>.</summary>
internal sealed record ParameterPiece(string Name, string Value)
{
    public static Dictionary<string, string> Join(List<ParameterPiece> pieces)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sections in pieces.GroupBy(p => p.Base, StringComparer.Ordinal))
        {
            var ordered = sections.OrderBy(p => p.Number).ToList();
            if (sections.Key.Length > 0)
            {
                joined[sections.Key] = ordered.Exists(p => p.IsExtended) ? Extended(ordered) : EncodedWords.Decode(string.Concat(ordered.TakeWhile((p, i) => i == 0 || p.Number > 0).Select(p => p.Value)));
            }
        }
        return joined;
    }

    private string Base => Name.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star ? Name[..star] : Name;

    private bool IsExtended => Name.EndsWith('*');

    private int Number =>
        Name.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && int.TryParse(Name.AsSpan(star + 1).TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : IsExtended ? -1 : 0;

    // RFC 2231, 4: charset'language'percent-encoded; pieces that are not encoded are taken as they are
    private static string Extended(List<ParameterPiece> pieces)
    {
        var first = pieces.Find(p => p.IsExtended)!;
        // the whole value in one parameter counts more than the same name in pieces
        if (first.Number < 0)
        {
            pieces = [first];
        }
        var marks = first.Value.Split('\'', 3);
        var charset = marks.Length == 3 ? marks[0] : null;
        var bytes = new List<byte>();
        foreach (var piece in pieces)
        {
            var value = piece == first && marks.Length == 3 ? marks[2] : piece.Value;
            AddBytes(value, piece.IsExtended, bytes);
        }
        return TextDecoder.Decode(bytes.ToArray(), charset);
    }

    private static void AddBytes(string value, bool isEncoded, List<byte> bytes)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (isEncoded && value[i] == '%' && i + 2 < value.Length && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else if (value[i] < 0x80)
            {
                bytes.Add((byte)value[i]);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value[i].ToString()));
            }
        }
    }
}
