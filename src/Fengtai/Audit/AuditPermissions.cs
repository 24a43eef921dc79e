using Fengtai.Platform.Access;

namespace Fengtai.Audit;

public static class AuditPermissions
{
    /// <summary>Search and export the log of events and of looks at personal data.</summary>
    public static readonly Permission Read = new("audit.read");
}
