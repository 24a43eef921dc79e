namespace Fengtai.Catalog;

/// <summary>Words of ticket types that a category may propose. Alerts come from monitoring, not from people.</summary>
internal static class UsualTypes
{
    public static readonly IReadOnlyList<string> All = ["incident", "serviceRequest", "changeRequest", "inquiry"];
}
