using static Fengtai.Catalog.Defaults.Ask;

namespace Fengtai.Catalog.Defaults;

/// <summary>What is asked again and again: since when, who is affected, where, which device, what the screen says, what was tried.</summary>
internal static class Questions
{
    public static readonly FormField Since = Field("since", "什么时候开始的？", "Since when?", FieldKind.DateTime);

    public static readonly FormField Affected = One(
        "affected",
        "影响到谁？",
        "Who is affected?",
        Option("me", "只有我", "Only me"),
        Option("some", "身边几个人", "A few people around me"),
        Option("many", "整个部门或更多人", "A whole department or more"));

    public static readonly FormField Place = Field("place", "在哪里？", "Where is it?", FieldKind.Place).Hinted("楼、层、房间", "Building, floor, room");

    public static readonly FormField Device = Field("device", "哪台设备？", "Which device?", FieldKind.Device)
        .Hinted("看设备上的资产标签，例如 PC-0042；没有就写型号", "The label on the device, such as PC-0042, or its model");

    public static readonly FormField ErrorText = Field("errorText", "屏幕上的提示原文", "Exact words on the screen", FieldKind.LongText)
        .Hinted("照抄或拍照都可以", "Copy them, or add a picture below");

    public static readonly FormField Tried = Any(
        "tried",
        "已经试过什么？",
        "What has been tried?",
        Option("restart", "重启", "Restarted"),
        Option("cables", "检查电源和线", "Checked power and cables"),
        Option("other", "换设备或换位置试", "Tried another device or place"));

    public static readonly FormField Pictures = Field("pictures", "照片或截图", "Photos or screenshots", FieldKind.Files);

    /// <summary>The last choice of a list of symptoms.</summary>
    public static readonly FieldOption Other = Option("other", "其他", "Something else");

    public static FormField Symptom(params IReadOnlyList<FieldOption> options) =>
        One("symptom", "什么现象？", "What happens?", [.. options, Other]).Required();
}
