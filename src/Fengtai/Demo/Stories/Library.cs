namespace Fengtai.Demo.Stories;

/// <summary>All stories that befall the organisation day by day.</summary>
internal static class Library
{
    public static readonly IReadOnlyList<Story> All =
        [.. Printers.All, .. Computers.All, .. Networks.All, .. Accounts.All, .. Programs.All, .. Premises.All, .. Alerts.All, .. InEnglish.All];
}
