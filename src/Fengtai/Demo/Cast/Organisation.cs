using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;

namespace Fengtai.Demo.Cast;

/// <summary>示范集团: its people and teams.</summary>
internal sealed class Organisation
{
    private const int AskingPeople = 278;

    /// <summary>So many Chinese and so many others joined before all the rest, and are offered first at sign-in.</summary>
    private const int FirstChinese = 4, FirstFromAbroad = 2;
    private const string MonitorName = "监控平台";

    private readonly HashSet<string> _logins = [];
    private readonly IReadOnlyList<Grant> _grants;
    private readonly DateTimeOffset _since;
    private readonly Chance _chance;
    private int _staffNumber = 10_100;

    private Organisation(IEnumerable<Grant> grants, DateTimeOffset since, Chance chance)
    {
        (_grants, _since, _chance) = ([.. grants], since, chance);
        Teams = [.. Crew.Teams.Select(t => Team.Create(t.Code, t.Name, t.NameEn, t.Line))];
        Staff = [.. Crew.Members.Select(Member)];
        Asking = [.. ChineseColleagues(), .. Names.FromAbroad.Select((n, i) => FromAbroad(n, i))];
        Monitor = Colleague(MonitorName, "monitor", Departments.Information, Departments.Beijing, [Roles.User], null, 0, "zh-CN", isVip: false);
    }

    public IReadOnlyList<Team> Teams { get; }

    /// <summary>Those who work at the service desk or run it.</summary>
    public IReadOnlyList<Colleague> Staff { get; }

    /// <summary>Those who ask for service.</summary>
    public IReadOnlyList<Colleague> Asking { get; }

    /// <summary>Those who joined first: whoever looks around as one of them shall find something going on.</summary>
    public IReadOnlyList<Colleague> Protagonists => [.. Asking.Where(a => a.Person.CreatedAt < _since)];

    /// <summary>The account that alarms come in by.</summary>
    public Colleague Monitor { get; }

    public IEnumerable<Colleague> Everybody => [.. Staff, .. Asking, Monitor];

    /// <param name="since">When everybody got an account.</param>
    public static Organisation Found(IEnumerable<Grant> grants, DateTimeOffset since, Chance chance) => new(grants, since, chance);

    public Team TeamOf(string code) => Teams.First(t => t.Code == code);

    /// <summary>Memberships; the first of each team leads it.</summary>
    public IEnumerable<TeamMember> Memberships() =>
        from team in Teams
        from member in Staff.Where(s => s.Team == team.Code).Index()
        select new TeamMember { TeamId = team.Id, PersonId = member.Item.Id, IsLead = member.Index == 0 };

    private Colleague Member(CrewMember member) =>
        Colleague(member.Name, null, Departments.Information, member.Site, [Roles.User, member.Role], member.Team, member.Pace, "zh-CN", isVip: false);

    private IEnumerable<Colleague> ChineseColleagues()
    {
        var names = new HashSet<string>(Crew.Members.Select(m => m.Name));
        while (names.Count < Crew.Members.Count + AskingPeople - Names.FromAbroad.Count)
        {
            var name = Names.Chinese(_chance);
            if (names.Add(name))
            {
                var isFirst = names.Count <= Crew.Members.Count + FirstChinese;
                // the very first is somebody whom nobody keeps waiting
                var isVip = names.Count == Crew.Members.Count + 1;
                yield return Asks(name, null, "zh-CN", isVip ? Departments.Office : null, isFirst, isVip);
            }
        }
    }

    private Colleague FromAbroad(string name, int index) =>
        Asks(name, name.ToLowerInvariant().Replace(' ', '.'), "en", index % 3 == 0 ? Departments.All.First(d => d.Name == "研发中心") : null, index < FirstFromAbroad);

    private Colleague Asks(string name, string? login, string culture, Department? department, bool isFirst, bool mustBeVip = false)
    {
        var of = department ?? _chance.Of(Departments.All, d => d.Share);
        var isVip = _chance.Happens(of == Departments.Office ? 0.5 : 0.02) || mustBeVip;
        // some call every week, some once a quarter
        var pace = Math.Pow(_chance.Share(), 1.6) * 3 + 0.25;
        return Colleague(name, login, of, _chance.Of(of.Sites), [Roles.User], null, pace, culture, isVip, isFirst);
    }

    private Colleague Colleague(string name, string? login, Department department, Site site, string[] roles, string? team, double pace, string culture, bool isVip, bool isFirst = false)
    {
        var group = Crew.Teams.FirstOrDefault(t => t.Code == team).Name;
        var number = ++_staffNumber;
        var extension = $"{number - 10_100 + 8100}";
        var unique = Unique(login ?? Pinyin.SearchForms(name).Split(' ')[0]);
        var person = Person.Create(
            unique,
            new(name)
            {
                StaffNumber = $"SF{number}",
                Department = department.Name + group,
                Site = site.Name,
                Phone = $"{site.Exchange}{extension}",
                Mobile = login == "monitor" ? null : $"1380000{_chance.Between(1000, 9999)}",
                WeChat = login != "monitor" && _chance.Happens(0.4) ? $"sf_{unique.Replace('.', '_')}" : null,
                Mail = $"{unique}@shifan.example",
                Culture = culture,
                IsVip = isVip,
            },
            roles,
            isFirst ? _since.AddDays(-30) : _since);
        Guid[] teams = team is null ? [] : [TeamOf(team).Id];
        return new(person, site, _chance.Between(1, 12), _chance.Between(1, 24), extension, team, pace) { Actor = Cast.Colleague.ActorOf(person, teams, _grants) };
    }

    private string Unique(string login)
    {
        var unique = login;
        for (var i = 2; !_logins.Add(unique); i++)
        {
            unique = $"{login}{i}";
        }
        return unique;
    }
}
