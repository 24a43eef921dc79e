using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>What comes in and is none of the desk's: closed with a word, never just dropped.</summary>
internal static class Misdirected
{
    public static readonly IReadOnlyList<(CloseCode Code, int Weight, Telling Told, string Explanation)> All =
    [
        (CloseCode.Spam, 5, new("企业贷款低息办理", "无抵押当天放款，加微信详谈。"), "广告，已关闭。"),
        (CloseCode.Spam, 4, new("代开发票优惠", "各类票据代办，诚信服务。"), "广告，已关闭。"),
        (CloseCode.NotIt, 6, new("空调不制冷", "{room} 空调吹的都是热风，太热了。"), "空调由行政部物业组负责，已帮您转告，电话 8100。"),
        (CloseCode.NotIt, 5, new("工资条有疑问", "这个月工资少了一项补贴，想问一下。"), "薪酬问题请联系人力资源部薪酬岗，分机 8230，已为您转告。"),
        (CloseCode.NotIt, 5, new("会议室灯坏了", "{meeting} 有两排灯不亮。"), "照明由物业维修，已代您报修，物业热线 8100。"),
        (CloseCode.NotIt, 3, new("停车证续期", "停车证下周到期，在哪里办？"), "停车证在行政部办理，A 座 1 层大厅，工作日 9:00–11:30。"),
        (CloseCode.SelfRecovered, 7, new("网页打不开", "外网网页都打不开，等了几分钟又好了。"), "与您电话确认已自行恢复，我们检查了线路无异常，如再出现请随时联系。"),
        (CloseCode.SelfRecovered, 5, new("{app} 登录慢", "登录转了很久，现在好像可以了。"), "已自行恢复，后台当时正在做例行备份。"),
        (CloseCode.Duplicate, 6, new("打印机还是不能用", "刚才报过的打印机，还没人来。"), "与您今天上午的工单为同一件事，进展会在那张工单里告诉您。"),
        (CloseCode.Duplicate, 4, new("密码重置（重复提交）", "刚才网页卡了，好像提交了两次。"), "重复提交，已在另一张工单处理。"),
    ];
}
