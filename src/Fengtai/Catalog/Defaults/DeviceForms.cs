using static Fengtai.Catalog.Defaults.Ask;
using static Fengtai.Catalog.Defaults.Questions;

namespace Fengtai.Catalog.Defaults;

/// <summary>Guided questions about what can be touched.</summary>
internal static class DeviceForms
{
    public static readonly FormDefinition Computer = Form(
        Symptom(
            Option("noPower", "开不了机", "It does not start"),
            Option("slow", "很慢或卡死", "It is slow or hangs"),
            Option("crash", "蓝屏或自动重启", "Blue screen or restarts"),
            Option("screen", "屏幕有问题", "The screen is faulty"),
            Option("noise", "异响或发烫", "It is noisy or hot")),
        ErrorText.When("symptom", "crash", "other"),
        Device.Required(),
        Since,
        Tried,
        Pictures);

    public static readonly FormDefinition Printer = Form(
        Symptom(
            Option("jam", "卡纸", "Paper jam"),
            Option("nothing", "打不出来", "Nothing is printed"),
            Option("faint", "打印不清楚", "The print is poor"),
            Option("toner", "缺墨粉或耗材", "Toner or supplies are low")),
        ErrorText.When("symptom", "nothing", "other"),
        Device.Required(),
        Place.Required(),
        Affected,
        Pictures);

    public static readonly FormDefinition Peripheral = Form(
        One(
            "which",
            "哪种外设？",
            "What is it?",
            Option("keyboard", "键盘", "Keyboard"),
            Option("mouse", "鼠标", "Mouse"),
            Option("monitor", "显示器", "Monitor"),
            Option("headset", "耳机或话筒", "Headset or microphone"),
            Option("dock", "扩展坞或转接线", "Dock or adapter"),
            Other).Required(),
        One(
            "need",
            "需要什么？",
            "What is needed?",
            Option("repair", "坏了，要修", "It is broken"),
            Option("replace", "更换", "A replacement"),
            Option("new", "新领", "A new one")).Required(),
        Device,
        Tried.When("need", "repair"),
        Pictures);

    public static readonly FormDefinition Meeting = Form(
        Symptom(
            Option("noPicture", "没有画面", "No picture"),
            Option("noSound", "没有声音", "No sound"),
            Option("noConnection", "电脑连不上", "The computer does not connect"),
            Option("controls", "遥控或开关失灵", "Remote control or switch does not work")),
        Place.Required(),
        Field("neededAt", "会议什么时候开始？", "When does the meeting begin?", FieldKind.DateTime),
        Pictures);

    public static readonly FormDefinition Video = Form(
        Symptom(
            Option("noPicture", "没有画面", "No picture"),
            Option("blurred", "画面不清楚", "The picture is unclear"),
            Option("noRecording", "没有录像", "Nothing is recorded"),
            Option("conference", "视频会议连不上", "The conference does not connect")),
        Device.Required().Hinted("摄像头或终端的编号、名称", "Number or name of the camera or terminal"),
        Place.Required(),
        Since,
        Pictures);

    public static readonly FormDefinition Phone = Form(
        Symptom(
            Option("noTone", "没有拨号音", "No dial tone"),
            Option("noise", "有杂音", "The line is noisy"),
            Option("out", "打不出去", "Calls cannot go out"),
            Option("in", "打不进来", "Calls cannot come in"),
            Option("move", "移机或新装", "Move it or install a new one")),
        Field("extension", "分机号", "Extension").Required(),
        Place.Required(),
        Since);

    public static readonly FormDefinition Door = Form(
        Symptom(
            Option("closed", "刷卡不开门", "The door does not open"),
            Option("open", "门锁不上", "The door does not lock"),
            Option("alarm", "一直报警", "The alarm goes on"),
            Option("right", "没有通行权限", "My card has no access")),
        Place.Required().Hinted("哪一个门", "Which door"),
        Affected,
        Since,
        Pictures);

    public static readonly FormDefinition Card = Form(
        Symptom(
            Option("lost", "卡丢了", "The card is lost"),
            Option("damaged", "刷不了", "The card does not work"),
            Option("balance", "余额不对", "The balance is wrong"),
            Option("reader", "刷卡机故障", "A reader is out of order"),
            Option("new", "新办卡", "A new card")),
        Field("cardNumber", "卡号", "Card number").Hinted("卡丢了就写工号", "Staff number where the card is lost"),
        Place.When("symptom", "reader"),
        Since,
        Pictures);
}
