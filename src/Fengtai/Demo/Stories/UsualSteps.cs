using Fengtai.Demo.Cast;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>What this service desk does in the same steps every day, kept by those who lead it.</summary>
internal static class UsualSteps
{
    public static IEnumerable<ToldMacro> Of(Organisation organisation)
    {
        var lead = LeadOf(organisation, Crew.Desk);
        yield return new(
            "打印机报修派桌面组", lead, null,
            ToldStep.Of("accept"),
            ToldStep.Of("classify", ("type", "incident"), ("category", "hardware.printer"), ("impact", "low"), ("urgency", "medium")),
            ToldStep.Of("assign", ("team", Crew.Desktop), ("note", "地点：{{地点}}，去之前先打电话 {{用户电话}}。")),
            ToldStep.Of("notes", ("visibility", "public"), ("text", "{{用户}}，您好！打印问题已转给{{处理组}}，工程师会先与您联系。")));
        yield return new(
            "等用户补充信息", lead, null,
            ToldStep.Of("wait", ("reason", "user"), ("question", "{{用户}}，您好！请补充设备编号和屏幕上的完整提示，直接回复这张工单即可。")) with { InDays = 2 });
        yield return new(
            "密码自助重置后解决", lead, organisation.TeamOf(Crew.Desk).Id,
            ToldStep.Of("accept"),
            ToldStep.Of("classify", ("type", "serviceRequest"), ("impact", "low"), ("urgency", "low")),
            ToldStep.Of("notes", ("visibility", "internal"), ("text", "{{今天}} 电话核对工号后指导自助重置。")),
            ToldStep.Of("resolve", ("outcome", "solved"), ("solution", "已指导 {{用户}} 用自助入口重置密码，现在可以正常登录。")));
        yield return new(
            "不属于 IT 的请求", lead, null,
            ToldStep.Of("accept"),
            ToldStep.Of("close", ("code", "notIt"), ("note", "{{用户}}，您好！这件事由{{?负责部门}}负责，请联系他们办理。")));
        yield return new(
            "约好上门", LeadOf(organisation, Crew.OnSite), organisation.TeamOf(Crew.OnSite).Id,
            ToldStep.Of("start"),
            ToldStep.Of("contact", ("by", "phone"), ("note", "约 {{?时间}} 到 {{地点}}。")),
            ToldStep.Of("wait", ("reason", "userDate"), ("question", "{{用户}}，您好！我们约好 {{?时间}} 上门，如有变化请直接回复。")) with { InDays = 1 });
    }

    private static Guid LeadOf(Organisation organisation, string team) => organisation.Staff.First(s => s.Team == team).Person.Id;
}
