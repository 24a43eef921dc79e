using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Networks
{
    /// <summary>What everybody calls about when the core switch of the headquarters fails.</summary>
    public static readonly Story Outage = new("network.wired", TicketType.Incident, 0)
    {
        Told =
        [
            new("断网了", "整层都上不了网，{app} 也打不开。"),
            new("{dept}全部断网", "我们部门所有电脑都没网了，是不是哪里坏了？"),
            new("网络用不了，急", "十点多突然断网，正在开线上会。"),
            new("上不了网", "有线无线都连不上，手机 WiFi 也是。"),
            new("网络故障", "OA、邮件全都打不开，什么时候能好？"),
        ],
        Answers = new Dictionary<string, string> { ["symptom"] = "none", ["affected"] = "many" },
        Team = Crew.Network,
        Impact = Impact.High,
        Urgency = Urgency.High,
        Findings = ["A 座核心交换机主引擎反复重启，备引擎没有接管。", "已联系厂商 7×24 支持，同时准备手动切换。", "手动切到备引擎，各楼层陆续恢复，逐层确认中。"],
        Endings =
        [
            new("A 座核心交换机主引擎故障，已切换到备用引擎，全部楼层网络已恢复。给大家带来不便非常抱歉。", "核心交换机主引擎硬件故障，自动切换未生效", "各楼层抽测上网、OA、邮件均正常", "故障引擎已返厂；自动切换脚本修正并将在下个变更窗口演练"),
        ],
    };

    public static readonly IReadOnlyList<Story> All =
    [
        new("network.wired", TicketType.Incident, 44)
        {
            Told =
            [
                new("电脑上不了网", "{room} 我这台电脑突然没网了，右下角是个地球，旁边同事正常。") { Ends = [0, 2], Asks = [0], Waits = [] },
                new("网线插上没反应", "换到新座位，墙上的网口插了不亮灯。座位 {room}。") { Ends = [3], Asks = [1], Waits = [], Finds = [1] },
                new("网络时断时续", "从昨天下午起网络隔一会儿断一次，线上会议老掉线。") { Ends = [0], Asks = [0], Symptom = "drops", Finds = [1] },
                new("{dept}几个人都上不了网", "我们这一排四个人都没网了，其他排正常。") { Ends = [1], Asks = [1], Finds = [0] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "none", ["affected"] = "me", ["tried"] = "restart" },
            Team = Crew.Network,
            AtOnce = 0.16,
            Questions = [new("麻烦在电脑上按 Win+R，输入 cmd 回车，再输入 ipconfig，把截图发给我们。", "IPv4 地址是 169.254.33.18。"), new("请问墙上网口的编号是多少？一般贴在面板上。", "写的是 {port}。")],
            Holds = [new(WaitReason.ChangeWindow, "需更换楼层交换机模块，安排在今晚 20:00 变更窗口。", 1)],
            Findings = ["交换机 {switch} 该端口被环路保护关闭，有人把两个网口用一根线连上了。", "水晶头氧化，重做后千兆协商正常。", "DHCP 地址池用尽，访客段释放不及时。"],
            OnSite = true,
            Endings =
            [
                new("网口到弱电间的跳线松脱，已重新接好并贴上标签，网络恢复。", "弱电间跳线松脱", "测速 930 Mbps，ping 网关 10 分钟无丢包", "该机柜跳线已整理并绑扎") { Finds = [1], Waits = [0] },
                new("端口因环路被保护关闭，已找到并拆除多余网线，端口恢复。请不要自行把墙上两个网口连在一起。", "工位私接网线造成环路", "端口恢复后观察 30 分钟正常", "已在该区域做一次宣贯") { Finds = [0], Waits = [] },
                new("地址冲突导致上不了网，已恢复为自动获取地址，现在正常。", "手工设置的 IP 与他人冲突", "重新获取地址后访问内外网正常") { Finds = [2] },
                new("新座位网口已开通并完成测试，可以正常上网。", "新工位网口未跳接", "测速正常"),
            ],
        },
        new("network.wireless", TicketType.Incident, 40)
        {
            Told =
            [
                new("WiFi 连不上", "{room} 附近 WiFi 能搜到但连不上，一直转圈。") { Ends = [0], Symptom = "noJoin" },
                new("无线网特别慢", "会议室 {meeting} 里手机和电脑 WiFi 都很慢，开会卡成 PPT。") { Ends = [0], Asks = [], Symptom = "slow" },
                new("WiFi 老掉线", "走到走廊就断，回来要重新连。") { Ends = [2], Asks = [], Symptom = "drops" },
                new("手机连不上办公 WiFi", "改了域密码以后手机就连不上了。") { Ends = [1], Finds = [], Waits = [] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noJoin", ["affected"] = "some" },
            Team = Crew.Network,
            AtOnce = 0.34,
            Picture = Motif.NoSignal,
            Questions = [new("请问连的是 SF-Office 还是 SF-Guest？手机是什么型号？", "SF-Office，安卓手机，昨天还好好的。")],
            Findings = ["AP {switch} 信道 6 干扰严重，调到 11 并降功率。", "该 AP 同时在线 78 台，超过建议值，需要加点位。"],
            Holds = [new(WaitReason.Parts, "需新增一个 AP，库存一台，布线约了施工队。", 3), new(WaitReason.Observation, "已调整信道和功率，请用户观察一天。", 1)],
            Endings =
            [
                new("已调整附近无线接入点的信道和功率，测速恢复正常。", "同频干扰", "会议室内测速 210 Mbps，视频会议 15 分钟无卡顿", "每季度做一次信道巡检") { Finds = [0], Waits = [1] },
                new("在手机上忘记该网络后用新密码重新连接即可，已电话指导完成。改密码后各设备都要重新登录一次。", "改密后手机仍保存旧密码", "用户重新连接成功"),
                new("该区域新增一个无线接入点，走廊漫游不再断线。", "覆盖不足，漫游点位间距过大", "走廊来回步行测试三次无断线") { Finds = [1], Waits = [0] },
            ],
        },
        new("network.vpn", TicketType.Incident, 38)
        {
            Told =
            [
                new("VPN 登录不上", "在家连 VPN 提示“用户认证失败”，密码肯定是对的。") { Ends = [0, 2], Finds = [0] },
                new("VPN 连上了打不开 OA", "出差在酒店，VPN 显示已连接，但 {app} 打不开。") { Ends = [2], Symptom = "noAccess", Asks = [], Finds = [] },
                new("VPN 用一会儿就断", "居家办公，VPN 十几分钟断一次，要重新输验证码。") { Ends = [1], Symptom = "drops", Finds = [1] },
                new("VPN 提示 {code}", "今天连 VPN 一直提示 {code}，上周还能用。") { Ends = [1], Finds = [] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noSignIn", ["errorText"] = "用户认证失败 {code}", ["from"] = "home" },
            Team = Crew.Network,
            AtOnce = 0.46,
            Picture = Motif.ErrorDialog,
            Questions = [new("请问现在用的什么网络？换成手机热点能连上吗？", "换手机热点可以，家里宽带不行。")],
            Findings = ["账号动态口令偏移，重新同步。", "家用路由器开了 IPv6，分流到外网解析，客户端升级到新版可解决。"],
            Endings =
            [
                new("动态口令时间偏差过大，已重新同步，VPN 登录正常。", "动态口令时间偏移", "用户重新登录成功") { Finds = [0] },
                new("客户端版本过旧，已指导升级到新版，连接稳定。", "VPN 客户端版本过旧", "连接 40 分钟未中断", "已推送客户端自动升级") { Finds = [1] },
                new("账号 VPN 权限到期，已按原审批续期一年。", "远程接入授权到期", "登录并访问 {app} 正常") { Finds = [] },
            ],
        },
        new("network.vpn", TicketType.ServiceRequest, 16)
        {
            Told = [new("申请开通 VPN", "下周开始去客户现场驻场两个月，需要开通 VPN，领导已同意。") { Ends = [0] }, new("居家办公 VPN 开通", "产假结束前居家办公一段时间，麻烦开通远程接入。") { Ends = [1] }],
            Answers = new Dictionary<string, string> { ["symptom"] = "new", ["from"] = "home" },
            Team = Crew.Network,
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.Approval, "等部门负责人审批远程接入申请。", 1)],
            Endings = [new("VPN 已开通，有效期三个月，客户端和使用说明已发到您的邮箱。首次登录请用手机绑定动态口令。"), new("远程接入权限已开通，电话指导完成首次登录。")],
        },
        new("network.wired", TicketType.ChangeRequest, 8)
        {
            Told = [new("新办公区需要增加网口", "{dept}要在 {room} 增加 6 个工位，每个工位两个网口。") { Ends = [0], Waits = [0] }, new("申请开通服务器端口访问", "{app} 需要从研发网段访问测试库的 5432 端口，用到年底。") { Ends = [1], Waits = [1] }],
            Answers = new Dictionary<string, string> { ["symptom"] = "other", ["affected"] = "some" },
            Team = Crew.Network,
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.ChangeWindow, "列入周四晚变更窗口。", 2), new(WaitReason.Approval, "等信息安全岗审批。", 2)],
            Endings = [new("已在变更窗口内完成，并与您确认可用。变更记录已归档。"), new("访问策略已开通，到期自动关闭。")],
        },
    ];
}
