using System.Globalization;

namespace Fengtai.Notifications.Desk;

internal static class BellCount
{
    /// <summary>Beyond <see cref="UnreadNotices.CountLimit"/> nobody counted.</summary>
    public static string Said(int count) => count < UnreadNotices.CountLimit ? count.ToString(CultureInfo.InvariantCulture) : "99+";
}
