using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

public sealed class AgreementChecksTests
{
    private static readonly Guid Policy = Guid.CreateVersion7();
    private static readonly Guid Manager = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();

    private static readonly AgreementGround Ground = new(
        new(new[] { new KeptCalendar(Office.Hours, new("办公", ""), Office.Of(Office.Hours), true), new KeptCalendar(Gone, new("旧", ""), Office.Of(Office.Hours), false) }.ToDictionary(c => c.Id), new([]), Office.At("09-21 09:00")),
        new HashSet<Guid> { Policy }, new HashSet<Guid> { Agreements.Desktop }, new HashSet<Guid> { Manager });

    private static readonly AgreementDraft Ola = new(AgreementKind.Ola, "桌面", "", new(2026, 1, 1), new(2026, 12, 31), new(2026, 10, 1), Manager, "", 95, [])
    {
        TeamId = Agreements.Desktop,
        CalendarId = Office.Hours,
        Targets = [new(Priority.Normal, 120, TargetUnit.Minutes)],
        Steps = [new("a", [], StepMoment.Due, 0, [StepAct.TellLead])],
    };

    private static readonly AgreementDraft Uc = Ola with { Kind = AgreementKind.Uc, TeamId = null, Supplier = "联想" };

    private static readonly AgreementDraft Sla = new(AgreementKind.Sla, "总部", "", new(2026, 1, 1), null, null, null, "", 95, []) { Customer = "总部各部门", Policies = [Policy] };

    /// <summary>Read on 21 September, when the agreement has held since January.</summary>
    public static TheoryData<string, object, string?> Edits => new()
    {
        { "longer", Ola with { ValidUntil = null }, null },
        { "until yesterday", Ola with { ValidUntil = new(2026, 9, 20), ReviewOn = null }, null },
        { "what was measured", Ola with { ValidUntil = new(2026, 9, 19), ReviewOn = null }, "agreementCannotEndThen until" },
        { "other team", Ola with { TeamId = Agreements.Network }, "agreementKeepsItsTeam team" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void WhatHasBeenMeasured_StaysMeasured(string what, object edited, string? expected)
    {
        var refusals = AgreementChecks.Of((AgreementDraft)edited, Ola, Ground with { Teams = new HashSet<Guid> { Agreements.Desktop, Agreements.Network } });
        Assert.Equal((what, expected ?? ""), (what, string.Join("; ", refusals.Select(r => $"{r.Code} {r.Field}"))));
        // before it begins, anything may change
        var later = Ola with { ValidFrom = new(2026, 10, 1), ReviewOn = null };
        Assert.Empty(AgreementChecks.Of(later with { TeamId = Agreements.Network, ValidUntil = new(2026, 10, 1) }, later, Ground with { Teams = new HashSet<Guid> { Agreements.Network } }));
    }

    public static TheoryData<string, object, string?> Drafts => new()
    {
        { "ola", Ola, null },
        { "uc", Uc, null },
        { "sla", Sla, null },
        { "no name", Ola with { Name = "" }, "missing name" },
        { "inverted", Ola with { ValidUntil = new(2025, 12, 31), ReviewOn = null }, "agreementEndsBeforeItBegins until" },
        { "one day", Ola with { ValidUntil = new(2026, 1, 1), ReviewOn = new(2026, 1, 1) }, null },
        { "review before", Ola with { ReviewOn = new(2025, 12, 31) }, "reviewIsOutside review" },
        { "review after", Ola with { ReviewOn = new(2027, 1, 1) }, "reviewIsOutside review" },
        { "open end", Ola with { ValidUntil = null, ReviewOn = new(2030, 1, 1) }, null },
        { "no goal", Ola with { Goal = 0 }, "numberIsNotUsable goal" },
        { "all", Ola with { Goal = 100 }, null },
        { "more than all", Ola with { Goal = 101 }, "numberIsNotUsable goal" },
        { "stranger", Ola with { ResponsibleId = Guid.CreateVersion7() }, "unknownValue responsible" },
        { "category", Ola with { Categories = [Guid.CreateVersion7()] }, "unknownValue categories" },
        { "no team", Ola with { TeamId = null }, "missing team" },
        { "team", Ola with { TeamId = Agreements.Network }, "unknownValue team" },
        { "no supplier", Uc with { Supplier = "" }, "missing supplier" },
        { "no calendar", Ola with { CalendarId = null }, "missing calendar" },
        { "calendar", Ola with { CalendarId = Guid.CreateVersion7() }, "unknownValue calendar" },
        { "old calendar", Ola with { CalendarId = Gone }, "calendarIsNotOffered calendar" },
        { "no target", Ola with { Targets = [] }, "nothingIsAgreed targets" },
        { "target", Ola with { Targets = [new(Priority.Low, 0, TargetUnit.Minutes)] }, "numberIsNotUsable low.value" },
        { "impossible", Ola with { Targets = [new(Priority.High, 9000, TargetUnit.WorkingDays)] }, "targetHasNoWorkingTime high.value" },
        { "twice", Ola with { Targets = [.. Ola.Targets, .. Ola.Targets] }, "targetIsGivenTwice normal.value" },
        { "step", Ola with { Steps = [new("a", [], StepMoment.Due, 0, [])] }, "stepHasNoAct step0.acts" },
        { "no customer", Sla with { Customer = "" }, "missing customer" },
        { "no policy", Sla with { Policies = [] }, "nothingIsAgreed policies" },
        { "policy", Sla with { Policies = [Guid.CreateVersion7()] }, "unknownValue policies" },
    };

    [Theory]
    [MemberData(nameof(Drafts), DisableDiscoveryEnumeration = true)]
    public void Draft_IsRefusedWithItsPlace(string name, object draft, string? refused)
    {
        Assert.NotEmpty(name);
        Assert.Equal(refused, Said(AgreementChecks.Of((AgreementDraft)draft, null, Ground)));
    }

    [Fact]
    public void WhatItNamesAlready_ItMayGoOnNaming() =>
        Assert.Empty(AgreementChecks.Of(Ola with { CalendarId = Gone, ResponsibleId = Agreements.Network }, Ola with { CalendarId = Gone, ResponsibleId = Agreements.Network }, Ground));

    private static string? Said(IEnumerable<Refusal> refusals) => refusals.Select(r => $"{r.Code} {r.Field}").ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;
}
