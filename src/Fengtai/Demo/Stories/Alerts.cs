using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Alerts
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("software.business", TicketType.Alert, 34)
        {
            Told =
            [
                new("[告警] {host} 磁盘使用率 92%", "主机 {host}，分区 /data 使用率 92%，阈值 90%，持续 10 分钟。") { Ends = [0], Finds = [0] },
                new("[告警] {host} CPU 使用率过高", "主机 {host}，5 分钟平均 CPU 96%，阈值 90%。") { Ends = [1], Finds = [1] },
                new("[告警] {app} 探测失败", "HTTP 探测 {app} 连续 3 次超时（10 秒）。") { Ends = [1], Finds = [1] },
                new("[告警] {host} 备份任务失败", "昨夜 02:00 备份任务返回码 1，未生成备份文件。") { Ends = [2], Finds = [2] },
            ],
            Team = Crew.Systems,
            Impact = Impact.Medium,
            Findings = ["日志未轮转，单文件 41 GB。", "报表任务跑飞，已终止。", "备份目标盘满，清理过期备份后手工重跑成功。"],
            Endings =
            [
                new("已清理过期日志并加上轮转，使用率降到 61%。", "应用日志未轮转", "磁盘使用率 61%，告警已恢复", "日志轮转纳入上线检查单"),
                new("终止异常报表任务后恢复，已限制同类任务的并发。", "报表任务死循环", "CPU 恢复到 20% 左右"),
                new("已释放备份空间并手工补做备份，校验通过。", "备份目标空间不足", "恢复演练抽查一个文件成功", "备份空间阈值告警提前到 80%"),
            ],
        },
        new("network.wired", TicketType.Alert, 20)
        {
            Told =
            [
                new("[告警] 交换机 {switch} 不可达", "ICMP 探测 {switch} 连续 5 次无响应。") { Ends = [0], Finds = [0] },
                new("[告警] 出口带宽利用率 95%", "互联网出口 1 入向带宽利用率 95%，持续 15 分钟。") { Ends = [1], Finds = [1] },
                new("[告警] UPS 切换到电池", "机房 UPS-2 由市电切换到电池供电。") { Ends = [0], Finds = [0] },
            ],
            Team = Crew.Network,
            Impact = Impact.Medium,
            Urgency = Urgency.High,
            Findings = ["楼层配电间检修断电，物业已提前通知但未转到我们。", "终端补丁同时下载，已错峰。"],
            Endings =
            [
                new("配电间检修造成断电，来电后设备自动恢复。", "楼层配电检修", "设备在线 30 分钟，端口状态正常", "与物业建立停电通知联动"),
                new("终端补丁集中下载占满带宽，已限速并改为夜间下载。", "补丁集中下发", "出口利用率降到 40%", "补丁分批夜间推送"),
            ],
        },
    ];
}
