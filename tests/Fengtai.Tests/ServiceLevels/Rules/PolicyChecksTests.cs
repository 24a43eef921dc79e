using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

public sealed class PolicyChecksTests
{
    private static readonly Guid Hardware = Guid.CreateVersion7();
    private static readonly Guid Printer = Guid.CreateVersion7();
    private static readonly Guid Network = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();

    private static readonly PolicyGround Ground = new(
        new[] { new KeptCalendar(Office.Hours, new("办公", ""), Office.Of(Office.Hours), true), new KeptCalendar(Office.Always, new("7×24", ""), Office.Of(Office.Always), true), new KeptCalendar(Gone, new("旧", ""), Office.Of(Office.Hours), false) }.ToDictionary(c => c.Id),
        new([Category(Hardware, null), Category(Printer, Hardware), Category(Network, null)]),
        Office.At("09-21 09:00"));

    private static readonly PolicyDraft Good = new(
        "一般", "Normal", PolicyConditions.None, Office.Hours, [new(ClockKind.Resolution, 240, TargetUnit.Minutes)], [WaitReason.User], [Step("a", StepMoment.Due, 0, [], StepAct.TellOwner)]);

    [Fact]
    public void WhatIsRight_IsNotRefused() => Assert.Empty(PolicyChecks.Of(Good, null, Ground));

