using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Programs
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("software.office", TicketType.Incident, 46)
        {
            Told =
            [
                new("表格打不开", "同事发来的表格双击没反应，换台电脑能开。") { Ends = [0], Finds = [0] },
                new("Excel 提示 {code}", "打开带宏的报表就报错 {code}，月底结账要用。") { Ends = [2], Finds = [] },
                new("WPS 闪退", "打开就闪退，重装过一次还是这样。") { Ends = [0], Asks = [], Finds = [0] },
                new("文档没保存，能恢复吗", "刚才电脑死机，写了一下午的方案没存，能不能找回来？") { Ends = [1], Finds = [1] },
            ],
            Answers = new Dictionary<string, string> { ["program"] = "documents", ["errorText"] = "程序意外终止 {code}" },
            AtOnce = 0.36,
            Picture = Motif.ErrorDialog,
            Questions = [new("请问文件放在本机还是共享盘？方便的话把文件名发一下。", "在共享盘 {share} 里，“{month}结算汇总.xlsx”。")],
            Findings = ["加载项冲突，禁用第三方 PDF 插件后正常。", "自动恢复目录里找到了 20 分钟前的版本。"],
            Endings =
            [
                new("第三方插件冲突导致闪退，已禁用，文件打开正常。", "第三方插件与新版本冲突", "打开三个不同文件正常"),
                new("从自动恢复目录找回了死机前 10 分钟的版本，已放在桌面“恢复”文件夹。已把自动保存改为 5 分钟。", "死机导致文档未保存", "用户确认内容基本完整", "自动保存间隔改为 5 分钟"),
                new("已修复安装办公软件并启用宏签名，报表运行正常。", "组件损坏", "用户运行月结报表成功"),
            ],
        },
        new("software.office", TicketType.Incident, 40)
        {
            Told =
            [
                new("邮件发不出去", "给客户发邮件一直停在发件箱，附件大概 30 MB。") { Ends = [0], Asks = [], Finds = [1] },
                new("收不到外部邮件", "供应商说已经发了三次，我这边一直收不到，垃圾箱也没有。") { Ends = [1], Asks = [], Finds = [0] },
                new("邮箱满了", "提示邮箱已满，收不了新邮件。") { Ends = [2], Asks = [], Finds = [] },
                new("邮件退信", "发给客户的邮件都被退回来，退信里写 550。") { Ends = [1], Finds = [0] },
            ],
            Answers = new Dictionary<string, string> { ["program"] = "mail", ["errorText"] = "550 Mailbox unavailable" },
            Team = Crew.Systems,
            AtOnce = 0.4,
            Questions = [new("麻烦把退信原文转发给我们，或者告诉我们对方地址和发送时间。", "已转发，昨天下午三点多发的，对方是供应商的公司邮箱。")],
            Findings = ["网关日志显示对方域 SPF 校验失败，被隔离。", "附件超过 25 MB 上限，对方服务器拒收。"],
            Endings =
            [
                new("附件超过 25 MB 被对方拒收，请用企业网盘发链接，已电话指导。", "附件超过大小限制", "用链接方式重新发送成功"),
                new("邮件被网关误判隔离，已放行并把对方域名加入信任名单，三封邮件已补投。", "网关误判为垃圾邮件", "对方补发一封，1 分钟内收到"),
                new("邮箱已扩容到 10 GB，并指导开启了自动归档。", "邮箱容量已满", "收发正常"),
            ],
        },
        new("software.office", TicketType.Incident, 18)
        {
            Told = [new("腾讯会议没声音", "线上会议对方听不到我说话，麦克风试过是好的。") { Ends = [0] }, new("企业微信登录不上", "提示“设备数量超限”，换了新手机之后就这样。") { Ends = [1], Symptom = "chat" }, new("浏览器打不开内网页面", "打开内网页面显示空白，别人能开。") { Ends = [2], Symptom = "browser" }],
            Answers = new Dictionary<string, string> { ["program"] = "meeting" },
            AtOnce = 0.7,
            Endings =
            [
                new("会议软件选错了麦克风，已指导切换到耳机麦克风，对方可以听到。", "默认麦克风设置错误", "测试通话正常"),
                new("已移除旧设备，新手机登录成功。", "登录设备数超限", "用户登录成功"),
                new("清除浏览器缓存并切换到兼容模式后，页面显示正常。", "浏览器缓存损坏", "刷新三次显示正常"),
            ],
        },
        new("software.install", TicketType.ServiceRequest, 48)
        {
            Told =
            [
                new("申请安装 {soft}", "新项目需要用 {soft}，麻烦帮忙安装，电脑 {pcNo}。") { Ends = [0, 1], Waits = [0] },
                new("安装软件需要管理员权限", "装 {soft} 提示要管理员密码。") { Ends = [0, 1], Waits = [] },
                new("{soft} 授权到期", "打开提示授权 7 天后到期，项目要用到年底。") { Ends = [2], Waits = [1] },
            ],
            Answers = new Dictionary<string, string> { ["software"] = "{soft}", ["purpose"] = "项目工作需要", ["licence"] = "have" },
            Urgency = Urgency.Low,
            AtOnce = 0.25,
            Questions = [new("请问是否已有授权？部门审批走了吗？", "授权是部门去年买的，一共 20 个，应该还有剩的。")],
            Holds = [new(WaitReason.Approval, "商业软件，等部门负责人审批使用授权。", 1), new(WaitReason.Supplier, "授权已用完，供应商补发授权文件。", 2)],
            Endings = [new("已远程安装 {soft} 并激活授权，请重启一次电脑后使用。"), new("已通过软件中心推送，安装完成。以后可以自己在“软件中心”里一键安装。"), new("授权已续期到明年底。")],
        },
        new("software.business", TicketType.Incident, 56)
        {
            Told =
            [
                new("{app} 打不开", "今天早上 {app} 一直转圈，最后提示 {code}。") { Ends = [0], Asks = [], Symptom = "noAccess", Finds = [0] },
                new("{app} 特别慢", "点一下要等半分钟，月底都在用，能不能看一下？") { Ends = [0], Asks = [], Symptom = "slow", Finds = [0], Waits = [2] },
                new("{app} 提交报错", "填完单子点提交就报错 {code}，数据都白填了。") { Ends = [1], Finds = [3] },
                new("{app} 数据不对", "{month}报表里我们部门的数和明细对不上，差了两笔。") { Ends = [3], Asks = [], Symptom = "data", Finds = [], Waits = [1] },
                new("审批流程卡住了", "{app} 里的单子停在“财务复核”两天了，复核人说他那边看不到。") { Ends = [2], Asks = [0], Symptom = "other", Finds = [1], Waits = [] },
            ],
            Answers = new Dictionary<string, string> { ["system"] = "{app} 单据提交", ["symptom"] = "error", ["errorText"] = "系统异常，请联系管理员 {code}", ["affected"] = "some" },
            Team = Crew.Systems,
            Impact = Impact.Medium,
            AtOnce = 0.08,
            Picture = Motif.ErrorDialog,
            Questions = [new("请提供一下单据编号和操作时间，便于查日志。", "单号 {doc}，大概上午十点二十。"), new("请问是所有单据都这样，还是只有某一类？", "只有差旅报销，别的类型能提交。")],
            Holds = [new(WaitReason.Supplier, "已提交厂商工单，等补丁。", 2), new(WaitReason.ChangeWindow, "修复脚本今晚窗口执行。", 1), new(WaitReason.Observation, "已扩连接池，观察月底高峰。", 1)],
            Findings = ["连接池打满，慢查询来自报表导出，先限制并发。", "复核岗角色变更后没有同步到流程节点，手工补了处理人。", "应用日志里大量连接超时，数据库侧会话数已到上限。", "日志：{code}，空指针在附件校验，附件名带特殊字符时触发。"],
            Endings =
            [
                new("数据库连接被一个大报表占满，已优化查询并重启应用，速度恢复正常。", "报表导出慢查询占满连接池", "提交、查询各 10 次，均在 2 秒内", "大报表改为夜间生成") { Finds = [0], Waits = [2] },
                new("附件名中有特殊字符触发程序错误，已发布修复，您的单据可以正常提交。", "附件名校验缺陷", "用原单据提交成功", "已加入回归用例") { Finds = [3], Waits = [0, 1] },
                new("流程节点处理人配置缺失，已补上，单据已流转到下一环节。", "岗位变更后流程处理人未同步", "单据 {doc} 已流转", "岗位变更接口增加了同步检查") { Finds = [1], Waits = [] },
                new("对账差异为两笔跨月单据，已补跑同步任务，报表与明细一致。", "夜间同步任务中断", "用户核对金额一致", "同步任务失败时告警到值班手机") { Finds = [], Waits = [1] },
            ],
        },
        new("software.business", TicketType.ChangeRequest, 10)
        {
            Told = [new("{app} 报表增加一列", "希望在 {month}汇总表里增加“成本中心”一列，方便分摊。") { Ends = [0] }, new("{app} 审批节点调整", "组织调整后，采购审批需要加一级分管领导。") { Ends = [1] }],
            Answers = new Dictionary<string, string> { ["system"] = "{app} 报表", ["symptom"] = "other", ["affected"] = "many" },
            Team = Crew.Systems,
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.Approval, "等业务负责人确认需求。", 3), new(WaitReason.ChangeWindow, "已开发完成，随周四版本上线。", 3)],
            Endings = [new("已随本周版本上线，请刷新页面后查看；如需调整列顺序请直接回复。"), new("流程已按新的组织架构调整，已用测试单据走通。")],
        },
        new("advice", TicketType.Inquiry, 44)
        {
            Told =
            [
                new("怎么把旧电脑的资料搬到新电脑", "换了新电脑，桌面和微信聊天记录怎么迁过来？") { Ends = [0], Symptom = "data" },
                new("咨询：出差用的笔记本选哪款", "部门要采购 5 台出差用的笔记本，想问问推荐的型号和配置。") { Ends = [1], Symptom = "choice" },
                new("线上会议怎么录制", "下周有培训，想录下来给没来的同事看。") { Ends = [2] },
                new("{app} 怎么导出数据", "想按月导出自己部门的数据，没找到入口。") { Ends = [3] },
                new("邮件签名怎么统一", "部门想统一邮件签名格式，有没有模板？") { Ends = [0] },
            ],
            Answers = new Dictionary<string, string> { ["about"] = "setup" },
            Urgency = Urgency.Low,
            AtOnce = 0.72,
            Endings =
            [
                new("已电话说明操作步骤，图文说明也发到了您的邮箱。"),
                new("已把推荐型号清单（含配置和参考价）发到邮箱，采购时请走固定资产申请。"),
                new("在会议界面点“录制 → 云录制”即可，结束后链接会发到邮箱，保存 90 天。"),
                new("导出入口在“报表 → 部门汇总 → 右上角导出”，已电话演示一遍。"),
            ],
        },
    ];
}
