using Fengtai.Calendars;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Calendars;

/// <summary>Of several who save the same at the same moment one is done, and the others are told.</summary>
public sealed class TwoAtOnceTests(App app) : IClassFixture<App>
{
    private static readonly CalendarDraft Draft = new("同时", "", "Asia/Shanghai", WeekHours.MondayToFriday(new OpenHours(540, 1020)), [], [CalendarIds.ChineseHolidays]);

    [Fact]
    public async Task OfEdits_OneIsDone()
    {
        var id = await AddAsync("同时改");

        var ends = await AtOnceAsync((EditCalendar edit, int i) => edit.RunAsync(id, Draft with { Name = "同时改", NameEn = $"{i}" }, Fingerprint.Of(Draft with { Name = "同时改" }), Actor.System, default));

        Assert.Equal(1, ends.Count(e => e is null));
        Assert.All(ends.OfType<Refusal>(), r => Assert.IsType<ChangedMeanwhile>(r));
    }

    [Fact]
    public async Task OfStrokes_OnOneDay_OneIsDone()
    {
        var id = await AddAsync("同时涂");
        var day = new DateOnly(2026, 9, 1);

        var ends = await AtOnceAsync((PaintDays paint, int i) => paint.RunAsync(id, new Dictionary<DateOnly, string> { [day] = $"0{i}:00-09:00" }, new Dictionary<DateOnly, string>(), Actor.System, default));

        Assert.Equal(1, ends.Count(e => e is null));
        Assert.All(ends.OfType<Refusal>(), r => Assert.IsType<ChangedMeanwhile>(r));
    }

    [Fact]
    public async Task OfImports_OfOneYear_OneIsDone()
    {
        var ends = await AtOnceAsync((ImportHolidays import, int i) => import.RunAsync(CalendarIds.ChineseHolidays, 2031, [new(new(2031, 1, i + 1), false)], Fingerprint.Of(Array.Empty<HolidayDay>()), Actor.System, default));

        Assert.Equal(1, ends.Count(e => e is null));
        Assert.All(ends.OfType<Refusal>(), r => Assert.IsType<ChangedMeanwhile>(r));
    }

    [Fact]
    public async Task OfCalendarsWithOneName_OneIsAdded()
    {
        var ends = await AtOnceAsync((AddCalendar add, int _) => add.RunAsync(Draft with { Name = "同名" }, Actor.System, default));

        Assert.Equal(1, ends.Count(e => e is null));
        Assert.All(ends.OfType<Refusal>(), r => Assert.IsType<CalendarNameIsTaken>(r));
    }

    [Fact]
    public async Task AListThatIsNone_IsRefused()
    {
        var refused = await app.RunAsync(s => s.GetRequiredService<AddCalendar>().RunAsync(Draft with { Name = "无表", Holidays = [Guid.CreateVersion7()] }, Actor.System, default));

        Assert.Equal("holidays", Assert.IsType<UnknownValue>(refused.Refusal).Name);
        Assert.IsType<NotFound>((await app.RunAsync(s => s.GetRequiredService<EditCalendar>().RunAsync(Guid.Empty, Draft, "", Actor.System, default))).Refusal);
        Assert.IsType<NotFound>((await app.RunAsync(s => s.GetRequiredService<ImportHolidays>().RunAsync(Guid.Empty, 2031, [], "", Actor.System, default))).Refusal);
        Assert.IsType<NotFound>((await app.RunAsync(s => s.GetRequiredService<ActivateCalendar>().RunAsync(Guid.Empty, true, Actor.System, default))).Refusal);
    }

    private async Task<Guid> AddAsync(string name) => (await app.RunAsync(s => s.GetRequiredService<AddCalendar>().RunAsync(Draft with { Name = name }, Actor.System, default))).Value;

    private async Task<List<Refusal?>> AtOnceAsync<TUseCase, T>(Func<TUseCase, int, Task<Result<T>>> run) where TUseCase : notnull =>
        [.. (await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => app.RunAsync(s => run(s.GetRequiredService<TUseCase>(), i)))))).Select(r => r.Refusal)];
}
