using System.Net;
using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog;

public sealed class CatalogApiTests(App app) : CatalogTest(app)
{
    [Fact]
    public async Task Categories_AreATree_WithTheirQuestions()
    {
        var program = await App.ProgramAsync(await App.AddPersonAsync("reader"), "read");

        var answer = await program.GetAsync("/api/v1/categories");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var printer = Find(await JsonAsync(answer), "hardware").GetProperty("categories").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "hardware.printer");
        Assert.Equal("incident", printer.GetProperty("type").GetString());
        var symptom = printer.GetProperty("fields")[0];
        Assert.Equal(["key", "label", "labelEn", "kind", "required", "hint", "hintEn", "options", "when"], symptom.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("symptom", "choice", true), (symptom.GetProperty("key").GetString(), symptom.GetProperty("kind").GetString(), symptom.GetProperty("required").GetBoolean()));
    }

    [Fact]
    public async Task WhatIsNoLongerOffered_IsShownToAdministratorsAlone()
    {
        var category = await AddAsync("Gone");
        await Run((ActivateCategory activate) => activate.RunAsync(category.Id, active: false, Administrator, default));
        var user = await App.ProgramAsync(await App.AddPersonAsync("somebody"));
        var admin = await App.ProgramAsync(await App.AddPersonAsync("administrator", Roles.Administrator));

        Assert.DoesNotContain((await JsonAsync(await user.GetAsync("/api/v1/categories"))).EnumerateArray(), c => c.GetProperty("code").GetString() == "gone");
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/api/v1/categories?all=true")).StatusCode);
        Assert.False(Find(await JsonAsync(await admin.GetAsync("/api/v1/categories?all=true")), "gone").GetProperty("offered").GetBoolean());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.GetAsync("/api/v1/categories?all=maybe")).StatusCode);
    }

    [Fact]
    public async Task TheMatrix_IsThereForEverybody()
    {
        var program = await App.ProgramAsync(await App.AddPersonAsync("grader"));

        var answer = await program.GetAsync("/api/v1/priority-matrix");

        Assert.NotNull(answer.Headers.ETag);
        var matrix = await JsonAsync(answer);
        Assert.Equal(9, matrix.GetProperty("cells").GetArrayLength());
        Assert.Equal(["high", "high", "urgent"], matrix.GetProperty("cells")[0].EnumerateObject().Select(p => p.Value.GetString()));
        Assert.Equal(["level", "text", "textEn"], matrix.GetProperty("impacts")[0].EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("/api/v1/categories")]
    [InlineData("/api/v1/priority-matrix")]
    public async Task WithoutAToken_NothingIsAnswered(string path) => Assert.Equal(HttpStatusCode.Unauthorized, (await (await App.Browse()).GetAsync(path)).StatusCode);

    private static JsonElement Find(JsonElement tree, string code) => tree.EnumerateArray().Single(c => c.GetProperty("code").GetString() == code);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync());
}
