using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Printers
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("hardware.printer", TicketType.Incident, 60)
        {
            Told =
            [
                new("{dept}打印机卡纸", "{room} 门口那台 {printer}，打了几页就卡纸，面板一直闪红灯。纸拿出来再打还是卡。") { Ends = [0, 1], Asks = [0] },
                new("打印机一直卡纸，急", "公用打印机 {printerNo} 从早上开始反复卡纸，我们这边等着打合同，麻烦尽快来看看。") { Ends = [0, 1], Asks = [0] },
                new("{printer} 卡纸", "后盖打开看不到纸，但一直提示“请清除卡纸”。已经关机重启过两次。") { Ends = [0, 1], Asks = [0] },
                new("打印机吃纸，出来都是皱的", "每次进纸都歪，出来的纸皱成一团，换了一包新纸也一样。设备编号 {printerNo}。") { Ends = [0, 2], Asks = [1], Finds = [0, 2] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "jam", ["affected"] = "some" },
            OnSite = true,
            AtOnce = 0.12,
            Picture = Motif.StreakyPage,
            Questions = [new("您好，请问卡纸时面板上显示的是哪个位置（纸盒 1、纸盒 2 还是定影）？", "显示的是纸盒 2，纸盒 1 可以正常打。"), new("请问最近是不是换过纸张？是多少克的？", "上周换的，包装上写的 80 克，换回原来的纸好一点。")],
            Holds = [new(WaitReason.Parts, "搓纸轮磨损，库存没有，已向供应商下单，预计两个工作日到货。", 2)],
            Findings = ["搓纸轮表面已经打滑，先用酒精擦了应急，建议换件。", "定影出口有一小片标签纸残留，取出后正常。", "纸盒 2 分离垫老化，这台机器打印量已经超过 18 万页，可以考虑列入更换计划。"],
            Endings =
            [
                new("已更换搓纸轮并清洁走纸通道，连续打印 30 页正常。若再出现红灯，请先按面板提示打开后盖，不要用力拉纸。", "纸盒 2 搓纸轮磨损打滑", "单双面各打印 30 页，无卡纸", "已把该机型搓纸轮列入季度保养") { Finds = [0, 2] },
                new("取出了定影出口的残留标签纸，打印恢复正常。标签纸请只用手送纸盒打印。", "标签纸在定影单元脱落", "连续打印 20 页正常", "在机器上贴了“标签纸请走手送纸盒”的提示") { Finds = [1], Waits = [] },
                new("纸张受潮导致卡纸，已更换新纸并把纸盒调整到位，现在打印正常。", "纸张受潮，纸盒挡板松动", "打印测试页及 10 页文档正常") { Finds = [], Waits = [] },
            ],
        },
        new("hardware.printer", TicketType.Incident, 42)
        {
            Told =
            [
                new("打印机连不上", "电脑 {pcNo} 打印提示“打印机脱机”，同事的可以打，只有我这台不行。") { Ends = [0, 1] },
                new("文档发过去没反应", "点打印以后队列里一直显示“正在打印”，打印机完全没动静。机器是 {printer}。") { Ends = [0], Finds = [0] },
                new("换了座位以后打不了印", "我昨天搬到 {room}，现在找不到附近的打印机，麻烦帮忙装一下。") { Ends = [1], Asks = [], Finds = [] },
                new("打印提示错误 {code}", "今天电脑更新以后就打不了印了，弹窗提示 {code}，重启没用。") { Ends = [2], Asks = [], Finds = [1] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "nothing", ["affected"] = "me", ["errorText"] = "打印机脱机 {code}" },
            AtOnce = 0.48,
            Picture = Motif.ErrorDialog,
            Questions = [new("请问您的电脑能打开办公网首页吗？电脑左下角搜索“打印机”，截个图给我们看下状态。", "网能上，打印机那里是灰色的，写着脱机。")],
            Findings = ["打印服务器上队列卡了一个 300 MB 的 PDF，清掉后恢复。", "系统补丁之后驱动类型 3 失效，换成类型 4 驱动。"],
            Endings =
            [
                new("已远程清空打印队列并重启打印服务，您那边的文档已经打出来了。以后遇到队列不动，可以先在“打印机”里取消所有文档再试。", "打印队列被超大文件堵塞", "用户打印 Word、PDF 各一份正常") { Finds = [0] },
                new("已为您重新添加打印机并设为默认，打印正常。", "端口仍指向旧 IP 地址", "打印测试页正常", "打印机已改为按名称连接，不再受地址变化影响") { Finds = [] },
                new("系统更新后驱动不兼容，已换用新版驱动，打印恢复。", "系统补丁后旧版驱动失效", "打印测试页及双面文档正常", "已在打印服务器统一更新该型号驱动"),
            ],
        },
        new("hardware.printer", TicketType.Incident, 26)
        {
            Told =
            [
                new("打印出来有一条黑线", "最近打的东西右边都有一条竖黑线，给客户的材料没法用。打印机 {printerNo}。") { Ends = [0] },
                new("打印颜色很淡，看不清", "{printer} 打出来字很淡，摇了硒鼓只好了一会儿。") { Ends = [1], Finds = [] },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "faint", ["affected"] = "some" },
            OnSite = true,
            Urgency = Urgency.Low,
            Picture = Motif.StreakyPage,
            Findings = ["感光鼓有划痕，硒鼓余量 4%。"],
            Endings =
            [
                new("已更换硒鼓，打印清晰。旧硒鼓已带回统一回收。", "感光鼓划伤", "打印 5 页灰度测试图，无黑线"),
                new("更换了墨粉盒并做了一次清洁校准，字迹恢复清晰。", "墨粉耗尽", "打印测试页浓度正常", "已把低粉预警接入耗材清单，余量 10% 时自动备货"),
            ],
        },
        new("hardware.printer", TicketType.ServiceRequest, 30)
        {
            Told =
            [
                new("申请更换 {printer} 墨粉", "{room} 的 {printer} 提示墨粉不足，麻烦送一个过来。"),
                new("打印机没墨了", "打印机 {printerNo} 面板提示更换墨粉盒。"),
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "toner", ["affected"] = "some" },
            OnSite = true,
            Urgency = Urgency.Low,
            Holds = [new(WaitReason.Parts, "该型号墨粉库存为零，已调拨，明天到。", 1)],
            Endings = [new("墨粉盒已送达并更换完毕，打印正常。") { Waits = [0] }, new("已更换原装墨粉盒，剩余一个备用放在打印机下方柜子里。")],
        },
        new("hardware.printer", TicketType.Incident, 16)
        {
            Told =
            [
                new("扫描发不到邮箱", "{printer} 扫描到邮件今天一直失败，面板提示“发送失败”。"),
                new("扫描不到共享文件夹", "平时扫描到 {share} 的，今天选了以后提示连接失败。"),
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "other", ["errorText"] = "发送失败，请检查网络设置", ["affected"] = "some" },
            AtOnce = 0.2,
            Endings =
            [
                new("扫描用的账号密码到期，已更新，扫描到邮箱和共享文件夹都已恢复。", "复印机扫描账号密码过期", "扫描到邮箱、共享文件夹各一次成功", "该账号已改为服务账号，密码不再随个人周期到期"),
            ],
        },
    ];
}
