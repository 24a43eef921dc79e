using Fengtai.Demo.Cast;
using Fengtai.Identity;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>The texts that this service desk writes every day, kept by those who lead it.</summary>
internal static class UsualTexts
{
    private static readonly (string? Team, string Name, string Text)[] Shared =
    [
        (null, "受理问候", "{{用户}}，您好！您的工单 {{工单号}} 已受理，我是服务台 {{客服}}，有进展会第一时间在这里告诉您。"),
        (null, "请补充信息", "{{用户}}，您好！为了尽快处理「{{主题}}」，请补充：\n1. 出现问题的时间\n2. 电脑或设备的编号（贴在机身上）\n3. 屏幕上的完整提示，最好截一张图\n直接回复这张工单即可。"),
        (null, "转二线说明", "{{用户}}，您好！您的问题需要 {{处理组}} 进一步处理，已经转过去了，预计 {{截止时间}} 前会有人联系您。"),
        (null, "催办回复", "{{用户}}，让您久等了。工单 {{工单号}} 目前是「{{状态}}」，{{工程师}} 正在跟进，{{?预计时间}} 前给您准信。"),
        (null, "解决后确认", "{{用户}}，您好！「{{主题}}」已处理完成，请试一下是否正常。如果还有问题，在工单里点「没有解决」，我们马上继续处理。"),
        (null, "In English: received", "Dear {{requester.name}}, we have received your request {{ticket.number}} and are working on it. You will hear from us by {{due}}.\n{{agent.name}}, IT service desk"),
        (Crew.Desk, "密码自助重置", "{{用户}}，您好！密码可以自助重置：内网打开 https://id.shifan.example，选「忘记密码」，用工号和手机验证码即可。新密码至少 10 位，含大小写字母和数字。重置后请重新登录邮箱和 VPN。"),
        (Crew.Desk, "电话回访未接通", "{{今天}} 回访 {{用户}}（{{用户电话}}），未接通，稍后再拨。"),
        (Crew.Desktop, "远程协助预约", "{{用户}}，您好！我是桌面支持 {{本人}}。需要远程看一下您的电脑，请在 {{?时间}} 打开「远程协助」并把屏幕上的 9 位代码告诉我。操作前请先保存文件。"),
        (Crew.Desktop, "重装完成交接", "系统已重装，域账号、邮箱、VPN、打印机均已测试。旧资料在 D:\\旧资料，请在 7 天内核对，之后清除。"),
        (Crew.OnSite, "上门时间确认", "{{用户}}，您好！工程师 {{工程师}} 将在 {{?上门时间}} 到 {{地点}}，请保持电话 {{用户电话}} 畅通。"),
        (Crew.Network, "网络恢复说明", "{{用户}}，您好！{{地点}} 的网络已恢复，原因是 {{?原因}}。请重新连接后再试，如仍不通，请告诉我们电脑右下角网络图标的样子。"),
    ];

    public static IEnumerable<ToldTemplate> Of(Organisation organisation) => Shared.Select(s => new ToldTemplate(
        s.Name, s.Text, LeadOf(organisation, s.Team ?? Crew.Desk).Id, s.Team is { } team ? organisation.TeamOf(team).Id : null));

    private static Person LeadOf(Organisation organisation, string team) => organisation.Staff.First(s => s.Team == team).Person;
}
