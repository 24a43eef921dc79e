using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class PeopleTests(PeopleTests.Company app) : IClassFixture<PeopleTests.Company>
{
    [Theory]
    [InlineData("王晓雨", "wangxy")]
    [InlineData("晓雨", "wangxy")]
    [InlineData("雨", "wangxy")]
    [InlineData("wxy", "wangxy")]
    [InlineData("wangxiaoyu", "wangxy")]
    [InlineData("WangXiaoYu", "wangxy")]
    [InlineData("wang xiaoyu", "wangxy")]
    [InlineData("xiaoyu", "wangxy")]
    [InlineData("xy", "wangxy")]
    [InlineData("13800138000", "wangxy")]
    [InlineData("8000", "wangxy")]
    [InlineData("138-0013-8000", "wangxy")]
    [InlineData("E00123", "wangxy")]
    [InlineData("e00123", "wangxy")]
    [InlineData("123", "wangxy")]
    [InlineData("zengguoqiang", "zenggq")]
    [InlineData("曾", "zenggq")]
    [InlineData("6612", "zenggq")]
    [InlineData("anna.lee", "anna.lee")]
    [InlineData("lee", "anna.lee")]
    [InlineData("财务 曾", "zenggq")]
    [InlineData("财务 王", "")]
    [InlineData("gone", "")]
    [InlineData("没有这个人", "")]
    [InlineData("", "")]
    [InlineData("' | ! & : *", "")]
    [InlineData("%_\\", "")]
    public async Task PeopleAreFound_ByWhatTheDeskTypes(string words, string logins) =>
        Assert.Equal(logins, string.Join(' ', (await app.RunAsync(s => s.GetRequiredService<People>().SearchAsync(words, 10))).Select(p => p.Login)));

    [Fact]
    public async Task ExactLoginOrNumber_ComesFirst()
    {
        var found = await app.RunAsync(s => s.GetRequiredService<People>().SearchAsync("li", 10));
        Assert.Equal("li", found[0].Login);
        Assert.True(found.Count > 1);
    }

    [Fact]
    public async Task List_IsInOrderOfPinyin_PageByPage_BothWays()
    {
        var page1 = await AskAsync(new(3));
        var page2 = await AskAsync(new(3) { After = page1.After });
        var back = await AskAsync(new(3) { Before = page2.Before });
        Assert.Null(page1.Before);
        Assert.Equal(Logins(page1), Logins(back));
        Assert.Null(back.Before);
        Assert.Equal(["anna.lee", "gone", "lihua", "li", "wangxy", "zenggq"], Logins(page1).Concat(Logins(page2)));
        Assert.Null(page2.After);
    }

    [Theory]
    [InlineData(null, null, null, 6)]
    [InlineData("agent", null, null, 1)]
    [InlineData(null, "li", null, 2)]
    [InlineData(null, null, false, 1)]
    [InlineData(null, "?!", null, 0)]
    public async Task List_IsFiltered(string? role, string? words, bool? active, int count) =>
        Assert.Equal(count, (await AskAsync(new(50) { Role = role, Words = words, IsActive = active })).People.Count);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAA")]
    [InlineData("%00")]
    public async Task ForeignCursor_BeginsAtTheBeginning(string cursor) =>
        Assert.Equal("anna.lee", (await AskAsync(new(1) { After = cursor })).People[0].Person.Login);

    [Fact]
    public async Task Api_ListsActivePeople_PageByPage()
    {
        var program = await app.ProgramAsync(app.Agent);
        var first = await JsonAsync(await program.GetAsync("/api/v1/people?limit=4"));
        var second = await JsonAsync(await program.GetAsync($"/api/v1/people?limit=4&after={first.GetProperty("next").GetString()}"));
        Assert.Equal(4, first.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal("zenggq", second.GetProperty("items")[0].GetProperty("login").GetString());
        Assert.Equal("wangxy", (await JsonAsync(await program.GetAsync("/api/v1/people?q=wxy"))).GetProperty("items")[0].GetProperty("login").GetString());
    }

    private Task<PeoplePart> AskAsync(PeopleFilter filter) => app.RunAsync(s => s.GetRequiredService<PeopleList>().AskAsync(filter, default));

    private static IEnumerable<string> Logins(PeoplePart page) => page.People.Select(p => p.Person.Login);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public sealed class Company(TestCluster cluster) : App(cluster)
    {
        public Person Agent { get; private set; } = null!;

        protected override async Task PrepareAsync()
        {
            await AddAsync(new() { Login = "wangxy", Name = "王晓雨", StaffNumber = "E00123", Department = "信息部", Mobile = "138 0013 8000" });
            Agent = await AddAsync(new() { Login = "zenggq", Name = "曾国强", Department = "财务部", Phone = "0571-8886612" }, Roles.Agent);
            await AddAsync(new() { Login = "anna.lee", Name = "Anna Lee" });
            await AddAsync(new() { Login = "li", Name = "李强" });
            await AddAsync(new() { Login = "lihua", Name = "李华" });
            var gone = await AddAsync(new() { Login = "gone", Name = "高恩" });
            await RunAsync(s => s.GetRequiredService<ChangeAccess>().DisableAsync(gone.Id, Actor.System, default));
        }

        private Task<Person> AddAsync(PersonForm form, string role = Roles.User) =>
            RunAsync(async s => (await s.GetRequiredService<CreatePerson>().RunAsync(form, [role], null, false, "import", Actor.System, default)).Value);
    }
}
