using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>Puts together what the administration pages of policies show.</summary>
internal sealed class PolicyPages(FengtaiDb db, CalendarBook calendars, Categories categories, PromiseHistories histories, IStringLocalizer texts)
{
    public async Task<IResult> ListAsync(CancellationToken cancellation, IReadOnlyList<Refusal>? refusals = null) => PageAnswers.Page<PoliciesPage>(
        new
        {
            Policies = await InOrderAsync(cancellation),
            Calendars = (await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name.ToString()),
            Tree = await categories.TreeAsync(cancellation),
            Errors = PolicyErrors.Of(refusals ?? [], texts),
        },
        StatusOf(refusals is { Count: > 0 }));

    public async Task<IResult> NewAsync(PolicyInput? input, string? after, IReadOnlyList<Refusal> refusals, CancellationToken cancellation, PolicyTrial? trial = null)
    {
        var shown = input ?? PolicyInput.Of(new("", "", PolicyConditions.None, CalendarIds.ChineseOffice, [], [], []));
        return PageAnswers.Page<NewPolicyPage>(
            new
            {
                Input = shown,
                After = after,
                Places = (await InOrderAsync(cancellation)).Select(p => new Option(p.Id.ToString(), texts["levels.admin.after", p.Title.ToString()])).ToList(),
                Choices = await ChoicesAsync(shown, cancellation),
                Errors = PolicyErrors.Of(refusals, texts),
                Trial = trial,
            },
            StatusOf(refusals.Count > 0 || trial is not null));
    }

    /// <summary>The page of a policy; <paramref name="input"/> as it was typed where it comes back.</summary>
    public async Task<IResult> PolicyAsync(Guid id, CancellationToken cancellation, PolicyInput? input = null, PolicyBasis? basis = null, IReadOnlyList<Refusal>? refusals = null, MovesToConfirm? toConfirm = null, PolicyTrial? trial = null)
    {
        if (await db.Set<Policy>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } policy)
        {
            return Results.NotFound();
        }
        var draft = PolicyDraft.Of(policy);
        var stored = PolicyInput.Of(draft);
        var isStale = refusals?.Any(r => r is ChangedMeanwhile) == true;
        // a form that comes back for another reason is still based on what it was based on
        var based = isStale || basis is null ? new(Fingerprint.Of(draft), ShownValues.Write(stored.Values())) : basis;
        var (before, typed) = (ShownValues.Read(basis?.Shown), (input ?? stored).Values());
        var shown = isStale ? PolicyInput.From(ThreeWay.Merged(before, stored.With(typed), typed)) : input ?? stored;
        return PageAnswers.Page<PolicyPage>(
            new
            {
                Policy = policy,
                Input = shown,
                Basis = based,
                Choices = await ChoicesAsync(shown, cancellation),
                History = await histories.OfAsync(id, cancellation),
                Errors = isStale ? null : PolicyErrors.Of(refusals ?? [], texts),
                Differences = isStale ? await DifferencesAsync(ThreeWay.Changes(before, stored.With(before), typed), cancellation) : null,
                ToConfirm = toConfirm,
                Trial = trial,
            },
            StatusOf(refusals is { Count: > 0 } || toConfirm is not null || trial is not null));
    }

    /// <summary>As they are stored: a page that follows an edit shows it, whichever node it was made on.</summary>
    private Task<List<Policy>> InOrderAsync(CancellationToken cancellation) => db.Set<Policy>().AsNoTracking().OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellation);

    private async Task<PolicyChoices> ChoicesAsync(PolicyInput input, CancellationToken cancellation)
    {
        var used = PolicyInput.Kinds.Select(k => input[$"{Words.Of(k)}.calendar"]).Append(input["calendar"]).ToHashSet();
        var all = (await calendars.ListAsync(cancellation)).Where(c => c.IsActive || used.Contains(c.Id.ToString()));
        var tree = await categories.TreeAsync(cancellation);
        var chosen = input.Many("categories");
        return new(
            [.. all.Select(c => new Option(c.Id.ToString(), c.Name.ToString()))],
            [.. tree.InOrder.Where(c => tree.IsOffered(c) || chosen.Contains(c.Id.ToString())).Select(c => new Option(c.Id.ToString(), tree.PathNameOf(c)))]);
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(IReadOnlyList<MergedChange> changes, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var names = (await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id.ToString(), c => c.Name.ToString());
        foreach (var category in tree.All)
        {
            names[category.Id.ToString()] = tree.PathNameOf(category);
        }
        // a step's key is no matter of its reader's
        return [.. changes.Where(c => !c.Name.EndsWith(".key", StringComparison.Ordinal)).Select(c => new Difference(PolicyErrors.Label(c.Name, texts), Said(c, c.Was), Said(c, c.Now), c.Typed is null ? null : Said(c, c.Typed)))];

        string Said(MergedChange change, string value) => change.Name is "name" or "nameEn"
            ? value
            : PolicyWords.Listed(value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(v => names.GetValueOrDefault(v) ?? PolicyWords.Word(change.Name.Split('.')[^1], v, texts)), texts);
    }

    private static int StatusOf(bool comesBack) => comesBack ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}

/// <summary>What a form was rendered from.</summary>
/// <param name="Fingerprint">Of what was stored.</param>
/// <param name="Shown">The values, for telling later who changed what (ShownValues).</param>
public sealed record PolicyBasis(string Fingerprint, string Shown);

/// <summary>What can be chosen in a policy's form, apart from words that never change.</summary>
public sealed record PolicyChoices(IReadOnlyList<Option> Calendars, IReadOnlyList<Option> Categories);

/// <param name="Who">Null for the system.</param>
/// <param name="Kind">Of the event.</param>
public sealed record PolicyHistoryLine(DateTimeOffset At, string? Who, string Kind);

/// <summary>What saving a policy would move, to be confirmed.</summary>
/// <param name="Ended">Clocks that would be cancelled.</param>
/// <param name="Late">Clocks that a new step comes too late for.</param>
/// <param name="Confirmation">Says which change was shown with what it moves.</param>
public sealed record MovesToConfirm(IReadOnlyList<CalendarImpact> Moved, int Ended, int Late, string Confirmation);
