using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>What colleagues from abroad tell, and are told, in English.</summary>
internal static class InEnglish
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("account.password", TicketType.ServiceRequest, 30)
        {
            English = true,
            Told = [new("Forgot my password for {app}", "I am back from leave and cannot remember my password for {app}. Could you reset it, please?") { Ends = [0] }, new("Account locked", "My account has been locked after I mistyped the password. Staff number {staff}.") { Ends = [1], Symptom = "locked" }],
            Answers = new Dictionary<string, string> { ["symptom"] = "forgot", ["system"] = "{app}", ["account"] = "{login}" },
            AtOnce = 0.8,
            Endings = [new("We checked your staff number and reset the password. You will be asked to choose a new one when you sign in."), new("Your account is unlocked and you could sign in again.")],
        },
        new("network.vpn", TicketType.Incident, 24)
        {
            English = true,
            Told = [new("VPN does not connect from my hotel", "The client says “authentication failed”, although the password is right. I am travelling until Friday.") { Ends = [0] }, new("VPN drops every few minutes", "Since yesterday the VPN disconnects about every ten minutes and I have to enter the code again.") { Ends = [1], Symptom = "drops", Asks = [], Finds = [] }],
            Answers = new Dictionary<string, string> { ["symptom"] = "noSignIn", ["errorText"] = "Authentication failed", ["from"] = "public" },
            Team = Crew.Network,
            AtOnce = 0.35,
            Picture = Motif.ErrorDialog,
            Questions = [new("Does it work when you use your phone as a hotspot?", "Yes, with my phone it works. So it must be the hotel.")],
            Findings = ["酒店网络拦截 UDP 4500，指导切换到 TCP 443。"],
            Endings =
            [
                new("The hotel network blocks the usual port. We switched your client to the other mode and the connection is stable.", "酒店网络拦截 VPN 端口", "TCP 443 模式连接 30 分钟稳定"),
                new("Your one-time code was out of step. We synchronised it and you could sign in.", "动态口令偏移", "用户登录成功"),
            ],
        },
        new("hardware.printer", TicketType.Incident, 22)
        {
            English = true,
            Told = [new("Printer near {roomEn} keeps jamming", "The shared printer {printerNo} jams after two or three pages. We have taken the paper out twice.") { Ends = [0] }, new("Cannot print since the update", "After last night's update every print job ends with {code}.") { Ends = [1], Finds = [], Symptom = "nothing" }],
            Answers = new Dictionary<string, string> { ["symptom"] = "jam", ["affected"] = "some", ["errorText"] = "Error {code}" },
            OnSite = true,
            Picture = Motif.ErrorDialog,
            Findings = ["搓纸轮磨损，已换。"],
            Endings =
            [
                new("The feed roller was worn and has been replaced. We printed thirty pages without a jam.", "搓纸轮磨损", "连续打印 30 页正常"),
                new("The driver did not fit the update. We installed the new one and the test page came out fine.", "驱动与补丁不兼容", "打印测试页正常"),
            ],
        },
        new("network.wireless", TicketType.Incident, 20)
        {
            English = true,
            Told = [new("Wi-Fi very slow in the meeting room", "Video calls freeze in the meeting room on our floor, mostly in the mornings.") { Ends = [0] }, new("Phone cannot join the office Wi-Fi", "Since I changed my password my phone no longer joins SF-Office.") { Ends = [1], Symptom = "noJoin" }],
            Answers = new Dictionary<string, string> { ["symptom"] = "slow", ["affected"] = "some" },
            Team = Crew.Network,
            AtOnce = 0.3,
            Picture = Motif.NoSignal,
            Endings =
            [
                new("We moved the access point to a quieter channel. Calls have been stable since.", "同频干扰", "视频会议 15 分钟无卡顿"),
                new("Please forget the network on your phone and join again with the new password. It worked while we were on the call.", "手机保存旧密码", "用户重新连接成功"),
            ],
        },
        new("software.business", TicketType.Incident, 18)
        {
            English = true,
            Told = [new("Expense claim cannot be submitted", "When I submit my travel expenses in {app} I get {code}.") { Ends = [0] }, new("{app} shows Chinese only", "After the update {app} is in Chinese again although I had chosen English.") { Ends = [1], Asks = [], Symptom = "other" }],
            Answers = new Dictionary<string, string> { ["system"] = "{app}", ["symptom"] = "error", ["errorText"] = "System error {code}", ["affected"] = "me" },
            Team = Crew.Systems,
            Picture = Motif.ErrorDialog,
            Questions = [new("Could you give us the number of the claim?", "It is {doc}.")],
            Endings =
            [
                new("The name of one attachment held a character that the system did not accept. This is corrected; your claim could be submitted.", "附件名校验缺陷", "原单据提交成功"),
                new("The language setting was lost with the update. We restored it for all colleagues concerned.", "升级脚本覆盖语言设置", "重新登录后为英文"),
            ],
        },
        new("software.install", TicketType.ServiceRequest, 14)
        {
            English = true,
            Told = [new("Please install {soft}", "I need {soft} for the new project. My computer is {pcNo}.")],
            Answers = new Dictionary<string, string> { ["software"] = "{soft}", ["purpose"] = "Project work", ["licence"] = "unknown" },
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.Approval, "等部门负责人审批授权。", 1)],
            Endings = [new("{soft} is installed and activated. Please restart once before you use it.")],
        },
        new("hardware.computer", TicketType.Incident, 18)
        {
            English = true,
            Told = [new("Laptop restarts by itself", "Blue screen with {code}, three times this morning. Picture attached.") { Ends = [0] }, new("Laptop is very slow", "It takes minutes to start, and spreadsheets hang.") { Ends = [1], Finds = [], Symptom = "slow" }],
            Answers = new Dictionary<string, string> { ["symptom"] = "crash", ["errorText"] = "Stop code {code}" },
            Urgency = Urgency.High,
            OnSite = true,
            Picture = Motif.BlueScreen,
            Findings = ["内存报错，换条。"],
            Endings = [new("One memory module was faulty and has been replaced. The machine ran two hours under load without trouble.", "内存条故障", "压力测试 2 小时正常"), new("The disk was nearly full. We cleaned it up and moved the chat files; it starts in under a minute now.", "系统盘空间不足", "重启两次，开机 50 秒")],
        },
        new("advice", TicketType.Inquiry, 12)
        {
            English = true,
            Told = [new("How do I record an online meeting?", "We have a training next week and would like to record it.") { Ends = [0] }, new("How do I move my data to the new laptop?", "I got a new laptop. How do I bring my files and mail over?") { Ends = [1], Symptom = "data" }],
            Answers = new Dictionary<string, string> { ["about"] = "setup" },
            Urgency = Urgency.Low,
            AtOnce = 0.75,
            Endings = [new("Choose “Record → Cloud” in the meeting; the link arrives by mail and is kept for 90 days."), new("We explained the steps on the telephone and sent you the guide by mail.")],
        },
    ];
}
