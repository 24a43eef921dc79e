using System.Net;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Live;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Notifications;

/// <summary>What people are told in the page, and what becomes of it.</summary>
public sealed class NoticesTests(App app) : IClassFixture<App>
{
    private static readonly Told Something = new("assigned", "tickets.news.assigned", ["100042", "打印机卡纸"], "/ui");

    [Fact]
    public async Task Notice_IsCounted_ShownAndRead()
    {
        var person = await app.AddPersonAsync("anna");
        var browser = await app.BrowseAsync(person);
        await TellAsync(Actor.System, person.Id);
        var page = await browser.OpenAsync("/notices");
        Assert.Equal("1", page.One(".bell .count").TextContent);
        Assert.Contains("100042", page.One(".notices .unread").TextContent, StringComparison.Ordinal);
        var opened = await browser.SendAsync(page.Filled(".notices form", [], []));
        Assert.Equal((HttpStatusCode.SeeOther, "/ui"), (opened.StatusCode, opened.Headers.Location?.ToString()));
        var after = await browser.OpenAsync("/desk/notices");
        Assert.Empty(after.All(".bell .count"));
        Assert.Empty(after.All(".notices .unread"));
        Assert.Single(after.All(".notices li"));
    }

    [Fact]
    public async Task All_AreReadAtOnce_AndOneReturnsToWhereOneWas()
    {
        var person = await app.AddPersonAsync("bert");
        var browser = await app.BrowseAsync(person);
        for (var i = 0; i < 120; i++)
        {
            await TellAsync(Actor.System, person.Id);
        }
        var page = await browser.OpenAsync("/desk/notices");
        Assert.Equal("99+", page.One(".bell .count").TextContent);
        var rest = await browser.OpenAsync(page.One(".pager a[rel=next]").GetAttribute("href")!);
        Assert.Equal(50, rest.All(".notices li").Count);
        var read = await browser.SubmitAsync(page, "form[action='/notices/read']");
        Assert.Equal("/desk/notices", read.Path);
        Assert.Empty(read.All(".bell .count"));
        Assert.Empty(read.All("form[action='/notices/read']"));
    }

    [Fact]
    public async Task NobodyIsTold_OfWhatTheyDidThemselves_OrTwice()
    {
        var (doer, other) = (await app.AddPersonAsync("carl"), await app.AddPersonAsync("dora"));
        await TellAsync(new Actor { Id = doer.Id, Login = "carl" }, doer.Id, other.Id, other.Id);
        Assert.Equal((0L, 1L), (await CountAsync(doer), await CountAsync(other)));
    }

    [Fact]
    public async Task NoticesOfOthers_AreNotThere()
    {
        var (owner, stranger) = (await app.AddPersonAsync("emil"), await app.AddPersonAsync("fritz"));
        await TellAsync(Actor.System, owner.Id);
        var browser = await app.BrowseAsync(stranger);
        Assert.Empty((await browser.OpenAsync("/notices")).All(".notices li"));
        await using var command = app.Database.CreateCommand("select id from notifications.notices where person_id = $1");
        command.Parameters.Add(new() { Value = owner.Id });
        var id = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostFormAsync($"/notices/{id}")).StatusCode);
        await browser.PostFormAsync("/notices/read");
        Assert.Equal(1, await CountAsync(owner, "read_at is null"));
    }

    [Fact]
    public async Task WhatIsRead_IsNotAmongTheUnread()
    {
        var person = await app.AddPersonAsync("hans");
        var browser = await app.BrowseAsync(person);
        await TellAsync(Actor.System, person.Id);
        await TellAsync(Actor.System, person.Id);
        var page = await browser.OpenAsync("/notices?unread=true");
        Assert.Equal(2, page.All(".notices li").Count);
        await browser.SendAsync(page.Filled(".notices form", [], []));
        Assert.Single((await browser.OpenAsync("/desk/notices?unread=true")).All(".notices li"));
        await browser.SubmitAsync(page, "form[action='/notices/read']");
        Assert.Contains("没有未读通知", (await browser.OpenAsync("/notices?unread=true")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await browser.OpenAsync("/notices")).All(".notices li").Count);
    }

    [Fact]
    public async Task WhatNobodyWants_IsNotTold()
    {
        var (person, other) = (await app.AddPersonAsync("ida", Roles.Engineer), await app.AddPersonAsync("jan", Roles.Engineer));
        var browser = await app.BrowseAsync(person);
        var page = await browser.OpenAsync("/account/notices");
        Assert.All(page.All("input[name=kinds]"), i => Assert.True(i.HasAttribute("checked")));
        Assert.Contains("assigned", page.All("input[name=kinds]").Select(i => i.GetAttribute("value")));
        var saved = await browser.SubmitAsync(page, "main form", ("kinds", "mentioned"), ("kinds", "watched"));
        Assert.Equal(["mentioned", "watched"], saved.All("input[name=kinds][checked]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));
        await TellAsync(Actor.System, person.Id, other.Id);
        Assert.Equal((0L, 1L), (await CountAsync(person), await CountAsync(other)));
        await browser.SubmitAsync(saved, "main form", ("kinds", "assigned"));
        await TellAsync(Actor.System, person.Id);
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task Choices_AreThoseThatConcernSomebody()
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync("karl"));
        var page = await browser.OpenAsync("/account/notices");
        Assert.Equal(["ownRequests"], page.All("input[name=kinds]").Select(i => i.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostFormAsync("/account/notices", ("kinds", "assigned"))).StatusCode);
    }

    [Fact]
    public async Task EverybodyWatches_OnlyTheirOwn()
    {
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var rule = app.Services.GetServices<ITopicRule>().Single(r => r.SubjectKind == "notice");
        var actor = new Actor { Id = mine };
        Assert.Equal(
            [Sight.All, Sight.None, Sight.None, Sight.None],
            [
                await rule.SightAsync(actor, mine, default), await rule.SightAsync(actor, theirs, default),
                await rule.SightAsync(actor, null, default), await rule.SightAsync(Actor.Anonymous, Guid.Empty, default),
            ]);
    }

    [Fact]
    public async Task Notices_GoAfterNinetyDays()
    {
        var person = await app.AddPersonAsync("gerda");
        await TellAsync(Actor.System, person.Id);
        app.Clock.Advance(TimeSpan.FromDays(89));
        await app.RunRecurringAsync("notifications.sweep");
        Assert.Equal(1, await CountAsync(person));
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunRecurringAsync("notifications.sweep");
        Assert.Equal(0, await CountAsync(person));
    }

    [Fact]
    public async Task Strangers_AreAskedToSignIn() =>
        Assert.StartsWith("/sign-in", (await (await app.Browse()).GetAsync("/notices")).Headers.Location?.ToString(), StringComparison.Ordinal);

    private Task TellAsync(Actor by, params Guid[] people) => app.RunAsync(async services =>
    {
        await services.GetRequiredService<Notices>().TellAsync(people, Something, by, default);
        return await services.GetRequiredService<Platform.Events.Work>().SaveAsync(default);
    });

    private async Task<long> CountAsync(Person person, string condition = "true")
    {
        await using var command = app.Database.CreateCommand($"select count(*) from notifications.notices where person_id = $1 and {condition}");
        command.Parameters.Add(new() { Value = person.Id });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
