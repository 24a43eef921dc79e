namespace Fengtai.Catalog;

/// <summary>The boxes of 《IT现场维修工单》, in the order and with the words of the paper form.</summary>
public static class PaperModules
{
    private static readonly IReadOnlyList<(string Module, string Key)> Boxes =
    [
        ("电脑", "computer"), ("网络", "network"), ("打印机", "printer"), ("一卡通", "card"),
        ("视频系统", "video"), ("电话", "phone"), ("门禁系统", "doors"), ("其他", "other"),
    ];

    public static readonly IReadOnlyList<string> All = [.. Boxes.Select(b => b.Module)];

    /// <summary>The box for what has none of its own.</summary>
    public static string Other => All[^1];

    /// <summary>The text that names a box in the reader's language.</summary>
    public static string TextKey(string module) => $"catalog.paperModule.{Boxes.First(b => b.Module == module).Key}";
}
