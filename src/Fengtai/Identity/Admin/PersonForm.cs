namespace Fengtai.Identity.Admin;

/// <summary>Details of a person as a form posts them.</summary>
public sealed record PersonForm
{
    public string? Login { get; init; }

    public string? Name { get; init; }

    public string? StaffNumber { get; init; }

    public string? Department { get; init; }

    public string? Site { get; init; }

    public string? Phone { get; init; }

    public string? Mobile { get; init; }

    public string? WeChat { get; init; }

    public string? Mail { get; init; }

    public string? Culture { get; init; }

    public string? TimeZone { get; init; }

    public string? IsVip { get; init; }

    public string? Version { get; init; }
}
