namespace Fengtai.ServiceLevels;

/// <summary>The months of which agreements give an account.</summary>
internal static class KeptMonths
{
    private const int Count = 12;

    /// <summary>The first days of the first and the last: twelve, the present one among them.</summary>
    public static (DateOnly First, DateOnly Last) Of(DateOnly today)
    {
        var last = new DateOnly(today.Year, today.Month, 1);
        return (last.AddMonths(1 - Count), last);
    }

    /// <summary>The last one that is over.</summary>
    public static DateOnly LastWhole(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
}
