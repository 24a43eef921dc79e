using System.Reflection;
using Fengtai.Platform.Practices;
using Xunit;

namespace Fengtai.Tests.Architecture;

public sealed class ArchitectureTests
{
    private const string Root = "Fengtai";
    private static readonly Assembly Product = typeof(Program).Assembly;
    private static readonly Assembly Platform = typeof(Practice).Assembly;

    [Fact]
    public void Practices_KeepTheirBoundaries() =>
        AssertNone(new Boundaries(Root).Violations(Product.GetTypes()));

    [Fact]
    public void Walk_SeesTheProduct()
    {
        var composition = Product.GetTypes().Single(t => t.FullName == "Fengtai.Shell.Composition");
        Assert.Contains(Uses.Of(composition), u => u.What is MethodInfo { Name: "get_System" } m && m.DeclaringType == typeof(TimeProvider));
    }

    [Fact]
    public void Assemblies_ReferenceOnlyWhatIsBelow()
    {
        AssertNone(Forbidden(Platform));
        AssertNone(Forbidden(Product));
    }

    [Theory]
    [InlineData("Fengtai.Platform", "Fengtai", true)]
    [InlineData("Fengtai.Platform", "Fengtai.Mail", true)]
    [InlineData("Fengtai.Platform", "Npgsql", false)]
    [InlineData("Fengtai.Mail", "Fengtai.Platform", true)]
    [InlineData("Fengtai.Mail", "Microsoft.EntityFrameworkCore", true)]
    [InlineData("Fengtai", "Fengtai.Platform", false)]
    [InlineData("Fengtai", "Fengtai.Tests", true)]
    public void Reference_ThatPointsUpwards_IsForbidden(string assembly, string referenced, bool forbidden) =>
        Assert.Equal(forbidden, IsForbidden(assembly, referenced));

    [Theory]
    [InlineData("Calendars.UsesAnEqual.get_Owner uses Identity.Person: Calendars stands no higher than Identity")]
    [InlineData("Tickets.UsesAHigherPractice+<RunAsync>d__0.MoveNext uses Reports.MonthlyReport: Tickets stands no higher than Reports")]
    [InlineData("Tickets.UsesAnInternalType.get_All uses Identity.PersonCache: it is not in the contract of Identity: the public types of its root namespace")]
    [InlineData("uses Identity.Person.get_Secret: it is not in the contract of Identity: the public types of its root namespace")]
    [InlineData("uses Identity.Desk.PersonCard: it is not in the contract of Identity: the public types of its root namespace")]
    [InlineData("Identity.Rules.PublicRule: is public outside the root namespace of its practice")]
    [InlineData("Tickets.UsesTheShell.Of uses Shell.Settings: what composes the application knows the practices, not the other way round")]
    [InlineData("Shell.SeesMoreThanModules.Compose uses Tickets.Ticket: of a practice, the shell sees its module alone")]
    [InlineData("Tickets.TakesTheClock.Now uses System.TimeProvider.get_System: the clock is given by the composition root")]
    [InlineData("Tickets.Rules.MakesIds.Decide uses System.Guid.CreateVersion7: rules are pure: no clock, no chance, no database, no web")]
    [InlineData("Tickets.TicketPermissions.Close: a permission is a static readonly field")]
    [InlineData("Tickets.Rules.AsksTheDatabase.Decide uses Microsoft.EntityFrameworkCore.DbContext: rules are pure: no clock, no chance, no database, no web")]
    [InlineData("Tickets.Rules.KnowsTheWeb.Decide uses Microsoft.AspNetCore.Http.HttpContext: rules are pure: no clock, no chance, no database, no web")]
    [InlineData("Tickets.Rules.AsksTheClock.Decide uses System.TimeProvider: rules are pure: no clock, no chance, no database, no web")]
    [InlineData("Helpers.IsNoPractice: Helpers is no practice of the tier map")]
    public void PlantedViolation_IsFound(string violation) =>
        Assert.Contains(Planted(), v => v.EndsWith(violation, StringComparison.Ordinal));

    [Theory]
    [InlineData("IsPure")]
    [InlineData("NamesItsLayout")]
    [InlineData("Ticket.")]
    [InlineData("TicketPermissions.Accept")]
    [InlineData("IdentityModule")]
    public void WhatKeepsTheRules_IsLeftAlone(string type) =>
        Assert.DoesNotContain(Planted(), v => v.Split(' ')[0].Contains(type, StringComparison.Ordinal) || v.Contains($" uses Identity.{type}", StringComparison.Ordinal));

    private static void AssertNone(IEnumerable<string> violations)
    {
        var all = string.Join('\n', violations);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> Planted() =>
        new Boundaries("Fengtai.Tests.Architecture.Planted").Violations(typeof(ArchitectureTests).Assembly.GetTypes());

    private static IEnumerable<string> Forbidden(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Where(r => IsForbidden(assembly.GetName().Name!, r.Name!))
            .Select(r => $"{assembly.GetName().Name} references {r.Name}");

    private static bool IsForbidden(string assembly, string referenced) => assembly switch
    {
        "Fengtai.Platform" => IsOurs(referenced),
        "Fengtai.Mail" => IsOurs(referenced) || referenced.StartsWith("Npgsql", StringComparison.Ordinal) || referenced.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal),
        _ => IsOurs(referenced) && referenced is not ("Fengtai.Platform" or "Fengtai.Mail"),
    };

    private static bool IsOurs(string assembly) => assembly == Root || assembly.StartsWith(Root + ".", StringComparison.Ordinal);
}
