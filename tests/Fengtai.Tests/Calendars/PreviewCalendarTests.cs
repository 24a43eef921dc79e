using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Calendars;

public sealed class PreviewCalendarTests(App app) : IClassFixture<App>
{
    private const string Path = "/api/v1/calendars/preview";
    private const string Office = """ "timeZone":"Asia/Shanghai","week":{"fri":[["08:30","12:00"],["13:30","17:30"]],"mon":[["08:30","12:00"],["13:30","17:30"]]} """;

    [Fact]
    public async Task ATarget_IsDueAtClosing_AndTheStretchesSayWhy()
    {
        var answer = await AskAsync($$"""{ {{Office}}, "daysOff":["2026-11-23"], "shifts":{"2026-11-22":[["09:00","10:00"]]}, "start":"2026-11-20T17:00:00+08:00", "targetSeconds":5400}""");

        Assert.Equal("2026-11-22T02:00:00+00:00", answer.GetProperty("dueAt").GetString());
        Assert.Equal(
            ["True ", "False outsideHours", "False dayOff", "False outsideHours", "True "],
            answer.GetProperty("segments").EnumerateArray().Select(s => $"{s.GetProperty("counted").GetBoolean()} {s.GetProperty("reason").GetString()}"));
    }

    [Fact]
    public async Task WithAnEnd_TheTimeBetweenIsAnswered()
    {
        var answer = await AskAsync($$"""{ {{Office}}, "start":"2026-11-20T09:30:00Z", "end":"2026-11-23T01:00:00Z"}""");

        Assert.Equal("""{"elapsedSeconds":1800}""", answer.GetRawText());
    }

    [Theory]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00+08:00", "targetSeconds":60, "colour":"red"}""", HttpStatusCode.BadRequest, "jsonMemberIsUnknown $.colour")]
    [InlineData("""{ OFFICE, OFFICE, "start":"2026-11-20T17:00:00+08:00", "targetSeconds":60}""", HttpStatusCode.BadRequest, "jsonIsBroken $.timeZone")]
    [InlineData("""{"start":"2026-11-20T17:00:00+08:00", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "missing timeZone,missing week")]
    [InlineData("""{ OFFICE, "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "missing start")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00+08:00"}""", HttpStatusCode.UnprocessableEntity, "missing targetSeconds")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "dateIsNotUsable start")]
    [InlineData("""{ OFFICE, "start":"1066-10-14T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "dateIsNotUsable start")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00Z", "targetSeconds":60, "end":"2026-11-20T17:00:00Z"}""", HttpStatusCode.UnprocessableEntity, "targetAndEndExcludeEachOther end")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00Z", "targetSeconds":-1}""", HttpStatusCode.UnprocessableEntity, "targetIsNegative targetSeconds")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00Z", "targetSeconds":1e20}""", HttpStatusCode.UnprocessableEntity, "targetIsTooFar targetSeconds")]
    [InlineData("""{ OFFICE, "start":"2026-11-20T17:00:00Z", "targetSeconds":300000000}""", HttpStatusCode.UnprocessableEntity, "targetIsTooFar targetSeconds")]
    [InlineData("""{"timeZone":"Mars","week":{}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "timeZoneIsUnknown timeZone")]
    [InlineData("""{"timeZone":"UTC","week":{}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "noWorkingTimeAhead week")]
    [InlineData("""{"timeZone":"UTC","week":{"monday":[]}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "unknownValue week")]
    [InlineData("""{"timeZone":"UTC","week":{"mon":[["17:00","09:00"]]}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "hoursAreInverted week.mon[0]")]
    [InlineData("""{"timeZone":"UTC","week":{"mon":[["09:00","12:00"],["11:00","13:00"]]}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "hoursOverlap week.mon[1]")]
    [InlineData("""{"timeZone":"UTC","week":{"mon":[["09:00"],null,["x",null]],"tue":null}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "hoursAreNotReadable week.mon[0],hoursAreNotReadable week.mon[1],hoursAreNotReadable week.mon[2]")]
    [InlineData("""{ OFFICE, "daysOff":["2026-02-30"], "shifts":{"tomorrow":[]}, "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.UnprocessableEntity, "dateIsNotUsable daysOff[0],dateIsNotUsable shifts.tomorrow")]
    [InlineData("""{ OFFICE, "daysOff":[null], "start":"2026-11-20T17:00:00Z", "targetSeconds":60}""", HttpStatusCode.BadRequest, "jsonIsBroken $.daysOff")]
    public async Task BadInput_IsRefusedWithItsPlace(string body, HttpStatusCode status, string errors)
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync($"p{Guid.CreateVersion7():N}"));

        var answer = await PostAsync(program, body.Replace("OFFICE", Office.Trim(), StringComparison.Ordinal));

        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((status, errors), (answer.StatusCode, string.Join(',', problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("field").GetString()}"))));
    }

    [Fact]
    public async Task WithoutAToken_NothingIsAnswered() => Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(await app.Browse(), "{}")).StatusCode);

    private async Task<JsonElement> AskAsync(string body)
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync($"p{Guid.CreateVersion7():N}"));
        var answer = await PostAsync(program, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> PostAsync(Browser program, string body) =>
        program.SendAsync(new(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) });
}