    public static TheoryData<string, string?> Targets => new()
    {
        { "0 minutes", "numberIsNotUsable resolution.value" },
        { "-5 minutes", "numberIsNotUsable resolution.value" },
        { "1000001 minutes", "numberIsNotUsable resolution.value" },
        { "1000000 minutes", null },
        { "9000 workingDays", "targetHasNoWorkingTime resolution.value" },
        { "2147483647 workingDays", "numberIsNotUsable resolution.value" },
        { "5 workingDays", null },
        { "5 workingDays unknown", "unknownValue resolution.calendar" },
        { "5 workingDays gone", "calendarIsNotOffered resolution.calendar" },
        { "5 workingDays twice", "targetIsGivenTwice resolution.value" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Target_NamesItsPlace(string given, string? refused)
    {
        var words = given.Split(' ');
        Guid? calendar = words is [.., "unknown"] ? Guid.CreateVersion7() : words is [.., "gone"] ? Gone : null;
        var target = new PolicyTarget(ClockKind.Resolution, int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), Words.Parse<TargetUnit>(words[1]), calendar);

        Assert.Equal(refused, Said(PolicyChecks.Of(Good with { Targets = words is [.., "twice"] ? [target, target] : [target] }, null, Ground)));
    }

    [Theory]
    [InlineData(StepMoment.PercentLeft, 0, "numberIsNotUsable step1.value")]
    [InlineData(StepMoment.PercentLeft, 1, null)]
    [InlineData(StepMoment.PercentLeft, 99, null)]
    [InlineData(StepMoment.PercentLeft, 100, "numberIsNotUsable step1.value")]
    [InlineData(StepMoment.MinutesBefore, 0, "numberIsNotUsable step1.value")]
    [InlineData(StepMoment.MinutesAfter, -1, "numberIsNotUsable step1.value")]
    [InlineData(StepMoment.EveryMinutesAfter, 1, null)]
    public void Step_HasAMoment(StepMoment moment, int value, string? refused) =>
        Assert.Equal(refused, Said(PolicyChecks.Of(Good with { Steps = [.. Good.Steps, Step("b", moment, value, [], StepAct.TellLead)] }, null, Ground)));

    public static TheoryData<string, string> Steps => new()
    {
        { "none", "stepHasNoAct step1.acts" },
        { "key", "stepKeyIsTaken step1.moment" },
        { "same", "stepRepeatsAnother step1.acts" },
        { "sameForOne", "stepRepeatsAnother step1.acts" },
        { "others", "" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_DoesSomethingOfItsOwn(string how, string refused)
    {
        var step = how switch
        {
            "none" => Step("b", StepMoment.MinutesAfter, 5, []),
            "key" => Step("a", StepMoment.MinutesAfter, 5, [], StepAct.TellLead),
            "same" => Step("b", StepMoment.Due, 0, [], StepAct.TellLead, StepAct.TellOwner),
            "sameForOne" => Step("b", StepMoment.Due, 0, [ClockKind.Resolution], StepAct.TellOwner),
            _ => Step("b", StepMoment.Due, 0, [], StepAct.TellLead),
        };

        Assert.Equal(refused, Said(PolicyChecks.Of(Good with { Steps = [.. Good.Steps, step] }, null, Ground)) ?? "");
    }

    public static TheoryData<string, string?> Contradictions => new()
    {
        // when, of which clocks: which act
        { "percentLeft 90 of firstResponse: tellLead", null },
        { "percentLeft 91 of firstResponse: tellLead", "stepComesAtOnce step0.value" },
        { "percentLeft 91 of all: tellLead", "stepComesAtOnce step0.value" },
        { "percentLeft 99 of resolution: tellLead", null },
        { "minutesBefore 4 of all: tellLead", null },
        { "minutesBefore 5 of all: tellLead", "stepComesAtOnce step0.value" },
        { "minutesBefore 60 of resolution: tellLead", null },
        { "minutesBefore 5759 of plan: tellLead", null },
        { "minutesBefore 5760 of plan: tellLead", "stepComesAtOnce step0.value" },
        { "due 0 of arrival: tellLead", "stepIsForNothing step0.kinds" },
        { "due 0 of arrival,plan: tellLead", null },
        { "due 0 of ola: tellLead", null },
        { "minutesAfter 5 of all: raisePriority", null },
        { "everyMinutesAfter 1 of all: raisePriority", "priorityIsRaisedOnce step0.acts" },
        { "everyMinutesAfter 60 of resolution: nextLine", null },
        { "due 0 of confirmation: nextLine", "workIsDoneByThen step0.acts" },
        { "due 0 of confirmation: raisePriority", "workIsDoneByThen step0.acts" },
        { "due 0 of confirmation: tellOwner", null },
        { "due 0 of confirmation,resolution: nextLine", null },
    };

    /// <summary>Five minutes to respond, three working days for a plan, four hours to solve, a day to confirm.</summary>
    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Step_DoesNotContradictWhatIsPromised(string given, string? refused)
    {
        var words = given.Split(' ', ':');
        var kinds = words[3] == "all" ? [] : words[3].Split(',').Select(Words.Parse<ClockKind>).ToArray();
        var draft = Good with
        {
            Targets = [new(ClockKind.FirstResponse, 5, TargetUnit.Minutes), new(ClockKind.Plan, 3, TargetUnit.WorkingDays), new(ClockKind.Resolution, 240, TargetUnit.Minutes), new(ClockKind.Confirmation, 1440, TargetUnit.Minutes)],
            Steps = [Step("a", Words.Parse<StepMoment>(words[0]), int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), kinds, Words.Parse<StepAct>(words[^1]))],
        };
        Assert.Equal(refused, Said(PolicyChecks.Of(draft, null, Ground)));
    }

    [Fact]
    public void WhatIsUrgent_IsNotRaised()
    {
        var urgent = Good with { Conditions = PolicyConditions.Of(Priority.Urgent), Steps = [Step("a", StepMoment.Due, 0, [], StepAct.RaisePriority)] };
        Assert.Equal("priorityIsHighestAlready step0.acts", Said(PolicyChecks.Of(urgent, null, Ground)));
        Assert.Empty(PolicyChecks.Of(urgent with { Conditions = PolicyConditions.None with { Priorities = [Priority.Urgent, Priority.High] } }, null, Ground));
        Assert.Equal("stepIsForNothing step0.kinds", Said(PolicyChecks.Of(Good with { Targets = [] }, null, Ground)));
        Assert.All(DefaultPolicies.All, p => Assert.Empty(p.Steps.SelectMany((s, i) => StepChecks.Of(s, $"step{i}", PolicyDraft.Of(p)))));
    }

    [Fact]
    public void Calendar_IsKnownAndOffered_OrUsedAlready()
    {
        Assert.Equal("missing name", Said(PolicyChecks.Of(Good with { Name = "" }, null, Ground)));
        Assert.Equal("unknownValue calendar", Said(PolicyChecks.Of(Good with { CalendarId = Guid.CreateVersion7() }, null, Ground)));
        Assert.Equal("calendarIsNotOffered calendar", Said(PolicyChecks.Of(Good with { CalendarId = Gone }, null, Ground)));
        Assert.Empty(PolicyChecks.Of(Good with { CalendarId = Gone }, Good with { CalendarId = Gone }, Ground));
        Assert.Equal("unknownValue categories", Said(PolicyChecks.Of(Good with { Conditions = PolicyConditions.None with { Categories = [Guid.CreateVersion7()] } }, null, Ground)));
    }

    public static TheoryData<string, string, bool> Pairs => new()
    {
        { "all", "all", true },
        { "all", "vip", true },
        { "vip", "all", false },
        { "vip", "notVip", false },
        { "hardware", "printer", true },
        { "printer", "hardware", false },
        { "hardware", "network", false },
        { "hardware", "urgentPrinter", true },
        { "urgent", "urgentPrinter", true },
        { "urgent", "printer", false },
        { "office", "offices", false },
        { "offices", "office", true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void WhatAnEarlierOneTakes_IsNeverReached(string earlier, string later, bool covers)
    {
        var (first, second) = (Policy(earlier, 1), Policy(later, 2));

        Assert.Equal(covers ? $"policyIsNeverReached {earlier}" : null, Named(PolicyChecks.Reach([first, second], second.Id, Ground)));
        Assert.Equal(covers ? $"policyHidesAnother {later}" : null, Named(PolicyChecks.Reach([first, second], first.Id, Ground)));
    }

    [Fact]
    public void OnlyWhatIsInForce_TakesTickets_AndOnlyTheChangeIsBlamed()
    {
        var (first, second, third) = (Policy("all", 1), Policy("vip", 2), Policy("urgent", 3));
        first.IsActive = false;
        Assert.Empty(PolicyChecks.Reach([first, second, third], second.Id, Ground));
        Assert.Empty(PolicyChecks.Reach([first, second, third], first.Id, Ground));
        first.IsActive = true;
        Assert.Equal(2, PolicyChecks.Reach([first, second, third], first.Id, Ground).Count());
        second.IsActive = false;
        Assert.Equal("policyIsNeverReached all", Named(PolicyChecks.Reach([first, second, third], third.Id, Ground)));
    }

    private static string? Said(IEnumerable<Refusal> refusals) => refusals.Select(r => $"{r.Code} {r.Field}").SingleOrDefault();

    private static string? Named(IEnumerable<Refusal> refusals) => refusals.Select(r => $"{r.Code} {(r.Arguments[0] is IReadOnlyList<string> names ? string.Join('+', names) : r.Arguments[0])}").SingleOrDefault();

    private static EscalationStep Step(string key, StepMoment moment, int value, ClockKind[] kinds, params StepAct[] acts) => new(key, kinds, moment, value, acts);

    private static Category Category(Guid id, Guid? parent) => new() { Id = id, ParentId = parent, Code = id.ToString(), Name = "x", NameEn = "x", Icon = "folder" };

    private static Policy Policy(string name, int position) => new()
    {
        Position = position,
        Name = name,
        Conditions = name switch
        {
            "vip" => PolicyConditions.None with { Vip = true },
            "notVip" => PolicyConditions.None with { Vip = false },
            "hardware" => PolicyConditions.None with { Categories = [Hardware] },
            "printer" => PolicyConditions.None with { Categories = [Printer] },
            "network" => PolicyConditions.None with { Categories = [Network] },
            "urgent" => PolicyConditions.Of(Priority.Urgent),
            "urgentPrinter" => PolicyConditions.Of(Priority.Urgent) with { Categories = [Printer] },
            "office" => PolicyConditions.None with { Sites = ["一楼"] },
            "offices" => PolicyConditions.None with { Sites = ["二楼", "一楼"] },
            _ => PolicyConditions.None,
        },
    };
}
