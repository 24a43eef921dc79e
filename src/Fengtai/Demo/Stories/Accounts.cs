using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

internal static class Accounts
{
    public static readonly IReadOnlyList<Story> All =
    [
        new("account.password", TicketType.ServiceRequest, 90)
        {
            Told =
            [
                new("忘记 {app} 密码", "休假回来 {app} 的密码想不起来了，麻烦重置一下。工号 {staff}。"),
                new("电脑密码忘了，登不进去", "刚休完年假，开机密码忘了，试了几次现在提示账号被锁。") { Ends = [1] },
                new("密码重置", "{app} 登录提示密码错误，试了三次不敢再试了。"),
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "forgot", ["system"] = "{app}", ["account"] = "{login}" },
            AtOnce = 0.86,
            Endings =
            [
                new("核对工号和手机号后已重置，临时密码已通过短信发送，首次登录会要求修改。"),
                new("电话核对身份后已重置密码，您已登录成功。以后也可以在登录页点“忘记密码”自助重置。"),
            ],
        },
        new("account.password", TicketType.Incident, 50)
        {
            Told =
            [
                new("账号被锁定", "{app} 提示“账号已锁定，请联系管理员”。") { Ends = [0], Asks = [], Finds = [] },
                new("域账号总是被锁", "一上午锁了三次，解锁后过一会儿又锁，密码没输错。") { Ends = [1] },
                new("密码过期改不了", "提示密码过期要修改，新密码一直说不符合要求。") { Ends = [2], Asks = [], Finds = [], Symptom = "expired" },
            ],
            Answers = new Dictionary<string, string> { ["symptom"] = "locked", ["system"] = "{app}", ["account"] = "{login}" },
            AtOnce = 0.68,
            Picture = Motif.ErrorDialog,
            Questions = [new("请问手机或者另一台电脑上是否还登录着这个账号？", "有一台旧笔记本在家里开着，可能是它。")],
            Findings = ["锁定来源是用户旧手机上的邮件客户端，一直用旧密码重试。"],
            Endings =
            [
                new("账号已解锁，登录正常。", "连续输错密码触发锁定", "用户登录成功"),
                new("旧手机上的邮件客户端一直用旧密码重试导致反复锁定，已删除该配置并解锁。", "旧设备保存了旧密码", "解锁后观察半天未再锁定", "改密后请在所有设备上更新密码"),
                new("新密码需 12 位以上且不与最近五次相同，已电话指导修改成功。", "新密码不符合复杂度要求", "用户修改并登录成功"),
            ],
        },
        new("account.access", TicketType.ServiceRequest, 62)
        {
            Told =
            [
                new("申请 {app} 权限", "岗位调整，需要开通 {app} 的查询和导出权限，{dept}负责人已同意。") { Ends = [0], Asks = [0], Waits = [0] },
                new("给 {person} 开通 {app}", "新同事 {person} 入职，麻烦开通 {app} 账号，和我一样的权限就行。") { Ends = [1], Asks = [0], Waits = [0] },
                new("共享文件夹权限", "打开 {share} 提示没有权限，项目上要用，麻烦加一下读写。") { Ends = [2], Asks = [1], Waits = [1], Finds = [] },
                new("离职人员账号关闭", "{person} 本周五离职，麻烦到期停用账号，邮件转给我。") { Ends = [3], Asks = [], Waits = [], Finds = [] },
            ],
            Answers = new Dictionary<string, string> { ["system"] = "{app}", ["rights"] = "查询、导出", ["whom"] = "{person}", ["reason"] = "岗位工作需要" },
            Team = Crew.Systems,
            AtOnce = 0.18,
            Questions = [new("请问需要哪个公司主体、哪些模块的权限？以便对应角色。", "北京总部主体，查询和导出就够了，不需要审批。"), new("这个文件夹的负责人是谁？需要对方同意。", "是我们部门 {person}，他已经同意了，邮件转给你们。")],
            Holds = [new(WaitReason.Approval, "按权限管理办法，等系统责任部门审批。", 2), new(WaitReason.Approval, "等文件夹负责人确认。", 1)],
            Findings = ["与现有角色“业务查询岗”一致，直接套用，避免单独授权。"],
            Endings =
            [
                new("权限已开通，重新登录后生效。有效期一年，到期前两周会提醒续期。"),
                new("已为 {person} 开通账号并套用同岗位角色，初始密码已发短信。"),
                new("已加入文件夹读写组，注销重新登录后即可访问。"),
                new("账号将于约定日期自动停用，邮箱已设置转发 30 天。"),
            ],
        },
    ];
}
