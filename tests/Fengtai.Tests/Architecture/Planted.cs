// Each type here breaks one rule on purpose, in namespaces that look like practices, and proves that the check bites.
#pragma warning disable CA1812, CA1852, CA2211, CA1051, CA1508, CA1823, IDE0051, IDE0060, RCS1213, MA0041, MA0038, MA0069, MA0182, S1144
using Fengtai.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tests.Architecture.Planted.Identity
{
    public sealed class Person
    {
        internal string Secret { get; set; } = "";

        public string Name { get; set; } = "";
    }

    internal sealed class PersonCache;

    public static class IdentityModule
    {
        public static void Add()
        {
        }
    }
}

namespace Fengtai.Tests.Architecture.Planted.Identity.Desk
{
    public sealed class PersonCard;
}

namespace Fengtai.Tests.Architecture.Planted.Identity.Rules
{
    public sealed class PublicRule;
}

namespace Fengtai.Tests.Architecture.Planted.Calendars
{
    using Fengtai.Tests.Architecture.Planted.Identity;

    internal sealed class UsesAnEqual
    {
        public Person? Owner { get; set; }
    }
}

namespace Fengtai.Tests.Architecture.Planted.Tickets
{
    using Fengtai.Tests.Architecture.Planted.Identity;
    using Fengtai.Tests.Architecture.Planted.Reports;

    public sealed class Ticket
    {
        public Person? Requester { get; set; }
    }

    internal static class UsesAHigherPractice
    {
        public static async Task<int> RunAsync()
        {
            await Task.Yield();
            return new MonthlyReport().Pages;
        }
    }

    internal sealed class UsesAnInternalType
    {
        public IReadOnlyList<PersonCache>? All { get; set; }
    }

    internal static class UsesAnInternalMember
    {
        public static IEnumerable<string> Of(Person person)
        {
            yield return person.Secret;
        }
    }

    internal static class UsesAFace
    {
        public static readonly Func<object> Make = () => new Identity.Desk.PersonCard();
    }

    internal static class UsesTheShell
    {
        public static string Of() => Shell.Settings.Name;
    }

    internal static class NamesItsLayout
    {
        public static object Of() => new Shell.Layouts.DeskLayout();
    }

    internal static class TakesTheClock
    {
        public static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
    }

    internal static class TicketPermissions
    {
        public static readonly Permission Accept = new("tickets.accept");
        public static Permission Close = new("tickets.close");
    }
}

namespace Fengtai.Tests.Architecture.Planted.Tickets.Rules
{
    internal static class AsksTheDatabase
    {
        public static Task<int> Decide(DbContext db) => db.SaveChangesAsync();
    }

    internal static class KnowsTheWeb
    {
        public static int Decide(Microsoft.AspNetCore.Http.HttpContext http) => http.Response.StatusCode;
    }

    internal static class AsksTheClock
    {
        public static DateTimeOffset Decide(TimeProvider time) => time.GetUtcNow();
    }

    internal static class MakesIds
    {
        public static Guid Decide() => Guid.CreateVersion7();
    }

    internal static class IsPure
    {
        public static bool Decide(Ticket ticket, DateTimeOffset now) => ticket.Requester is not null && now.Year > 2000;
    }
}

namespace Fengtai.Tests.Architecture.Planted.Reports
{
    public sealed class MonthlyReport
    {
        public int Pages { get; set; }
    }
}

namespace Fengtai.Tests.Architecture.Planted.Shell
{
    internal static class Settings
    {
        public static string Name => "";
    }

    internal static class SeesMoreThanModules
    {
        public static void Compose()
        {
            Identity.IdentityModule.Add();
            _ = new Tickets.Ticket();
        }
    }
}

namespace Fengtai.Tests.Architecture.Planted.Shell.Layouts
{
    public sealed class DeskLayout;
}

namespace Fengtai.Tests.Architecture.Planted.Helpers
{
    internal static class IsNoPractice;
}
