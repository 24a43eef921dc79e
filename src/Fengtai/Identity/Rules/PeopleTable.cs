using Fengtai.Identity.Admin;
using Fengtai.Platform.Refusals;

namespace Fengtai.Identity.Rules;

/// <summary>A table of people: what its columns mean, by their headings in Chinese or English, and what a row wishes.</summary>
internal sealed class PeopleTable
{
    /// <summary>A field, and its headings; the first is the one we write.</summary>
    private static readonly (string Field, string[] Headings)[] Known =
    [
        ("login", ["登录名", "账号", "帐号", "用户名", "login", "username", "account"]),
        ("name", ["姓名", "名字", "name", "full name", "display name"]),
        ("staffNumber", ["工号", "员工号", "职工号", "学号", "staff number", "employee id", "staff no"]),
        ("department", ["部门", "科室", "单位", "department"]),
        ("site", ["地点", "校区", "院区", "办公地点", "site", "location", "office"]),
        ("phone", ["电话", "座机", "办公电话", "phone", "telephone"]),
        ("mobile", ["手机", "手机号", "移动电话", "mobile", "cell"]),
        ("weChat", ["微信号", "微信", "wechat", "wechat id"]),
        ("mail", ["邮箱", "电子邮箱", "邮件", "mail", "email", "e-mail"]),
        ("culture", ["语言", "language"]),
        ("timeZone", ["时区", "time zone", "timezone"]),
        ("isVip", ["VIP", "重要用户", "领导"]),
        ("roles", ["角色", "roles", "role"]),
    ];

    private readonly Dictionary<string, int> _columns;

    private PeopleTable(Dictionary<string, int> columns, IReadOnlyList<string> unknown) => (_columns, Unknown) = (columns, unknown);

    /// <summary>The headings as an export writes them.</summary>
    public static IReadOnlyList<string> Headings { get; } = [.. Known.Select(k => k.Headings[0])];

    /// <summary>Headings that mean nothing to us; their columns are left out.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public static Result<PeopleTable> Read(IReadOnlyList<string> headings)
    {
        var columns = new Dictionary<string, int>();
        var unknown = new List<string>();
        for (var i = 0; i < headings.Count; i++)
        {
            var field = FieldOf(headings[i]);
            if (field is null)
            {
                unknown.Add(headings[i]);
            }
            else if (!columns.TryAdd(field, i))
            {
                return new HeadingIsThereTwice(headings[i]);
            }
        }
        var hasLogin = columns.ContainsKey("login") || columns.ContainsKey("staffNumber");
        return (hasLogin, columns.ContainsKey("name")) switch
        {
            (false, false) => new HeadingIsMissing("登录名 / login, 姓名 / name"),
            (false, true) => new HeadingIsMissing("登录名 / login"),
            (true, false) => new HeadingIsMissing("姓名 / name"),
            (true, true) => new PeopleTable(columns, [.. unknown.Where(u => u.Length > 0)]),
        };
    }

    /// <summary>Null where the table has no such column; empty where the cell is.</summary>
    public string? Cell(TableRow row, string field) =>
        _columns.TryGetValue(field, out var column) ? column < row.Cells.Count ? row.Cells[column] : "" : null;

    /// <summary>
    /// The row laid over what is known: a column that is not there changes nothing, an empty cell empties the detail.
    /// What nobody can be without (name, language, time zone, VIP or not) stays where the cell is empty.
    /// </summary>
    public PersonForm Form(TableRow row, PersonDetails? now) => new()
    {
        Name = Filled(row, "name") ?? now?.Name,
        StaffNumber = Cell(row, "staffNumber") ?? now?.StaffNumber,
        Department = Cell(row, "department") ?? now?.Department,
        Site = Cell(row, "site") ?? now?.Site,
        Phone = Cell(row, "phone") ?? now?.Phone,
        Mobile = Cell(row, "mobile") ?? now?.Mobile,
        WeChat = Cell(row, "weChat") ?? now?.WeChat,
        Mail = Cell(row, "mail") ?? now?.Mail,
        Culture = Culture(Filled(row, "culture")) ?? now?.Culture,
        TimeZone = Filled(row, "timeZone") ?? now?.TimeZone,
        IsVip = IsVip(Filled(row, "isVip")) ?? (now?.IsVip is true ? "true" : null),
    };

    public string? Filled(TableRow row, string field) => Cell(row, field) is { Length: > 0 } text ? text : null;

    private static string? FieldOf(string heading)
    {
        var plain = heading.Replace('_', ' ').Trim();
        return Known.FirstOrDefault(k => k.Field.Equals(plain, StringComparison.OrdinalIgnoreCase) || k.Headings.Contains(plain, StringComparer.OrdinalIgnoreCase)).Field;
    }

    private static string? Culture(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "中文" or "汉语" or "zh" or "zh-cn" or "zh-hans" or "chinese" => "zh-CN",
        "英文" or "英语" or "en" or "english" => "en",
        _ => text,
    };

    private static string? IsVip(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "是" or "yes" or "y" or "true" or "1" or "vip" or "√" => "true",
        _ => "false",
    };
}

internal sealed record HeadingIsMissing(string Heading) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";

    public override object[] Arguments => [Heading];
}

internal sealed record HeadingIsThereTwice(string Heading) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";

    public override object[] Arguments => [Heading];
}
