using System.Text.Json;
using Fengtai.Calendars;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Calendars;

/// <summary>Our arithmetic against what the tests of biz, business_time, working_hours, moment-business-time, php-business-time and Zammad assert.</summary>
public sealed class SharedCasesTests(App app) : IClassFixture<App>
{
    [Fact]
    public void EveryDue_IsAsAsserted()
    {
        var cases = SharedCase.Read("time/due-cases.jsonl").ToList();

        Assert.Equal(63, cases.Count);
        Assert.Equal("", string.Join('\n', cases.Select(c => Difference(c, WorkingTime.Compile(c.Definition).Value, Time(c).Due(Start(c), Target(c))))
            .Where(d => d.Length > 0)));
    }

    [Fact]
    public void EveryTimeBetween_IsAsAsserted()
    {
        var cases = SharedCase.Read("time/elapsed-cases.jsonl").ToList();

        Assert.Equal(35, cases.Count);
        Assert.Equal("", string.Join('\n', cases.Where(c => Seconds(Time(c).Between(Start(c), c.Row.GetProperty("end").GetDateTimeOffset())) != Expected(c)).Select(c => c.Id)));
    }

    [Fact]
    public async Task ThroughTheApi_AllHold()
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync("calculates"));
        var wrong = new List<string>();
        foreach (var c in SharedCase.Read("time/due-cases.jsonl"))
        {
            var answer = await JsonAsync(await program.PostJsonAsync("/api/v1/calendars/preview", c.Body("targetSeconds", c.Row.GetProperty("duration_seconds"))));
            var due = answer.GetProperty("dueAt").GetDateTimeOffset();
            wrong.Add(Difference(c, Time(c), due));
            var segments = answer.GetProperty("segments").EnumerateArray().Select(s => (From: s.GetProperty("from").GetDateTimeOffset(), To: s.GetProperty("to").GetDateTimeOffset(), Counted: s.GetProperty("counted").GetBoolean())).ToList();
            if (segments[0].From != Start(c) || segments[^1].To != due || segments.Zip(segments.Skip(1)).Any(p => p.First.To != p.Second.From)
                || new TimeSpan(segments.Where(s => s.Counted).Sum(s => (s.To - s.From).Ticks)) != Target(c))
            {
                wrong.Add($"{c.Id}: segments");
            }
        }
        foreach (var c in SharedCase.Read("time/elapsed-cases.jsonl"))
        {
            var answer = await JsonAsync(await program.PostJsonAsync("/api/v1/calendars/preview", c.Body("end", c.Row.GetProperty("end"))));
            wrong.Add(answer.GetProperty("elapsedSeconds").GetInt64() == Expected(c) ? "" : $"{c.Id}: {answer}");
        }
        Assert.Equal("", string.Join('\n', wrong.Where(w => w.Length > 0)));
    }

    private static string Difference(SharedCase c, WorkingTime time, DateTimeOffset? due)
    {
        var expected = c.Row.GetProperty("expected_due").GetDateTimeOffset();
        var (said, exactly) = c.Row.GetProperty("boundary").GetString() switch
        {
            // the source rolls over to the next opening
            "next_open" => (time.NextOpening(due!.Value), true),
            // the source rounds to seconds
            "other" => (due, false),
            _ => (due, true),
        };
        return said == expected || !exactly && said is { } near && (near - expected).Duration() < TimeSpan.FromSeconds(1) ? "" : $"{c.Id}: {said:O} is not {expected:O}";
    }

    private static WorkingTime Time(SharedCase c) => WorkingTime.Compile(c.Definition).Value;

    private static DateTimeOffset Start(SharedCase c) => c.Row.GetProperty("start").GetDateTimeOffset();

    private static TimeSpan Target(SharedCase c) => TimeSpan.FromTicks((long)(c.Row.GetProperty("duration_seconds").GetDecimal() * TimeSpan.TicksPerSecond));

    private static long Expected(SharedCase c) => c.Row.GetProperty("expected_seconds").GetInt64();

    // the sources count whole seconds
    private static long Seconds(TimeSpan time) => (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
