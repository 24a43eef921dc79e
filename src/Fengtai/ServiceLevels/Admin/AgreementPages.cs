using System.Globalization;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>Puts together what the pages of agreements show.</summary>
internal sealed class AgreementPages(
    FengtaiDb db, PolicyBook policies, CalendarBook calendars, Categories categories, Teams teams, People people, Capabilities capabilities, Compliance compliance, PromiseHistories histories, TimeProvider time,
    IStringLocalizer texts)
{
    private const int UsualGoal = 95;

    private DateOnly Today => AgreementFile.Day(time.GetUtcNow());

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var all = await db.Set<Agreement>().AsNoTracking().OrderBy(a => a.ValidUntil < Today).ThenBy(a => a.Name).ToListAsync(cancellation);
        var (month, named) = (KeptMonths.LastWhole(Today), await teams.AllAsync(cancellation));
        var kept = await compliance.OfAsync(all, month, month, cancellation);
        var responsible = await people.ManyAsync(all.Select(a => a.ResponsibleId).OfType<Guid>(), cancellation);
        return PageAnswers.Page<AgreementsPage>(new
        {
            Lines = all.Select(a => new AgreementLine(a, PartyOf(a, named), a.ResponsibleId is { } person ? responsible.GetValueOrDefault(person)?.Name : null, kept[a.Id].FirstOrDefault())).ToList(),
            Today,
        });
    }

    public async Task<IResult> DocumentAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } agreement)
        {
            return Results.NotFound();
        }
        var (tree, byId) = (await categories.TreeAsync(cancellation), (await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id));
        var all = (await db.Set<Policy>().AsNoTracking().Where(p => agreement.Policies.Contains(p.Id)).ToListAsync(cancellation)).OrderBy(p => p.Position);
        var (first, last) = KeptMonths.Of(Today);
        var kept = (await compliance.OfAsync([agreement], first, last, cancellation))[id].ToDictionary(k => k.Month);
        return PageAnswers.Page<AgreementPage>(new
        {
            Document = new AgreementDocument(
                agreement,
                PartyOf(agreement, await teams.AllAsync(cancellation)),
                agreement.ResponsibleId is { } person ? (await people.ManyAsync([person], cancellation)).GetValueOrDefault(person)?.Name : null,
                [.. agreement.Categories.Select(c => tree.Find(c)).OfType<Category>().Select(tree.PathNameOf)],
                agreement.CalendarId is { } calendar ? AgreementWords.Hours(byId.GetValueOrDefault(calendar), texts) : "",
                [.. all.Select(p => new AgreedPolicy(p, PolicyWords.Conditions(p.Conditions, tree, texts), AgreementWords.Hours(byId.GetValueOrDefault(p.CalendarId), texts)))],
                [.. Months(first, last).Where(m => kept.ContainsKey(m) || Touches(agreement, m)).Select(m => kept.GetValueOrDefault(m) ?? new(m, 0, 0))]),
            Today,
        });
    }

    public async Task<IResult> NewAsync(AgreementKind kind, CancellationToken cancellation, AgreementInput? input = null, IReadOnlyList<Refusal>? refusals = null)
    {
        var shown = input ?? AgreementInput.Of(new(kind, "", "", Today, null, null, null, "", UsualGoal, [])
        {
            CalendarId = kind == AgreementKind.Sla ? null : CalendarIds.ChineseOffice,
            // what a supplier does is not a team's time
            Pauses = kind == AgreementKind.Ola ? [.. DefaultPolicies.Pauses, WaitReason.Supplier] : DefaultPolicies.Pauses,
        });
        return PageAnswers.Page<NewAgreementPage>(new { Input = shown, Choices = await ChoicesAsync(shown, cancellation), Errors = PolicyErrors.Of(refusals ?? [], texts) }, StatusOf(refusals));
    }

    /// <summary>The form of an agreement; <paramref name="input"/> as it was typed where it comes back.</summary>
    /// <param name="lastDay">As it was typed for its end, where that comes back.</param>
    public async Task<IResult> EditAsync(Guid id, CancellationToken cancellation, AgreementInput? input = null, PolicyBasis? basis = null, IReadOnlyList<Refusal>? refusals = null, string? lastDay = null, MovesToConfirm? toConfirm = null)
    {
        if (await FindAsync(id, cancellation) is not { } agreement)
        {
            return Results.NotFound();
        }
        var draft = AgreementDraft.Of(agreement);
        var stored = AgreementInput.Of(draft);
        var isStale = refusals?.Any(r => r is ChangedMeanwhile) == true;
        // a form that comes back for another reason is still based on what it was based on
        var based = isStale || basis is null ? new(Fingerprint.Of(draft), ShownValues.Write(stored.Values())) : basis;
        var (before, typed) = (ShownValues.Read(basis?.Shown), (input ?? stored).Values());
        var shown = isStale ? AgreementInput.From(ThreeWay.Merged(before, stored.With(typed), typed)) : input ?? stored;
        var errors = isStale ? null : PolicyErrors.Of(refusals ?? [], texts);
        return PageAnswers.Page<EditAgreementPage>(
            new
            {
                Agreement = agreement,
                Input = shown,
                Basis = based,
                Choices = await ChoicesAsync(shown, cancellation),
                History = await histories.OfAsync(id, cancellation),
                Errors = lastDay is null ? errors : null,
                EndErrors = lastDay is null ? null : errors,
                LastDay = agreement.ValidUntil < Today ? null : lastDay ?? Day(agreement.ValidFrom > Today ? EndAgreement.Earliest(agreement.ValidFrom, Today) : Today),
                Differences = isStale ? await DifferencesAsync(ThreeWay.Changes(before, stored.With(before), typed), cancellation) : null,
                ToConfirm = toConfirm,
            },
            toConfirm is null ? StatusOf(refusals) : StatusCodes.Status422UnprocessableEntity);
    }

    private Task<Agreement?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<Agreement>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    private static string PartyOf(Agreement agreement, IReadOnlyList<TeamCard> teams) => agreement.Kind switch
    {
        AgreementKind.Sla => agreement.Customer,
        AgreementKind.Ola => teams.FirstOrDefault(t => t.Id == agreement.TeamId) is { } team ? NameOf(team) : "–",
        AgreementKind.Uc => agreement.Supplier,
    };

    private static string NameOf(TeamCard team) => new Wording(team.Name, team.NameEn).ToString();

    private async Task<AgreementChoices> ChoicesAsync(AgreementInput input, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var chosen = input.Many("categories");
        var promised = await policies.AllAsync(cancellation);
        return new(
            [.. (await calendars.ListAsync(cancellation)).Where(c => c.IsActive || input["calendar"] == c.Id.ToString()).Select(c => new Option(c.Id.ToString(), c.Name.ToString()))],
            [.. tree.InOrder.Where(c => tree.IsOffered(c) || chosen.Contains(c.Id.ToString())).Select(c => new Option(c.Id.ToString(), tree.PathNameOf(c)))],
            [.. (await teams.AllAsync(cancellation)).Select(t => new Option(t.Id.ToString(), NameOf(t)))],
            [.. promised.InOrder.Where(p => p.IsActive || input.Many("policies").Contains(p.Id.ToString())).Select(p => new Option(p.Id.ToString(), p.Title.ToString()))],
            [.. await ResponsibleAsync(input["responsible"], cancellation)]);
    }

    private async Task<IEnumerable<Option>> ResponsibleAsync(string chosen, CancellationToken cancellation)
    {
        var may = (await capabilities.WhoMayAsync(ServiceLevelPermissions.Read, cancellation)).ToList();
        // who looked after it before, and may not any more, is still named
        if (Guid.TryParse(chosen, out var id) && may.TrueForAll(p => p.Id != id) && (await people.ManyAsync([id], cancellation)).TryGetValue(id, out var former))
        {
            may.Add(former);
        }
        return may.Select(p => new Option(p.Id.ToString(), p.Name));
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(IReadOnlyList<MergedChange> changes, CancellationToken cancellation)
    {
        var choices = await ChoicesAsync(AgreementInput.From(new Dictionary<string, string>()), cancellation);
        var names = new[] { choices.Calendars, choices.Categories, choices.Teams, choices.Policies, choices.Responsible }.SelectMany(o => o).DistinctBy(o => o.Value).ToDictionary(o => o.Value, o => o.Text);
        return [.. changes.Where(c => !c.Name.EndsWith(".key", StringComparison.Ordinal)).Select(c => new Difference(PolicyErrors.Label(c.Name, texts), Said(c, c.Was), Said(c, c.Now), c.Typed is null ? null : Said(c, c.Typed)))];

        string Said(MergedChange change, string value) => change.Name.Split('.')[^1] is "categories" or "policies" or "pauses" or "acts" or "unit" or "moment" or "team" or "calendar" or "responsible"
            ? PolicyWords.Listed(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => names.GetValueOrDefault(v) ?? PolicyWords.Word(change.Name.Split('.')[^1], v, texts)), texts)
            : value;
    }

    private static IEnumerable<DateOnly> Months(DateOnly first, DateOnly last)
    {
        // the present one first
        for (var month = last; month >= first; month = month.AddMonths(-1))
        {
            yield return month;
        }
    }

    private static bool Touches(Agreement agreement, DateOnly month) => agreement.ValidFrom < month.AddMonths(1) && !(agreement.ValidUntil < month);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int StatusOf(IReadOnlyList<Refusal>? refusals) => refusals is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}

/// <summary>What can be chosen in an agreement's form, apart from words that never change.</summary>
public sealed record AgreementChoices(IReadOnlyList<Option> Calendars, IReadOnlyList<Option> Categories, IReadOnlyList<Option> Teams, IReadOnlyList<Option> Policies, IReadOnlyList<Option> Responsible);

/// <summary>A line of the list.</summary>
/// <param name="Kept">In the last whole month.</param>
public sealed record AgreementLine(Agreement Agreement, string Party, string? Responsible, KeptMonth? Kept);

/// <param name="Services">Names; empty: all.</param>
/// <param name="Months">Of the last twelve those in which it was valid or something was decided, the present one first.</param>
public sealed record AgreementDocument(
    Agreement Agreement, string Party, string? Responsible, IReadOnlyList<string> Services, string Hours, IReadOnlyList<AgreedPolicy> Policies, IReadOnlyList<KeptMonth> Months);

/// <summary>A policy that carries targets of an agreement.</summary>
public sealed record AgreedPolicy(Policy Policy, IReadOnlyList<string> Conditions, string Hours);
