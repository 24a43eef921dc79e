using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Calendars;

public sealed class RemindOfHolidaysTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task FromDecemberOn_KeepersAreToldOnce_ThatTheNextYearIsMissing()
    {
        app.Clock.Now = new(2026, 11, 30, 15, 59, 0, TimeSpan.Zero);
        var keeper = await app.BrowseAsync(await app.AddPersonAsync("keeper", Roles.ServiceLevelManager));
        await app.RunRecurringAsync(RemindOfHolidays.Name);
        Assert.DoesNotContain("2027 年的节假日", (await keeper.OpenAsync("/desk/notices")).Text);

        app.Clock.Now = new(2026, 11, 30, 16, 1, 0, TimeSpan.Zero);
        await app.RunRecurringAsync(RemindOfHolidays.Name);
        await app.RunRecurringAsync(RemindOfHolidays.Name);

        Assert.Contains("2027 年的节假日还没有录入", (await keeper.OpenAsync("/desk/notices")).Text);
        Assert.Equal(1, await ToldAsync());
        Assert.Contains("缺少 2027 年", (await keeper.OpenAsync("/admin/calendars")).One(".notice.amber").TextContent);

        await app.RunAsync(async s => await s.GetRequiredService<ImportHolidays>().RunAsync(CalendarIds.ChineseHolidays, 2027, [new(new(2027, 1, 1), false, "元旦")], Fengtai.Platform.Http.Fingerprint.Of(Array.Empty<HolidayDay>()), Actor.System, default));
        app.Clock.Now = new(2027, 12, 24, 0, 0, 0, TimeSpan.Zero);
        await app.RunRecurringAsync(RemindOfHolidays.Name);
        Assert.Equal(2, await ToldAsync());
        Assert.Equal(2028, await app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<HolidayList>().Where(l => l.Id == CalendarIds.ChineseHolidays).Select(l => l.MissingTold).SingleAsync()));
    }

    private async Task<long> ToldAsync() =>
        (await app.Database.Command("select count(*) from notifications.notices where kind = 'holidaysMissing'").ListAsync(r => r.GetInt64(0), default))[0];
}
