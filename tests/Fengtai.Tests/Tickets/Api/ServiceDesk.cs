using System.Net;
using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Tickets.Api;

/// <summary>The application with the people of a small service desk, each with a program that acts as them.</summary>
public sealed class ServiceDesk(TestCluster cluster) : App(cluster)
{
    public Browser User { get; private set; } = null!;

    public Browser Colleague { get; private set; } = null!;

    public Browser Agent { get; private set; } = null!;

    public Browser Engineer { get; private set; } = null!;

    public Browser Mate { get; private set; } = null!;

    public Browser OtherTeam { get; private set; } = null!;

    public Browser Auditor { get; private set; } = null!;

    public async Task<JsonElement> OpenAsync(Browser by, object? more = null)
    {
        var answer = await by.PostJsonAsync("/api/v1/tickets", more ?? new { subject = "打印机卡纸", description = "三楼的打印机一直卡纸" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ReadAsync(answer);
    }

    /// <summary>Does an act and expects it to succeed; the ticket.</summary>
    public static async Task<JsonElement> DoAsync(Browser by, long number, string act, object? input = null)
    {
        var answer = await by.PostJsonAsync($"/api/v1/tickets/{number}/{act}", input);
        var body = await ReadAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{act}: {body}");
        return body;
    }

    /// <summary>Does an act and expects it to be refused; status and code.</summary>
    public static async Task<(int Status, string? Code)> RefusedAsync(Browser by, long number, string act, object? input = null)
    {
        var answer = await by.PostJsonAsync($"/api/v1/tickets/{number}/{act}", input);
        Assert.False(answer.IsSuccessStatusCode, act);
        return await CodeAsync(answer);
    }

    public static async Task<(int Status, string? Code)> CodeAsync(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, (await ReadAsync(answer)).GetProperty("code").GetString());

    public static async Task<JsonElement> GetAsync(Browser by, string path)
    {
        var answer = await by.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The ticket's number.</summary>
    public static long Number(JsonElement ticket) => ticket.GetProperty("number").GetInt64();

    /// <summary>Opened by the user and brought as far as being worked on by the engineer.</summary>
    public async Task<long> InProgressAsync()
    {
        var number = Number(await OpenAsync(User));
        await DoAsync(Agent, number, "accept");
        await DoAsync(Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        await DoAsync(Engineer, number, "start");
        return number;
    }

    public async Task<long> ResolvedAsync()
    {
        var number = await InProgressAsync();
        await DoAsync(Engineer, number, "resolve", new { solution = "换了搓纸轮", cause = "搓纸轮磨损", tested = "连打 20 页" });
        return number;
    }

    /// <summary>Those who were told of a ticket since the last look, and what: <c>agent urged, user answered</c>.</summary>
    public async Task<string> TakeToldAsync(long number)
    {
        await using var command = Database.CreateCommand(
            """
            with told as (delete from notifications.notices where href like '%/' || $1::text returning *)
            select coalesce(string_agg(p.login || ' ' || replace(n.text_key, 'tickets.news.', ''), ', ' order by p.login, n.text_key), '')
            from told n
            join identity.people p on p.id = n.person_id
            """);
        command.Parameters.Add(new() { Value = number });
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    protected override async Task PrepareAsync()
    {
        var engineer = await this.AddPersonAsync("engineer", Roles.Engineer);
        var mate = await this.AddPersonAsync("mate", Roles.Engineer);
        var other = await this.AddPersonAsync("other", Roles.Engineer);
        await this.AddTeamAsync("printing", engineer, mate);
        await this.AddTeamAsync("network", other);
        User = await this.ProgramAsync(await this.AddPersonAsync("user"));
        Colleague = await this.ProgramAsync(await this.AddPersonAsync("colleague"));
        Agent = await this.ProgramAsync(await this.AddPersonAsync("agent", Roles.Agent));
        Engineer = await this.ProgramAsync(engineer);
        Mate = await this.ProgramAsync(mate);
        OtherTeam = await this.ProgramAsync(other);
        Auditor = await this.ProgramAsync(await this.AddPersonAsync("auditor", Roles.Auditor));
    }
}
