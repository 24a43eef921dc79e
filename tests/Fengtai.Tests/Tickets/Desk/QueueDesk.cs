using Fengtai.Identity;
using Fengtai.Tests.Support;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>A desk with one ticket in each state, known by a name.</summary>
public class QueueDesk(TestCluster cluster) : App(cluster)
{
    private readonly Dictionary<string, Browser> _programs = [];
    private readonly Dictionary<string, Browser> _browsers = [];
    private readonly Dictionary<long, string> _names = [];

    public Browser As(string login) => _programs[login];

    /// <summary>The same person in a browser, for what is done with forms.</summary>
    public Browser In(string login) => _browsers[login];

    public long Number(string name) => _names.Single(n => n.Value == name).Key;

    /// <summary>The names of the tickets on a page of the queue, in its order.</summary>
    public async Task<string[]> ShownAsync(string login, string address) => Shown(await As(login).OpenAsync(address));

    public string[] Shown(Page page) => [.. page.All("tr[data-row]").Select(r => _names[long.Parse(r.GetAttribute("data-row")!, System.Globalization.CultureInfo.InvariantCulture)])];

    protected override async Task PrepareAsync()
    {
        var engineer = await this.AddPersonAsync("engineer", Roles.Engineer);
        var mate = await this.AddPersonAsync("mate", Roles.Engineer);
        var other = await this.AddPersonAsync("other", Roles.Engineer);
        var loner = await this.AddPersonAsync("loner", Roles.Engineer);
        await this.AddTeamAsync("printing", engineer, mate);
        await this.AddTeamAsync("network", other);
        foreach (var person in new[] { engineer, mate, other, loner })
        {
            await EquipAsync(person);
        }
        foreach (var (login, role) in new[] { ("user", Roles.User), ("guest", Roles.User), ("agent", Roles.Agent), ("second", Roles.Agent), ("auditor", Roles.Auditor), ("quality", Roles.Quality), ("lead", Roles.Lead), ("manager", Roles.Manager) })
        {
            await EquipAsync(await this.AddPersonAsync(login, role));
        }
        await OpenAsync("fresh");
        await AcceptedAsync("accepted");
        await AcceptedAsync("second's", by: "second");
        await GivenAsync("team's", new { team = "printing" });
        await GivenAsync("engineer's", new { team = "printing", assignee = "engineer" });
        await GivenAsync("mate's", new { team = "printing", assignee = "mate" });
        await GivenAsync("elsewhere", new { team = "network", assignee = "other" });
        await DoAsync(As("engineer"), await StartedAsync("waiting"), "wait", new { reason = "parts", until = Clock.Now.AddDays(2) });
        await SolvedAsync("resolved");
        await DoAsync(As("user"), await SolvedAsync("closed"), "confirm");
        await DoAsync(As("user"), await OpenAsync("cancelled"), "cancel", new { reason = "不需要了" });
    }

    private async Task EquipAsync(Person person)
    {
        _programs[person.Login] = await this.ProgramAsync(person);
        _browsers[person.Login] = await this.BrowseAsync(person);
    }

    private async Task<long> OpenAsync(string name)
    {
        // each a minute later than the one before, so that every order is certain
        Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await As("user").PostJsonAsync("/api/v1/tickets", new { subject = name, description = $"关于 {name}" });
        var number = Api.ServiceDesk.Number(await ReadAsync(answer));
        _names[number] = name;
        return number;
    }

    private async Task<long> AcceptedAsync(string name, string by = "agent")
    {
        var number = await OpenAsync(name);
        await DoAsync(As(by), number, "accept");
        return number;
    }

    private async Task<long> GivenAsync(string name, object to)
    {
        var number = await AcceptedAsync(name);
        await DoAsync(As("agent"), number, "assign", to);
        return number;
    }

    private async Task<long> StartedAsync(string name)
    {
        var number = await GivenAsync(name, new { team = "printing", assignee = "engineer" });
        await DoAsync(As("engineer"), number, "start");
        return number;
    }

    private async Task<long> SolvedAsync(string name)
    {
        var number = await StartedAsync(name);
        await DoAsync(As("engineer"), number, "resolve", new { solution = "换了搓纸轮", cause = "搓纸轮磨损", tested = "连打 20 页" });
        return number;
    }
}
