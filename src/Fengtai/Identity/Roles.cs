namespace Fengtai.Identity;

/// <summary>The roles of a service desk. What each may do is the sum of the grants that the practices register.</summary>
public static class Roles
{
    /// <summary>用户: files and follows own requests.</summary>
    public const string User = "user";

    /// <summary>服务台坐席: first line, owns tickets until they are closed.</summary>
    public const string Agent = "agent";

    /// <summary>服务台主管.</summary>
    public const string Lead = "lead";

    /// <summary>运维工程师: second and third line.</summary>
    public const string Engineer = "engineer";

    /// <summary>供应商.</summary>
    public const string Supplier = "supplier";

    /// <summary>运维部负责人.</summary>
    public const string Manager = "manager";

    /// <summary>服务级别经理.</summary>
    public const string ServiceLevelManager = "slm";

    /// <summary>质量监督员.</summary>
    public const string Quality = "quality";

    /// <summary>管理员.</summary>
    public const string Administrator = "admin";

    /// <summary>审计员.</summary>
    public const string Auditor = "auditor";

    public static readonly IReadOnlyList<string> All = [User, Agent, Lead, Engineer, Supplier, Manager, ServiceLevelManager, Quality, Administrator, Auditor];
}
