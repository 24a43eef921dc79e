using System.Net;
using System.Text;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class ImportPeopleTests(ImportPeopleTests.Desk app) : IClassFixture<ImportPeopleTests.Desk>
{
    [Fact]
    public async Task Preview_SaysWhatEachRowWouldDo_AndWritesNothing()
    {
        var before = await CountAsync();
        var page = await PreviewAsync("""
            登录名,姓名,工号,部门,手机,角色,VIP,备注
            anna,安娜,A1,财务部,,,,
            bert,Bert,B1,信息部,138,Engineer、用户,是,x
            carl,Carl,C1,,,,,
            carl,Carl,C2,,,,,
            dora,Dora,A1,,,,,
            emil,,E1,,,,,
            fred,Fred,F1,,,管理员,,
            gina,Gina,G1,,,超人,,
            坏,Hugo,H1,,,,,
            ivan,Ivan,S1,,,,,
            """);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            [
                "5 有误 Carl carl 与第 4 行是同一个人。",
                "6 有误 Dora dora 与第 2 行是同一个人。",
                "7 有误 emil 请填写「姓名」。",
                "8 有误 Fred fred 管理员角色不能通过导入增减，请在人员页面操作。",
                "9 有误 Gina gina 「角色」没有这个选项：超人",
                "10 有误 Hugo 坏 登录名用字母、数字和 . _ - @，以字母或数字开头，最多 64 位。",
                "11 有误 Ivan ivan 这个工号已有人用。",
                "2 更新 安娜 anna 姓名: Anna → 安娜部门: – → 财务部",
                "3 新建 Bert bert",
                "4 新建 Carl carl",
            ],
            Rows(page));
        Assert.Contains("已忽略：备注", page.Text);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Import_DoesTheRowsThatCanBeDone_AndASecondTimeNothing()
    {
        const string table = "工号,姓名,邮箱,语言\nI1,Ines,ines@example.com,英文\nI2,Igor,no mail,\nI3,伊萨,,\n";
        var page = await app.Admin.SubmitAsync(await PreviewAsync(table), "main form[action*='/import/']");
        Assert.Contains("导入完成：新建 2 人，更新 0 人，1 行有误未导入。", page.Text);
        Assert.Contains("新建的人还没有密码", page.Text);
        var ines = await app.RunAsync(s => s.GetRequiredService<People>().ByLoginAsync("i1"));
        Assert.Equal(("Ines", "ines@example.com", "en"), (ines!.Name, ines.Mail, ines.Culture));
        Assert.Equal(["3 有误 Igor I2 邮箱地址不对。", "2 无变化 Ines i1", "4 无变化 伊萨 i3"], Rows(await PreviewAsync(table)).Select(r => r.Replace(" I1 ", " i1 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task MissingColumn_ChangesNothing_AndAnEmptyCellEmpties()
    {
        await app.Admin.SubmitAsync(await PreviewAsync("login,name,phone,department\njana,Jana,8612,HR\n"), "main form[action*='/import/']");
        await app.Admin.SubmitAsync(await PreviewAsync("login,name,phone\njana,,\n"), "main form[action*='/import/']");
        var jana = await app.RunAsync(s => s.GetRequiredService<People>().ByLoginAsync("jana"));
        Assert.Equal(("Jana", null, "HR"), (jana!.Name, jana.Phone, jana.Department));
    }

    [Theory]
    [InlineData("姓名,部门\n王晓雨,财务部", "表格缺少列「登录名 / login」")]
    [InlineData("登录名,部门\nwang,财务部", "表格缺少列「姓名 / name」")]
    [InlineData("登录名,姓名,姓名\na,b,c", "列「姓名」出现了两次")]
    [InlineData("Vorname,部门\nwang,财务部", "表格缺少列「登录名 / login, 姓名 / name」")]
    [InlineData("\"unclosed", "不是可读的 CSV 表格")]
    [InlineData("", "表格里没有人")]
    [InlineData("登录名,姓名\n,\n", "表格里没有人")]
    public async Task UnreadableTable_IsRefusedWithTheReason(string table, string reason)
    {
        var page = await PreviewAsync(table);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Text);
    }

    [Fact]
    public async Task FileOfSomebodyElse_CannotBeImported()
    {
        var preview = await PreviewAsync("login,name\nkurt,Kurt\n");
        var action = preview.One("main form[action*='/import/']").GetAttribute("action")!;
        var other = await app.BrowseAsync(await app.AddPersonAsync("admin2", Roles.Administrator));
        await other.OpenAsync("/admin/people/import");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFormAsync(action)).StatusCode);
    }

    [Fact]
    public async Task Export_IsTakenBackByTheImport_WithoutAnyChange()
    {
        await app.AddPersonAsync(new PersonForm { Login = "lena", Name = "=cmd()", Phone = "+86 571", Department = "a,\"b\"", IsVip = "true" }, Roles.Agent, Roles.User);
        var answer = await app.Admin.GetAsync("/admin/people/export.csv?state=all");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xef, 0xbb, 0xbf], bytes[..3]);
        Assert.Contains("'=cmd()", Encoding.UTF8.GetString(bytes));
        Assert.All(Rows(await PreviewAsync(bytes)), row => Assert.Contains(" 无变化 ", row));
    }

    private static string[] Rows(Page page) => [.. page.All("main tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private Task<Page> PreviewAsync(string table) => PreviewAsync(Encoding.UTF8.GetBytes(table));

    private async Task<Page> PreviewAsync(byte[] table) =>
        await app.Admin.SubmitAsync(await app.Admin.OpenAsync("/admin/people/import"), null, [new Attached("File", "people.csv", table)]);

    private Task<int> CountAsync() => app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Person>().CountAsync());

    public sealed class Desk(TestCluster cluster) : App(cluster)
    {
        public Browser Admin { get; private set; } = null!;

        protected override async Task PrepareAsync()
        {
            Admin = await this.BrowseAsync(await this.AddPersonAsync(new PersonForm { Login = "admin", Name = "Admin", StaffNumber = "S1" }, Roles.Administrator));
            await this.AddPersonAsync(new PersonForm { Login = "anna", Name = "Anna", StaffNumber = "A1" });
        }
    }
}
