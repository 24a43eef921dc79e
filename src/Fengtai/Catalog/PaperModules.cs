namespace Fengtai.Catalog;

/// <summary>The boxes of 《IT现场维修工单》, in the order and with the words of the paper form.</summary>
public static class PaperModules
{
    public static readonly IReadOnlyList<string> All = ["电脑", "网络", "打印机", "一卡通", "视频系统", "电话", "门禁系统", "其他"];

    /// <summary>The box for what has none of its own.</summary>
    public static string Other => All[^1];
}
