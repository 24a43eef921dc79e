using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tests.Support;

/// <summary>People who are there, and signed in, without the time that typing and hashing passwords takes.</summary>
internal static class TestPeople
{
    /// <param name="roles">A plain user where none is named.</param>
    public static Task<Person> AddPersonAsync(this App app, string login, params string[] roles) => app.AddPersonAsync(new PersonForm { Login = login, Name = login }, roles);

    public static Task<Person> AddPersonAsync(this App app, PersonForm person, params string[] roles) => app.RunAsync(async services =>
    {
        var created = await services.GetRequiredService<CreatePerson>()
            .RunAsync(person, roles.Length == 0 ? [Roles.User] : roles, null, false, "administration", Actor.System, default);
        return created.Value;
    });

    public static Task<Team> AddTeamAsync(this App app, string code, params Person[] members) => app.AddTeamAsync(code, TeamLine.Second, members);

    public static Task<Team> AddTeamAsync(this App app, string code, TeamLine line, params Person[] members) => app.RunAsync(async services =>
    {
        var work = services.GetRequiredService<Work>();
        var team = Team.Create(code, code, code, line);
        work.Db.Add(team);
        work.Record(TeamEvent.Of(team.Id), new TeamCreated(code, code, code, line), Actor.System);
        work.Db.AddRange(members.Select(m => new TeamMember { TeamId = team.Id, PersonId = m.Id }));
        await work.SaveAsync(default);
        return team;
    });

    /// <summary>Somebody leads a team that is there.</summary>
    public static Task AddLeadAsync(this App app, string team, Person lead) => app.RunAsync(async services =>
    {
        var work = services.GetRequiredService<Work>();
        work.Db.Add(new TeamMember { TeamId = await work.Db.Set<Team>().Where(t => t.Code == team).Select(t => t.Id).SingleAsync(), PersonId = lead.Id, IsLead = true });
        return await work.SaveAsync(default);
    });

    /// <summary>A browser in which the person has signed in.</summary>
    public static async Task<Browser> BrowseAsync(this App app, Person person)
    {
        var browser = await app.Browse();
        var session = await app.RunAsync(async services =>
        {
            var work = services.GetRequiredService<Work>();
            var started = work.StartSession(person, new("192.0.2.1", "Test"), stay: false);
            await work.SaveAsync(default);
            return started;
        });
        browser.KeepCookie(SessionCookie.Name, session.Secret);
        return browser;
    }

    /// <summary>A program with a token of the person.</summary>
    public static async Task<Browser> ProgramAsync(this App app, Person person, string scope = "write") =>
        await app.Browse(await app.RunAsync(async services =>
        {
            var token = await services.GetRequiredService<CreateToken>()
                .RunAsync(person.Id, new() { TokenName = "test", Scope = scope, Days = "365" }, Actor.System, default);
            return token.Value.Secret;
        }));
}
