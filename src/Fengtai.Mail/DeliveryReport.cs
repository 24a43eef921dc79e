namespace Fengtai.Mail;

/// <summary>What a server says about the delivery of a message that was sent (RFC 3464).</summary>
/// <param name="ReportingServer">Who says it, without the type before the name.</param>
/// <param name="OriginalMessageId">The message that it is about, where the report carries it or its header.</param>
public sealed record DeliveryReport(string? ReportingServer, string? OriginalMessageId, IReadOnlyList<DeliveryRecipient> Recipients);

/// <summary>One recipient (RFC 3464, 2.3).</summary>
/// <param name="Address">The final one; the original one where it alone is said.</param>
/// <param name="Action">failed, delayed, delivered, relayed or expanded, in lower case.</param>
/// <param name="Status">As of RFC 3463: "5.1.1".</param>
/// <param name="Diagnostic">What the server over there said.</param>
public sealed record DeliveryRecipient(string Address, string Action, string? Status, string? Diagnostic)
{
    /// <summary>Failed for good: status 5, or failed without a status that says otherwise (RFC 3463, 3).</summary>
    public bool IsFinal => Action == "failed" && Status?.StartsWith('4') != true || Status?.StartsWith('5') == true;
}
