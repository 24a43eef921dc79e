namespace Fengtai.Mail.Tests.Corpora;

internal static class Trees
{
    public static IEnumerable<MailPart> Leaves(MailPart part) => part.Parts.Count == 0 ? [part] : part.Parts.SelectMany(Leaves);

    public static IEnumerable<MailPart> All(MailPart part) => part.Parts.SelectMany(All).Prepend(part);
}
