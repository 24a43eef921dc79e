namespace Fengtai.Mail;

/// <summary>How much of a message is read. What lies beyond is kept as bytes and named as a defect; reading never fails for it.</summary>
public sealed record MailLimits
{
    public static MailLimits Usual { get; } = new();

    /// <summary>Bytes of the whole message; the rest is not looked at.</summary>
    public int Bytes { get; init; } = 64 << 20;

    /// <summary>Parts within parts; what lies deeper stays one part.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Parts in all, those of forwarded messages included; the rest becomes one part.</summary>
    public int Parts { get; init; } = 1000;

    /// <summary>Fields of one header.</summary>
    public int HeaderFields { get; init; } = 1000;

    /// <summary>Bytes of one field that are decoded.</summary>
    public int FieldBytes { get; init; } = 256 << 10;

    /// <summary>Addresses of one field.</summary>
    public int Addresses { get; init; } = 2000;

    /// <summary>Defects that are remembered.</summary>
    public int Defects { get; init; } = 100;
}
