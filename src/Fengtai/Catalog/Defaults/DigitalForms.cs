using static Fengtai.Catalog.Defaults.Ask;
using static Fengtai.Catalog.Defaults.Questions;

namespace Fengtai.Catalog.Defaults;

/// <summary>Guided questions about software, networks, accounts and advice.</summary>
internal static class DigitalForms
{
    public static readonly FormDefinition Office = Form(
        One(
            "program",
            "哪个软件？",
            "Which program?",
            Option("documents", "文档、表格、演示", "Documents, sheets, slides"),
            Option("mail", "邮件", "Mail"),
            Option("browser", "浏览器", "Browser"),
            Option("chat", "即时通讯", "Chat"),
            Option("meeting", "在线会议", "Online meetings"),
            Other).Required(),
        ErrorText,
        Since,
        Tried,
        Pictures);

    public static readonly FormDefinition Business = Form(
        Field("system", "哪个系统、哪个功能？", "Which system, and where in it?").Required(),
        Symptom(
            Option("noAccess", "打不开或登录不了", "It does not open"),
            Option("slow", "很慢", "It is slow"),
            Option("error", "报错", "It shows an error"),
            Option("data", "数据不对", "The data is wrong")),
        ErrorText.When("symptom", "noAccess", "error", "other"),
        Affected.Required(),
        Since,
        Pictures);

    public static readonly FormDefinition Install = Form(
        Field("software", "软件名称和版本", "Name and version of the software").Required(),
        Field("purpose", "用来做什么？", "What is it for?").Required(),
        One(
            "licence",
            "有授权吗？",
            "Is there a licence?",
            Option("free", "免费软件", "It is free of charge"),
            Option("have", "已有授权", "There is one"),
            Option("buy", "需要采购", "It must be bought"),
            Option("unknown", "不清楚", "I do not know")),
        Device.Required(),
        Field("neededBy", "什么时候要用？", "When is it needed?", FieldKind.DateTime));

    public static readonly FormDefinition Wired = Form(
        Symptom(
            Option("none", "完全上不了网", "No connection at all"),
            Option("slow", "很慢", "It is slow"),
            Option("drops", "时断时续", "It comes and goes"),
            Option("site", "某个网站或系统打不开", "One site or system does not open")),
        Field("site", "哪个网站或系统？", "Which site or system?").When("symptom", "site"),
        Place.Required(),
        Affected.Required(),
        Since,
        Tried);

    public static readonly FormDefinition Wireless = Form(
        Symptom(
            Option("noSignal", "搜不到信号", "The network is not found"),
            Option("noJoin", "连不上", "It does not connect"),
            Option("slow", "很慢", "It is slow"),
            Option("drops", "时断时续", "It comes and goes")),
        Place.Required(),
        Device.Hinted("手机或电脑的型号", "Model of the phone or computer"),
        Affected.Required(),
        Since);

    public static readonly FormDefinition Vpn = Form(
        Symptom(
            Option("noSignIn", "登录不了", "Signing in fails"),
            Option("noAccess", "连上了但打不开系统", "It connects, but nothing opens"),
            Option("drops", "时断时续", "It comes and goes"),
            Option("new", "首次开通", "I have no access yet")),
        ErrorText.When("symptom", "noSignIn", "noAccess", "other"),
        One(
            "from",
            "现在用的什么网络？",
            "Which network are you in?",
            Option("home", "家里宽带", "At home"),
            Option("mobile", "手机热点", "Mobile hotspot"),
            Option("public", "酒店、机场等公共网络", "Hotel, airport or other public network"),
            Option("abroad", "境外", "Abroad")),
        Since,
        Pictures);

    public static readonly FormDefinition Password = Form(
        One(
            "symptom",
            "什么问题？",
            "What is the matter?",
            Option("forgot", "忘记密码", "The password is forgotten"),
            Option("locked", "账号被锁", "The account is locked"),
            Option("expired", "密码过期", "The password has expired"),
            Option("refused", "密码对但登录不了", "The right password is refused"),
            Other).Required(),
        Field("system", "哪个系统？", "Which system?").Required(),
        Field("account", "账号", "Account").Hinted("不要写密码", "Never the password"),
        ErrorText.When("symptom", "refused", "other"));

    public static readonly FormDefinition Access = Form(
        Field("system", "哪个系统或文件夹？", "Which system or folder?").Required(),
        Field("rights", "需要什么权限？", "Which rights are needed?", FieldKind.LongText).Required(),
        Field("whom", "给谁开通？", "For whom?").Hinted("姓名和工号，给自己可不填", "Name and staff number; leave empty for yourself"),
        Field("reason", "用途", "What for?").Required(),
        Field("until", "用到什么时候？", "Until when?", FieldKind.DateTime).Hinted("长期使用可不填", "Leave empty where it is for good"));

    public static readonly FormDefinition Advice = Form(
        One(
            "about",
            "关于什么？",
            "What is it about?",
            Option("choice", "选型和采购", "What to choose or buy"),
            Option("setup", "设置和使用", "How to set up or use something"),
            Option("data", "资料备份和迁移", "Backing up or moving data"),
            Other).Required(),
        Device,
        Field("neededBy", "什么时候要答复？", "When is the answer needed?", FieldKind.DateTime));

    public static readonly FormDefinition Anything = Form(Place, Affected, Since, Pictures);
}
