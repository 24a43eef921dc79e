using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Demo.Cast;
using Fengtai.Identity;
using Fengtai.ServiceLevels;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>What this service desk has agreed with those it serves, with two of its teams and with the maker of its computers.</summary>
internal static class UsualAgreements
{
    public const string Lenovo = "联想";

    private const int Hour = 60;
    private const int MonthsOld = 6;

    private static readonly IReadOnlyList<WaitReason> NotTheTeams =
        [WaitReason.User, WaitReason.UserDate, WaitReason.Parts, WaitReason.Approval, WaitReason.ChangeWindow, WaitReason.Observation, WaitReason.Supplier];

    /// <param name="policies">That carry the targets of what is promised to users.</param>
    public static IReadOnlyList<Agreement> Of(Organisation organisation, CategoryTree catalogue, IEnumerable<Guid> policies, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).Date);
        var began = new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsOld);
        var (manager, responsible) = (WithRole(organisation, Roles.Manager), WithRole(organisation, Roles.ServiceLevelManager));
        return
        [
            new()
            {
                Kind = AgreementKind.Sla, Name = "示范集团 IT 服务级别协议", NameEn = "IT services for the group", ValidFrom = began, ValidUntil = began.AddYears(1).AddDays(-1), ReviewOn = today.AddDays(20),
                ResponsibleId = responsible, Goal = 95, Customer = "示范集团各部门", Policies = [.. policies], Terms = Group,
            },
            new()
            {
                Kind = AgreementKind.Ola, Name = "服务台与桌面支持组内部支持协议", NameEn = "Desktop support", ValidFrom = began, ReviewOn = today.AddDays(-3), ResponsibleId = responsible, Goal = 90,
                TeamId = organisation.TeamOf(Crew.Desktop).Id, CalendarId = CalendarIds.ChineseOffice, Pauses = NotTheTeams, Steps = [TellLead],
                Targets = [new(Priority.Urgent, 45, TargetUnit.Minutes), new(Priority.High, 3 * Hour, TargetUnit.Minutes), new(Priority.Normal, 1, TargetUnit.WorkingDays), new(Priority.Low, 3, TargetUnit.WorkingDays)],
                Terms = Desktop,
            },
            new()
            {
                Kind = AgreementKind.Ola, Name = "服务台与网络组内部支持协议", NameEn = "Networks", ValidFrom = began, ValidUntil = today.AddDays(25), ResponsibleId = manager, Goal = 90,
                TeamId = organisation.TeamOf(Crew.Network).Id, CalendarId = CalendarIds.ChineseOffice, Pauses = NotTheTeams, Steps = [TellLead],
                Targets = [new(Priority.Urgent, 40, TargetUnit.Minutes), new(Priority.High, 2 * Hour, TargetUnit.Minutes), new(Priority.Normal, 1, TargetUnit.WorkingDays), new(Priority.Low, 2, TargetUnit.WorkingDays)],
                Terms = Network,
            },
            new()
            {
                Kind = AgreementKind.Uc, Name = "联想办公设备维保合同", NameEn = "Lenovo maintenance", ValidFrom = began, ValidUntil = began.AddYears(2).AddDays(-1), ReviewOn = began.AddYears(1), ResponsibleId = manager, Goal = 90,
                Supplier = Lenovo, Contact = "客户经理：丁经理 010-5558-0100\n报修热线：400-100-6000，客户编号 SF-20871", Categories = [.. new[] { catalogue.ByCode("hardware")?.Id }.OfType<Guid>()],
                CalendarId = CalendarIds.ChineseOffice, Pauses = [WaitReason.User, WaitReason.UserDate],
                Targets = [new(Priority.Urgent, 4 * Hour, TargetUnit.Minutes), new(Priority.High, 1, TargetUnit.WorkingDays), new(Priority.Normal, 2, TargetUnit.WorkingDays), new(Priority.Low, 3, TargetUnit.WorkingDays)],
                Steps = [new("dueOwner", [], StepMoment.Due, 0, [StepAct.TellOwner, StepAct.TellAssignee])], Terms = Maintenance,
            },
        ];
    }

    private static EscalationStep TellLead => new("dueLead", [], StepMoment.Due, 0, [StepAct.TellLead]);

    private static Guid WithRole(Organisation organisation, string role) => organisation.Staff.First(s => s.Person.Roles.Contains(role)).Person.Id;

    private const string Group =
        """
        ### 服务内容
        信息中心为集团各部门提供办公电脑、打印机、网络、账号、业务系统、会议和电话等 IT 服务，统一由服务台受理。

        ### 双方责任
        - 信息中心按上述时限响应和解决，提前三个工作日通知计划内停机。
        - 各部门通过门户或服务台热线提出请求，指定一名信息联络员，配合核实与确认。

        ### 不计时的情形
        等待用户补充信息、约定时间、审批、备件、变更窗口和观察期间，解决时限暂停；响应时限不暂停。

        ### 报告与评审
        每月第五个工作日前提供上月达标情况，每半年评审一次。连续两个月未达到目标的，一个月内提出改进措施。
        """;

    private const string Desktop =
        """
        1. 服务台完成受理、分类和初步诊断后派单，派单时写明已做过的检查。
        2. 桌面支持组接单后按时限处理；需要其他组处理的，写明原因后转派，不得反复退回。
        3. 需要到场的，接单后先电话与用户约定时间。
        4. 每周一由双方组长核对上周超时的工单。
        """;

    private const string Network =
        """
        1. 范围：有线和无线网络、互联网出口、VPN、防火墙策略。
        2. 紧急工单不分时段，值班工程师先恢复后排查。
        3. 涉及运营商线路的，由网络组负责报障和跟进。
        4. 本协议到期前一个月，双方商定是否续签。
        """;

    private const string Maintenance =
        """
        - 保修范围：合同附件所列台式机、笔记本、显示器，整机三年上门维保，含备件和人工。
        - 报修时提供序列号、故障现象和已做的检查；供应商在时限内修复或提供备用机。
        - 硬盘不返还；涉及数据的操作须有我方人员在场。
        - 按季度核对达标率，低于目标的，每低一个百分点扣减当季服务费的 1%。
        """;
}
