using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Computers
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("hardware.computer", TicketType.Incident, 48)
        {
            Told =
            [
                new("电脑特别卡", "电脑 {pcNo}（{pc}）开机要五六分钟，开个表格转半天，已经影响干活了。") { Ends = [0, 2] },
                new("电脑越来越慢", "最近一个月越来越慢，同时开浏览器和表格就卡死，能不能加内存？") { Ends = [1], Asks = [1], Finds = [1] },
                new("打开文件就卡死", "今天上午开始，打开稍微大一点的表格就没响应，重启了三次。") { Ends = [0, 2] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "slow", ["tried"] = "restart" },
            AtOnce = 0.2,
            Questions = [new("方便的话请说一下 C 盘还剩多少空间？（此电脑 → C 盘）", "C 盘是红的，只剩 1.8 GB。"), new("请问卡的时候主要开着哪些程序？", "浏览器开了二十多个页面，还有 {app} 和微信。")],
            Holds = [new(WaitReason.Parts, "申请 16 GB 内存一条，库房明天上午出库。", 1), new(WaitReason.UserDate, "用户今天要赶材料，约了后天上午处理。", 2)],
            Findings = ["C 盘只剩 2 GB，微信缓存 60 多 GB。", "机械硬盘，SMART 有重映射扇区，建议换固态。", "开机自启 19 项，其中 3 个是浏览器插件附带的。"],
            Endings =
            [
                new("清理了系统盘缓存和开机自启动程序，C 盘释放 58 GB，开机时间从 5 分钟降到 50 秒左右。微信文件已改存到 D 盘。", "系统盘空间不足", "重启两次，开机及打开大表格均正常", "微信文件目录改到 D 盘，建议每季度清理一次") { Finds = [0, 2], Waits = [1] },
                new("内存已加到 16 GB，同时开多个程序不再卡顿。", "8 GB 内存不足", "同时打开 {app}、浏览器、表格，内存占用 55%") { Finds = [2], Waits = [0, 1] },
                new("硬盘老化，已更换为固态硬盘并迁移系统和资料，桌面文件都在原位置。", "机械硬盘老化，读写超时", "迁移后校验文件数量一致，开机 18 秒", "旧硬盘保留一个月后按规定销毁") { Finds = [1], Waits = [1] },
            ],
        },
        new("hardware.computer", TicketType.Incident, 30)
        {
            Told =
            [
                new("电脑蓝屏", "用着用着就蓝屏，代码 {code}，一上午三次了，文件都没保存。") { Ends = [0, 2], Asks = [] },
                new("笔记本频繁蓝屏重启", "{laptop} 从昨天开始自动重启，蓝屏上写 {code}，照片见附件。") { Ends = [1] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "crash", ["errorText"] = "终止代码 {code}" },
            Urgency = Urgency.High,
            OnSite = true,
            Picture = Motif.BlueScreen,
            Questions = [new("请问蓝屏前有没有装过新软件或接过新设备？", "昨天插了一个新的扩展坞，别的没有。")],
            Holds = [new(WaitReason.Observation, "已更换内存条，观察一天是否复现。", 1), new(WaitReason.Supplier, "整机在保，已报联想售后，工程师约明天上门换主板。", 2, UsualAgreements.Lenovo)],
            Findings = ["minidump 指向网卡驱动，已回退。", "内存测试报错，第二条内存有坏块。"],
            Endings =
            [
                new("蓝屏由内存条故障引起，已更换内存，压力测试两小时未再出现。", "第二条内存存在坏块", "MemTest 两轮通过，压力测试 2 小时正常") { Finds = [1], Waits = [0] },
                new("扩展坞驱动与系统补丁冲突，已更新固件和驱动，蓝屏不再出现。", "扩展坞驱动冲突", "连续使用一天无蓝屏", "同批次扩展坞已统一升级固件") { Finds = [0], Waits = [] },
                new("主板故障，厂商已上门更换，系统和资料未受影响。", "主板供电故障", "更换后连续运行 24 小时正常") { Finds = [], Waits = [1] },
            ],
        },
        new("hardware.computer", TicketType.Incident, 24)
        {
            Told =
            [
                new("电脑开不了机", "今早来按电源键没有任何反应，插座换过了。位置 {room}，资产号 {pcNo}。") { Ends = [0, 1] },
                new("笔记本黑屏，灯亮但没画面", "电源灯亮，屏幕全黑，风扇在转。下午要出差，很急。") { Ends = [2], Waits = [], Finds = [], Symptom = "screen" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noPower", ["tried"] = "cables" },
            Urgency = Urgency.High,
            OnSite = true,
            Holds = [new(WaitReason.Parts, "电源模块需调货，先借一台备机给用户用。", 2)],
            Findings = ["电源模块无输出，替换法确认。", "放电后点亮，BIOS 时间丢失，主板电池没电。"],
            Endings =
            [
                new("电源模块损坏，已更换，开机正常。期间借用的备机已收回。", "电源模块损坏", "冷启动三次正常") { Finds = [0], Waits = [0] },
                new("主板静电保护，已放电并更换主板电池，开机正常。", "主板电池耗尽，静电保护", "断电 10 分钟后可正常开机") { Finds = [1], Waits = [] },
                new("屏幕排线松动，已重新固定，显示正常。", "屏幕排线松动", "开合屏幕 20 次无闪烁"),
            ],
        },
        new("hardware.computer", TicketType.ServiceRequest, 26)
        {
            Told =
            [
                new("新员工电脑准备", "部门新来的 {person} 下周一入职，麻烦准备一台办公电脑，座位在 {room}。") { Ends = [0] },
                new("申请更换办公电脑", "现在这台 {pc} 用了六年，领导已同意更换，麻烦安排。") { Ends = [2], Waits = [0] },
                new("借用笔记本电脑", "下周出差五天，需要借一台笔记本，周五前拿。") { Ends = [1], Waits = [0] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "other" },
            Urgency = Urgency.Low,
            OnSite = true,
            Holds = [new(WaitReason.Approval, "等部门负责人和资产管理员审批。", 2), new(WaitReason.UserDate, "按用户要求，入职当天送到座位。", 3)],
            Endings = [new("电脑已配好系统、办公软件和打印机，送到 {room}，已当面交接并登记资产。"), new("设备已领取登记，请在出差返回后三个工作日内归还。"), new("新电脑已交付，旧电脑资料已迁移并做了一次备份，保留 30 天。")],
        },
        new("hardware.peripheral", TicketType.ServiceRequest, 40)
        {
            Told =
            [
                new("申请换一个鼠标", "鼠标左键双击失灵，点一下变两下。") { Ends = [0, 1], Waits = [] },
                new("键盘有几个键按不动", "空格和回车要很用力才有反应，麻烦换一个。") { Ends = [0, 1], Waits = [], Symptom = "keyboard" },
                new("申请一个扩展坞", "新笔记本只有两个 Type-C 口，接不了显示器和网线。") { Ends = [0, 1], Waits = [], Symptom = "dock" },
                new("耳机坏了开不了会", "耳机左边没声音，每天都要开线上会，麻烦换一个。") { Ends = [0, 1], Waits = [], Symptom = "headset" },
                new("申请第二台显示器", "做图纸需要双屏，部门领导已同意。座位 {room}。") { Ends = [2], Symptom = "monitor" },
            ],
            Answers = new Dictionary<string, string> { ["which"] = "mouse", ["need"] = "replace" },
            Urgency = Urgency.Low,
            AtOnce = 0.3,
            OnSite = true,
            Holds = [new(WaitReason.Approval, "显示器属于固定资产，等部门负责人审批。", 2)],
            Endings = [new("已送到座位并测试正常，旧的已带回。"), new("请凭工卡到 A 座 2 层服务台领取，已备好。"), new("已安装到位，双屏显示设置为扩展模式。")],
        },
        new("hardware.peripheral", TicketType.Incident, 22)
        {
            Told =
            [
                new("显示器一闪一闪的", "外接显示器隔几分钟黑一下又亮，换过插座没用。位置 {room}。") { Ends = [0] },
                new("外接显示器没信号", "早上来显示器提示“无信号”，笔记本屏幕是好的。") { Ends = [1] },
            ],
            Answers = new Dictionary<string, string> { ["which"] = "monitor", ["need"] = "repair", ["tried"] = "cables" },
            AtOnce = 0.3,
            OnSite = true,
            Endings =
            [
                new("HDMI 线接触不良，已更换新线，观察半小时未再闪烁。", "HDMI 线接触不良", "观察 30 分钟正常"),
                new("按“输入源”键切回 HDMI 后显示正常。下次可以先看右下角的输入源。", "显示器输入源被切换", "用户确认显示正常"),
            ],
        },
        new("hardware.meeting", TicketType.Incident, 34)
        {
            Told =
            [
                new("会议室投影没画面", "{meeting} 投影仪开着但没画面，十点有会，麻烦马上来人！") { Ends = [0, 2] },
                new("{meeting} 大屏投不上", "笔记本接 HDMI 没反应，无线投屏也搜不到。") { Ends = [0, 2], Symptom = "noConnection" },
                new("会议室话筒没声音", "{meeting} 的桌面话筒对方听不到，会议已经开始了。") { Ends = [1], Finds = [], Symptom = "noSound" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "noPicture" },
            Team = Crew.OnSite,
            Impact = Impact.Medium,
            Urgency = Urgency.High,
            OnSite = true,
            AtOnce = 0.15,
            Findings = ["HDMI 面板插座内针脚歪了，先改用备用线。", "无线投屏盒子掉线，重启后恢复。"],
            Endings =
            [
                new("已到现场切换投屏盒子并更换 HDMI 线，画面正常，会议已按时开始。", "HDMI 线损坏", "两台笔记本分别投屏正常", "会议室抽屉里放了一根备用 HDMI 线") { Finds = [0] },
                new("会议终端麦克风被静音，已恢复并固定音量。", "会议终端被误触静音", "与分会场双向通话正常", "在终端旁贴了操作卡"),
                new("投屏盒子死机，已重启并升级固件。", "投屏盒子固件缺陷", "连续投屏 20 分钟正常", "同型号盒子本周内全部升级") { Finds = [1] },
            ],
        },
    ];
}
