using FsCheck;
using FsCheck.Fluent;
using Fengtai.Catalog;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>Whether several policies together leave nothing to another one.</summary>
public sealed class PolicyReachTests
{
    // hardware with printer and screen below it; network
    private static readonly Guid Hardware = Guid.CreateVersion7();
    private static readonly Guid Printer = Guid.CreateVersion7();
    private static readonly Guid Screen = Guid.CreateVersion7();
    private static readonly Guid Network = Guid.CreateVersion7();

    private static readonly CategoryTree Tree = new([Category(Hardware, null), Category(Printer, Hardware), Category(Screen, Hardware), Category(Network, null)]);

    private static readonly PolicyGround Ground = new(new Dictionary<Guid, Fengtai.Calendars.KeptCalendar>(), Tree, Office.At("09-21 09:00"));

    public static TheoryData<string, string, string> Lists => new()
    {
        { "urgent high normal low", "hardware", "urgent+high+normal+low" },
        { "urgent high normal", "hardware", "" },
        { "urgent high normal low", "all", "urgent+high+normal+low" },
        { "vip urgent high normal low", "hardware", "urgent+high+normal+low" },
        { "vip notVip", "urgent", "vip+notVip" },
        { "vip notVip:urgent", "urgent", "vip+notVip:urgent" },
        { "vip notVip:urgent", "all", "" },
        // whatever is below hardware may also be hardware itself, or nothing
        { "printer screen", "hardware", "" },
        { "hardware network", "all", "" },
        { "hardware network", "printer,network", "hardware+network" },
        // somebody may sit elsewhere
        { "@one @two", "all", "" },
        { "@one @two", "@one,@two", "@one+@two" },
        { "@one @two", "@one,@two:vip", "@one+@two" },
        { "@one:urgent @two", "@one,@two", "" },
        { "incident serviceRequest changeRequest inquiry alert", "vip", "incident+serviceRequest+changeRequest+inquiry+alert" },
        { "incident,serviceRequest changeRequest,inquiry,alert", "vip", "incident,serviceRequest+changeRequest,inquiry,alert" },
        // one that takes all of it alone is named alone
        { "vip notVip hardware", "printer", "hardware" },
        { "urgent:vip urgent:notVip high:@one high,normal,low", "hardware", "urgent:vip+urgent:notVip+high,normal,low" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void WhatEarlierOnesTakeTogether_IsNeverReached(string earlier, string policy, string takers)
    {
        var all = $"{earlier} {policy}".Split(' ').Select(Policy).ToList();

        Assert.Equal(takers.Length == 0 ? [] : [$"policyIsNeverReached {takers}"], Said(PolicyChecks.Reach(all, all[^1].Id, Ground)));
    }

    [Fact]
    public void OneThatClosesTheLastGap_HidesWhatStandsBehind_AndOnlyThatOneIsBlamed()
    {
        List<Policy> all = [Policy("urgent"), Policy("high"), Policy("normal"), Policy("low"), Policy("hardware")];
        all[3].IsActive = false;
        Assert.Empty(PolicyChecks.Reach(all, all[4].Id, Ground));
        all[3].IsActive = true;
        Assert.Equal(["policyHidesAnother hardware by urgent+high+normal+low"], Said(PolicyChecks.Reach(all, all[3].Id, Ground)));
        // what was hidden before is not the fault of a newcomer
        var newcomer = Policy("vip");
        Assert.Empty(PolicyChecks.Reach([newcomer, .. all], newcomer.Id, Ground));
    }

    [Fact]
    public void TakersAreExactlyWhatIsFoundByTryingEveryTicket() => Prop.ForAll(Somehow().ArrayOf(7).ToArbitrary(), all =>
    {
        var (policy, earlier) = (6, Enumerable.Range(0, 6).ToList());
        var takers = new PolicyReach(all, Tree).TakersOf(policy, earlier);

        Assert.Equal(Takes(earlier), takers.Count > 0);
        Assert.True(takers.Count == 0 || Takes(takers));
        Assert.All(takers, t => Assert.False(Takes(takers.Where(o => o != t)) && takers.Count > 1));

        bool Takes(IEnumerable<int> some) => some.ToList() is var others && Tickets.Where(t => PolicyMatch.Fits(all[policy].Conditions, t)).All(t => others.Exists(o => PolicyMatch.Fits(all[o].Conditions, t)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void ManyEntangledOnes_ComeToAnEnd()
    {
        var random = new Random(7);
        var words = new[] { "urgent", "high", "normal", "low", "incident", "alert", "inquiry", "vip", "notVip", "hardware", "network", "@one", "@two", "@three", "@four" };
        var all = Enumerable.Range(0, 200).Select(_ => Policy(string.Join(':', random.GetItems(words, 3).Distinct()))).ToList();

        Assert.NotNull(PolicyChecks.Reach([Policy("all"), .. all], all[0].Id, Ground).ToList());
        Assert.NotNull(PolicyChecks.Reach(all, all[^1].Id, Ground).ToList());
    }

    /// <summary>Few answers to many questions, so that boxes often meet.</summary>
    private static Gen<Policy> Somehow() =>
        from priorities in Some(Priority.Urgent, Priority.High)
        from types in Some(TicketType.Incident, TicketType.Alert)
        from categories in Some(Hardware, Printer, Network)
        from sites in Some("one", "two")
        from departments in Some("a")
        from vip in Gen.Elements<bool?>(null, null, null, true, false)
        from rest in Gen.Elements(false, false, true)
        select new Policy
        {
            Conditions = new(
                rest && types.Count > 0 ? [.. Enum.GetValues<TicketType>().Except(types)] : types, categories,
                rest && priorities.Count > 0 ? [.. Enum.GetValues<Priority>().Except(priorities)] : priorities, departments, sites, [], vip),
        };

    /// <summary>More often nothing is asked.</summary>
    private static Gen<IReadOnlyList<T>> Some<T>(params T[] values) =>
        from asks in Gen.Elements(false, false, true)
        from chosen in Gen.SubListOf(values)
        select asks ? (IReadOnlyList<T>)[.. chosen] : [];

    private static readonly List<TicketFacts> Tickets =
    [
        .. from type in Enum.GetValues<TicketType>()
           from priority in Enum.GetValues<Priority>()
           from category in new Guid?[] { null, Hardware, Printer, Screen, Network }
           from site in new[] { null, "one", "two", "elsewhere" }
           from department in new[] { null, "a", "b" }
           from vip in new[] { true, false }
           select new TicketFacts(type, category is { } c ? Tree.PathOf(Tree.Find(c)!).Select(x => x.Id).ToHashSet() : [], priority, department, site, Channel.Portal, vip),
    ];

    /// <summary>Questions are parted by colons, answers by commas.</summary>
    private static Policy Policy(string name) => new() { Name = name, Conditions = name.Split(':').SelectMany(q => q.Split(',')).Aggregate(PolicyConditions.None, With) };

    private static PolicyConditions With(PolicyConditions asked, string word) => word switch
    {
        "all" => asked,
        "vip" => asked with { Vip = true },
        "notVip" => asked with { Vip = false },
        "hardware" => asked with { Categories = [.. asked.Categories, Hardware] },
        "printer" => asked with { Categories = [.. asked.Categories, Printer] },
        "screen" => asked with { Categories = [.. asked.Categories, Screen] },
        "network" => asked with { Categories = [.. asked.Categories, Network] },
        ['@', .. var site] => asked with { Sites = [.. asked.Sites, site] },
        _ when Words.TryParse<Priority>(word, out var priority) => asked with { Priorities = [.. asked.Priorities, priority] },
        _ => asked with { Types = [.. asked.Types, Words.Parse<TicketType>(word)] },
    };

    private static IEnumerable<string> Said(IEnumerable<Refusal> refusals) => refusals.Select(r => r switch
    {
        PolicyIsNeverReached never => $"{r.Code} {string.Join('+', never.Earlier)}",
        PolicyHidesAnother hides => $"{r.Code} {hides.Later} by {string.Join('+', hides.Earlier)}",
        _ => r.Code,
    });

    private static Category Category(Guid id, Guid? parent) => new() { Id = id, ParentId = parent, Code = id.ToString(), Name = "x", NameEn = "x", Icon = "folder" };
}
