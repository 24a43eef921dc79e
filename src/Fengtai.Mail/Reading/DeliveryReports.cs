namespace Fengtai.Mail.Reading;

/// <summary>
/// Reports of delivery (RFC 3464, 2.1): groups of fields between empty lines, the first about the message, each other about one recipient. They
/// are looked for in any multipart, as not all servers say multipart/report.
/// </summary>
internal static class DeliveryReports
{
    private const int MostRecipients = 1000;

    public static DeliveryReport? Of(MailPart root)
    {
        if (Leaves(root).FirstOrDefault(p => p.ContentType.Value is "message/delivery-status" or "message/global-delivery-status") is not { } status)
        {
            return null;
        }
        var groups = Groups(status);
        var recipients = groups.Where(g => g.Find("Action") is not null || g.Find("Final-Recipient") is not null).Select(Recipient).ToList();
        var server = groups.Select(g => g.Text("Reporting-MTA")).FirstOrDefault(s => s is not null);
        return new(server is null ? null : WithoutType(server), OriginalMessageId(root), recipients);
    }

    private static DeliveryRecipient Recipient(MailHeaders fields) => new(
        WithoutType(fields.Text("Final-Recipient") ?? fields.Text("Original-Recipient") ?? ""),
        (fields.Text("Action") ?? "").ToLowerInvariant().Split(' ', '(')[0],
        fields.Text("Status")?.Split(' ', '(')[0],
        fields.Text("Diagnostic-Code") is { } diagnostic ? WithoutType(diagnostic) : null);

    private static List<MailHeaders> Groups(MailPart status)
    {
        var cursor = new MessageCursor(status.Content());
        var groups = new List<MailHeaders>();
        while (!cursor.IsAtEnd && groups.Count < MostRecipients)
        {
            var (group, at) = (new MailPart(status.Context, status.Path), cursor.At);
            HeaderReader.Read(cursor, group);
            if (cursor.At == at)
            {
                cursor.Line(at, out var next);
                cursor.At = next;
            }
            if (group.Headers.Count > 0)
            {
                groups.Add(group.Headers);
            }
        }
        return groups;
    }

    // RFC 3464, 2.1.2: "rfc822; name@example.com", "dns; mail.example.com", "smtp; 550 …"
    private static string WithoutType(string value) => value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');

    private static string? OriginalMessageId(MailPart root)
    {
        foreach (var part in Leaves(root))
        {
            if (part.Message?.MessageId is { } id)
            {
                return id;
            }
            if (part.ContentType.Value is "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers")
            {
                return Groups(part) is [var header, ..] && header.Ids("Message-ID") is [var first, ..] ? first : null;
            }
        }
        return null;
    }

    // without those of messages within the message
    private static IEnumerable<MailPart> Leaves(MailPart part) => part.IsMultipart ? part.Parts.SelectMany(Leaves) : [part];
}
