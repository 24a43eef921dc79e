using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Premises
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("card", TicketType.ServiceRequest, 30)
        {
            Told =
            [
                new("工卡丢了，补办", "昨天下班路上工卡丢了，麻烦挂失并补办一张。工号 {staff}。") { Ends = [0] },
                new("补办工卡", "工卡折断了，刷不了，需要换一张。") { Ends = [1], Symptom = "damaged" },
                new("新员工办卡", "{person} 今天入职，麻烦办一卡通，开 {door} 和食堂。") { Ends = [1], Symptom = "new" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "lost", ["cardNumber"] = "{staff}" },
            Team = Crew.OnSite,
            AtOnce = 0.3,
            Endings = [new("旧卡已挂失，余额转到新卡。新卡请到 A 座 1 层一卡通窗口领取。"), new("新卡已制好并开通门禁和食堂，可以领取。")],
        },
        new("card", TicketType.Incident, 26)
        {
            Told =
            [
                new("饭卡余额不对", "昨天充了 200，今天刷卡显示还是原来的数。") { Ends = [0], Finds = [0] },
                new("食堂 3 号刷卡机坏了", "食堂三号窗口的刷卡机不亮，中午排队很长。") { Ends = [1], Finds = [], Symptom = "reader" },
                new("工卡刷不了", "食堂和门禁都刷不了，别人的可以。") { Ends = [2], Finds = [], Symptom = "damaged" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "balance", ["cardNumber"] = "{staff}" },
            Team = Crew.OnSite,
            AtOnce = 0.18,
            Findings = ["充值流水在圈存机上挂起，未同步。", "读卡头接触不良，已更换。"],
            Endings =
            [
                new("充值流水已补同步，余额已到账。", "圈存机与中心断线，流水未同步", "刷卡显示余额正确", "圈存机加入在线监测"),
                new("刷卡机电源适配器损坏，已更换，恢复使用。", "电源适配器损坏", "连续刷卡 20 次正常"),
                new("卡片芯片损坏，已换新卡并转移余额。", "卡片芯片损坏", "门禁、食堂刷卡正常"),
            ],
        },
        new("door", TicketType.Incident, 30)
        {
            Told =
            [
                new("{door} 刷卡打不开", "{door} 今天刷卡没反应，大家都要绕到另一个门。") { Ends = [0], Finds = [1], Waits = [] },
                new("门禁没有权限", "调到{dept}以后，{door} 刷卡提示“无权限”。") { Ends = [1], Finds = [], Waits = [], Symptom = "right" },
                new("{door} 一直报警", "门关上了还一直滴滴响，影响办公。") { Ends = [2], Finds = [0], Waits = [], Symptom = "alarm" },
                new("玻璃门关不严", "{door} 锁不上，下班以后不安全。") { Ends = [3], Finds = [], Symptom = "open" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "closed", ["place"] = "{door}", ["affected"] = "some" },
            Team = Crew.OnSite,
            OnSite = true,
            AtOnce = 0.14,
            Findings = ["门磁开关移位，已校正。", "控制器离线，PoE 端口掉电。"],
            Holds = [new(WaitReason.Parts, "电插锁损坏，厂家发货中。", 2)],
            Endings =
            [
                new("门禁控制器掉电，已恢复供电并重新下发权限，刷卡正常。", "PoE 端口掉电", "三张不同的卡刷卡正常", "控制器改接到带 UPS 的交换机"),
                new("已按新部门下发门禁权限，请再试一次。", "调岗后权限未同步", "用户刷卡开门成功"),
                new("门磁移位，已校正并固定，不再误报警。", "门磁开关移位", "开关门 20 次无误报"),
                new("电插锁已更换，门可以正常锁闭。", "电插锁老化", "锁闭、消防联动释放均正常"),
            ],
        },
        new("video", TicketType.Incident, 22)
        {
            Told =
            [
                new("摄像头没画面", "{camera} 从昨晚开始黑屏，安保那边看不到。") { Ends = [0], Finds = [0], Waits = [] },
                new("监控录像调不出来", "想查上周三下午的录像，提示“无录像文件”。") { Ends = [1], Finds = [1], Symptom = "noRecording" },
                new("视频会议连不上成都基地", "{meeting} 的会议终端呼叫成都基地失败，十分钟后开会。") { Ends = [2], Finds = [], Waits = [], Symptom = "conference" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noPicture", ["device"] = "{camera}" },
            Team = Crew.OnSite,
            Impact = Impact.Medium,
            OnSite = true,
            Findings = ["交换机端口供电不足，换端口后上线。", "录像机一块硬盘离线，阵列降级。"],
            Holds = [new(WaitReason.Parts, "录像机硬盘备件明天到。", 1)],
            Endings =
            [
                new("摄像头供电端口故障，已更换端口，画面恢复。", "PoE 供电不足", "昼夜模式切换画面正常"),
                new("录像机硬盘离线，已更换并重建阵列；缺失时段的录像已从前端存储卡补回。", "录像机硬盘故障", "回放抽查 5 个时段正常", "硬盘健康状态接入监控"),
                new("防火墙策略更新后视频端口被拦，已放行，呼叫成功。", "防火墙策略缺少视频端口", "双流、共享桌面测试正常", "策略变更检查单加入视频会议一项"),
            ],
        },
        new("phone", TicketType.Incident, 26)
        {
            Told =
            [
                new("座机没声音", "分机 {ext} 拿起来没有拨号音。") { Ends = [0, 2] },
                new("电话有杂音", "分机 {ext} 通话有很大的电流声，客户听不清。") { Ends = [0, 2], Symptom = "noise" },
                new("电话打不进来", "客户反映拨我分机 {ext} 一直忙音，我这边打出去正常。") { Ends = [1], Symptom = "in" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noTone", ["extension"] = "{ext}" },
            Team = Crew.OnSite,
            OnSite = true,
            AtOnce = 0.14,
            Endings =
            [
                new("电话线水晶头松动，已重做，拨号和通话正常。", "线路水晶头松动", "呼入呼出各三次正常"),
                new("话机设置了呼叫转移，已取消，可以正常呼入。", "误设无条件转移", "外线呼入测试正常"),
                new("话机损坏，已更换同型号话机，分机号不变。", "话机主板损坏", "通话 5 分钟无杂音"),
            ],
        },
        new("phone", TicketType.ServiceRequest, 16)
        {
            Told = [new("座机移机", "搬到 {room}，麻烦把分机 {ext} 移过来。") { Ends = [0] }, new("新装一部电话", "{dept}新增工位，需要装一部分机，只打内线和市话。") { Ends = [1], Waits = [] }],
            Answers = new Dictionary<string, string> { ["symptom"] = "move", ["extension"] = "{ext}" },
            Team = Crew.OnSite,
            OnSite = true,
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.UserDate, "用户后天搬家具，约好当天移机。", 2)],
            Endings = [new("分机 {ext} 已移到新座位，呼入呼出正常。"), new("新分机已开通，号码表已更新。")],
        },
        new("other", TicketType.Incident, 20)
        {
            Told =
            [
                new("U 盘读不出来", "U 盘插上没反应，里面有投标文件，能帮忙看看吗？") { Ends = [2], Finds = [] },
                new("电脑右下角一直弹广告", "隔几分钟弹一个游戏广告，关了又来。") { Ends = [1], Finds = [1] },
                new("收到可疑邮件", "收到一封说邮箱要停用的邮件，让点链接，没有点，请看一下。") { Ends = [0], Finds = [0] },
            ],
            Answers = new Dictionary<string, string> { ["affected"] = "me" },
            AtOnce = 0.4,
            Findings = ["钓鱼邮件，全网已拦截同一发件人，共 17 人收到，无人点击。", "捆绑软件带来的弹窗，已卸载。"],
            Endings =
            [
                new("确认是钓鱼邮件，已全网拦截并清除，感谢您及时上报。", "外部钓鱼邮件", "网关已拦截后续同类邮件", "本月安全提示已加入该样例"),
                new("卸载了捆绑安装的软件并全盘查杀，弹窗不再出现。请从“软件中心”安装软件。", "捆绑软件", "观察 30 分钟无弹窗"),
                new("U 盘文件系统损坏，文件已恢复到桌面“恢复”文件夹，建议换一个 U 盘。", "U 盘文件系统损坏", "用户打开恢复的文件正常"),
            ],
        },
    ];
}
