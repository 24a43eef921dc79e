using System.CommandLine;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Fengtai.Identity;

/// <summary>People, teams, and who they are when they knock.</summary>
public sealed class IdentityModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, IdentityTables>();
        services.AddScoped<People>();
        services.AddScoped<Workplaces>();
        services.AddKept<IReadOnlyList<TeamCard>>("team").AddKept<Holders>("person").AddKept<PersonCards>("person");
        services.AddScoped<Teams>();
        services.AddScoped<Capabilities>();
        services.AddSingleton<RolePermissions>();
        services.AddSingleton<Credentials>();
        services.AddScoped<Actors>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton(new PasswordHasher<Account>(PasswordHashing.Options));
        services.AddAuthentication(SignedInHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, SignedInHandler>(SignedInHandler.SchemeName, null);
        services.AddSingleton<IBeforeReady, SayFirstRunLink>();
        services.AddRecurring<SweepSignIns>(SweepSignIns.Name, TimeSpan.FromHours(1));
        services.AddUniqueRule(CreatePerson.LoginUnique, () => new LoginIsTaken());
        services.AddUniqueRule(CreatePerson.StaffNumberUnique, () => new StaffNumberIsTaken());
        services.AddSingleton<DemoSignIn>();
        services.AddPaletteSource<PeoplePalette>();
        services.AddSingleton(new PersonPlace(person => $"{PeopleQuery.Path}/{person.Id}", IdentityPermissions.Administer, Order: 90));
        services.AddSingleton(new WarmPage(AccessMiddleware.SignInPath));
        services.AddSlot<AccountMenuItem>("person.menu");
        services.AddUniqueRule(ChangeTeams.CodeUnique, () => new TeamCodeIsTaken());
        services.AddNavigation(new(Area.Admin, "identity.people", "users", PeopleQuery.Path, IdentityPermissions.Administer, 10));
        services.AddNavigation(new(Area.Admin, "identity.teams", "users-group", "/admin/teams", IdentityPermissions.Administer, 11));
        services.AddNavigation(new(Area.Admin, "identity.roles", "shield-lock", "/admin/roles", IdentityPermissions.Administer, 12));
        AddUseCases(services);
        services.AddGrants(IdentityPermissions.Administer, Roles.Administrator);
        services.AddGrants(PlatformPermissions.Operate, Roles.Administrator);
        services.AddGrants(
            IdentityPermissions.FindPeople,
            Roles.Agent,
            Roles.Lead,
            Roles.Engineer,
            Roles.Manager,
            Roles.ServiceLevelManager,
            Roles.Quality,
            Roles.Administrator,
            Roles.Auditor);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SignInRoutes.Map(routes);
        AccountRoutes.Map(routes);
        PeopleRoutes.Map(routes);
        ImportRoutes.Map(routes);
        ExportPeople.Map(routes);
        TeamRoutes.Map(routes);
        PeopleApi.Map(routes);
    }

    public override IEnumerable<Command> Commands(BesideServer beside) => IdentityCommands.All(beside);

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<SignIn>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<MakePasswordLink>();
        services.AddScoped<SetPassword>();
        services.AddScoped<FirstRun>();
        services.AddScoped<CreatePerson>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<ChangeAccess>();
        services.AddScoped<ChangeOwnDetails>();
        services.AddScoped<EndSession>();
        services.AddScoped<CreateToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<OwnAccess>();
        services.AddScoped<PeopleList>();
        services.AddScoped<PersonRecord>();
        services.AddScoped<ChangeTeams>();
        services.AddScoped<ChangeMembers>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<ExportPeople>();
    }
}
