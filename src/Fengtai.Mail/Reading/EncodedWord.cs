namespace Fengtai.Mail.Reading;

internal readonly record struct EncodedWord(string Text, int Start, string Charset, bool IsBase64, int ContentStart, int ContentEnd, int End)
{
    public ReadOnlySpan<char> Content => Text.AsSpan(ContentStart, ContentEnd - ContentStart);
}
