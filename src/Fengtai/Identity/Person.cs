using Fengtai.Identity.Rules;

namespace Fengtai.Identity;

/// <summary>Somebody with an account: everybody who asks for service and everybody who gives it.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Unique, lower case.</summary>
    public string Login { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string? StaffNumber { get; private set; }

    public string? Department { get; private set; }

    public string? Site { get; private set; }

    public string? Phone { get; private set; }

    public string? Mobile { get; private set; }

    public string? WeChat { get; private set; }

    public string? Mail { get; private set; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public string Culture { get; private set; } = "";

    /// <summary>IANA time zone: <c>Asia/Shanghai</c>.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Requests of this person are marked for the desk.</summary>
    public bool IsVip { get; private set; }

    /// <summary>Who is not active cannot sign in, and stays in the records.</summary>
    public bool IsActive { get; private set; } = true;

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; private init; }

    /// <summary>A <c>tsvector</c>; see <see cref="PersonSearch"/>.</summary>
    internal string Search { get; private set; } = "";

    /// <summary>What lists are sorted by.</summary>
    internal string SortName { get; private set; } = "";

    /// <param name="login">Lower case.</param>
    public static Person Create(string login, PersonDetails details, IEnumerable<string> roles, DateTimeOffset at)
    {
        var person = new Person { Id = Guid.CreateVersion7(at), Login = login, Roles = Ordered(roles), CreatedAt = at };
        person.Describe(details);
        return person;
    }

    public PersonDetails Details => new(Name)
    {
        StaffNumber = StaffNumber,
        Department = Department,
        Site = Site,
        Phone = Phone,
        Mobile = Mobile,
        WeChat = WeChat,
        Mail = Mail,
        Culture = Culture,
        TimeZone = TimeZone,
        IsVip = IsVip,
    };

    internal void Describe(PersonDetails details)
    {
        Name = details.Name;
        StaffNumber = details.StaffNumber;
        Department = details.Department;
        Site = details.Site;
        Phone = details.Phone;
        Mobile = details.Mobile;
        WeChat = details.WeChat;
        Mail = details.Mail;
        Culture = details.Culture;
        TimeZone = details.TimeZone;
        IsVip = details.IsVip;
        Search = PersonSearch.Vector(Login, details);
        SortName = PersonSearch.SortName(details.Name);
    }

    internal void GiveRoles(IEnumerable<string> roles) => Roles = Ordered(roles);

    internal void Activate(bool isActive) => IsActive = isActive;

    private static string[] Ordered(IEnumerable<string> roles) => [.. Identity.Roles.All.Intersect(roles)];
}

/// <summary>What is known of a person and may be changed.</summary>
public sealed record PersonDetails(string Name)
{
    public string? StaffNumber { get; init; }

    public string? Department { get; init; }

    public string? Site { get; init; }

    public string? Phone { get; init; }

    public string? Mobile { get; init; }

    public string? WeChat { get; init; }

    public string? Mail { get; init; }

    public string Culture { get; init; } = "zh-CN";

    public string TimeZone { get; init; } = "Asia/Shanghai";

    public bool IsVip { get; init; }
}
