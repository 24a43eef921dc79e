using Fengtai.Catalog;
using Fengtai.Demo.Cast;
using Fengtai.Demo.Lives;
using Fengtai.Demo.Pictures;
using Fengtai.Demo.Stories;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.ServiceLevels;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Demo;

/// <summary>Fills an empty database with 示范集团, whole or not at all; the same every time, seen from the same moment.</summary>
internal sealed class Demonstration(FengtaiDb db, Categories categories, PriorityMatrixQuery matrix, FileStore files, TicketHistories histories, ClockHistories clocks, BringAgreements agreements, BringTemplates templates, BringMacros macros, IEnumerable<Grant> grants)
{
    private const ulong Seed = 20_260_301;
    private const int DaysSinceFounding = 200;

    private static readonly (string Category, string Team)[] Responsible =
    [
        ("hardware", Crew.Desktop), ("hardware.meeting", Crew.OnSite), ("software", Crew.Desktop), ("software.business", Crew.Systems), ("network", Crew.Network),
        ("account.access", Crew.Systems), ("card", Crew.OnSite), ("video", Crew.OnSite), ("phone", Crew.OnSite), ("door", Crew.OnSite), ("advice", Crew.Desktop),
    ];

    public async Task<FillResult> FillAsync(DateTimeOffset now, Action<string> say, CancellationToken cancellation)
    {
        now = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerSecond));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // several nodes may start at the same time; the second finds it filled
        await db.Database.ExecuteSqlAsync($"lock table identity.people in exclusive mode", cancellation);
        if (await db.Set<EventRow>().AnyAsync(e => e.SubjectId == DemonstrationFilled.Subject.Id, cancellation))
        {
            return FillResult.WasFilled;
        }
        if (await db.Set<Person>().AnyAsync(cancellation) || await db.Set<Ticket>().AnyAsync(cancellation))
        {
            return FillResult.HoldsOtherData;
        }
        say("Filling the demonstration: people, teams");
        var organisation = Organisation.Found(grants, now.AddDays(-DaysSinceFounding), new Chance(Seed));
        await AddAsync(organisation, cancellation);
        say("Filling the demonstration: three months of tickets");
        var pictures = new PictureShelf(files);
        await pictures.DrawAsync(Details.AllCodes, cancellation);
        var world = new World(organisation, await categories.TreeAsync(cancellation), await matrix.CurrentAsync(cancellation), pictures, now);
        var told = ThreeMonths.Tell(world, new Chance(Seed + 1)).ToList();
        say($"Filling the demonstration: {told.Count} tickets are being written");
        await db.CopyAsync(pictures.HandedOut, cancellation);
        var agreed = UsualAgreements.Of(organisation, world.Catalogue, await db.Set<Policy>().OrderBy(p => p.Position).Select(p => p.Id).ToListAsync(cancellation), now);
        await agreements.AddAsync(agreed, now.AddDays(-DaysSinceFounding), cancellation);
        var running = await clocks.RunAsync(told, agreed, now, cancellation);
        await histories.AddAsync(told, cancellation);
        await clocks.AddAsync(running, cancellation);
        await macros.AddAsync(UsualSteps.Of(organisation), now.AddDays(-DaysSinceFounding), cancellation);
        await templates.AddAsync(UsualTexts.Of(organisation), now.AddDays(-DaysSinceFounding), cancellation);
        await db.CopyAsync([EventRow.Of(DemonstrationFilled.Subject, new DemonstrationFilled(organisation.Everybody.Count(), told.Count), Actor.System, now)], cancellation);
        await transaction.CommitAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select platform.renew_statistics()", cancellation);
        say("The demonstration is ready");
        return FillResult.Filled;
    }

    private async Task AddAsync(Organisation organisation, CancellationToken cancellation)
    {
        var everybody = organisation.Everybody.Select(e => e.Person).ToList();
        await db.CopyAsync(everybody, cancellation);
        await db.CopyAsync(organisation.Teams, cancellation);
        await db.CopyAsync(organisation.Memberships(), cancellation);
        await db.CopyAsync(
            [
                .. everybody.Select(p => EventRow.Of(PersonEvent.Of(p.Id), new PersonCreated(p.Login, p.Name, p.Roles, "demonstration"), Actor.System, p.CreatedAt)),
                .. organisation.Teams.Select(t => EventRow.Of(TeamEvent.Of(t.Id), new TeamCreated(t.Code, t.Name, t.NameEn, t.Line), Actor.System, everybody[0].CreatedAt)),
            ],
            cancellation);
        foreach (var category in await db.Set<Category>().ToListAsync(cancellation))
        {
            if (Responsible.FirstOrDefault(r => r.Category == category.Code).Team is { } team)
            {
                category.DefaultTeamId = organisation.TeamOf(team).Id;
            }
        }
        await db.SaveChangesAsync(cancellation);
    }
}

internal enum FillResult
{
    /// <summary>Just now.</summary>
    Filled,

    /// <summary>Earlier; what people have done with it since is left alone.</summary>
    WasFilled,

    /// <summary>It belongs to somebody; nothing was done.</summary>
    HoldsOtherData,
}

/// <summary>This database is a demonstration.</summary>
internal sealed record DemonstrationFilled(int People, int Tickets) : Event
{
    public static readonly Subject Subject = new("demonstration", new("0199aa00-0000-7000-8000-0000000000de"));

    public override string Kind => "demonstrationFilled";
}
