using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Calendars;

/// <summary>Calculates with a calendar that is given in the question. Nothing is stored.</summary>
internal static class PreviewCalendar
{
    /// <summary>The most segments that an answer lists.</summary>
    public const int MostSegments = 10_000;

    private const int EarliestYear = 1971;
    private const int LatestYear = 2085;

    /// <param name="Shifts">Hours by date, whatever the week and the days off say.</param>
    /// <param name="TargetSeconds">Working time; with it the answer is when it is used up.</param>
    /// <param name="End">Instead: the answer is the working time up to here.</param>
    internal sealed record Input(
        string? TimeZone,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? Week,
        IReadOnlyList<string>? DaysOff,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? Shifts,
        string? Start,
        decimal? TargetSeconds,
        string? End);

    internal sealed record Segment(DateTimeOffset From, DateTimeOffset To, bool Counted, ClosedBecause? Reason);

    internal sealed record DueAnswer(DateTimeOffset DueAt, IReadOnlyList<Segment> Segments);

    /// <param name="ElapsedSeconds">Rounded to whole seconds, halves up.</param>
    internal sealed record ElapsedAnswer(long ElapsedSeconds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/calendars").SignedIn().MapPost("/preview", (Delegate)AnswerAsync).WithTags("calendars").WithName("PreviewCalendar")
            .Accepts<Input>("application/json").Produces<DueAnswer>()
            .WithSummary("When a target is used up on the given calendar, with the stretches until then (10,000 at most); with end instead of targetSeconds, the working time between: {elapsedSeconds}.");

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        var body = await ApiBody.ReadAsync<Input>(http);
        if (body.IsRefused)
        {
            return body.Refusals.AsResult(http);
        }
        var input = body.Value;
        var reading = new GivenCalendar();
        var definition = reading.Read(input.TimeZone, input.Week, input.DaysOff, input.Shifts);
        var start = reading.Instant("start", input.Start, EarliestYear, LatestYear);
        var end = input.End is null && input.TargetSeconds is not null ? default : reading.Instant(input.End is null ? "targetSeconds" : "end", input.End, EarliestYear, LatestYear);
        var target = reading.Target("targetSeconds", input.TargetSeconds);
        if (input.End is not null && input.TargetSeconds is not null)
        {
            reading.Refusals.Add(new TargetAndEndExcludeEachOther());
        }
        var time = reading.Refusals.Count > 0
            ? Result<WorkingTime>.Refused([.. reading.Refusals, .. WorkingTime.Compile(definition).Refusals])
            : WorkingTime.Compile(definition, from: DateOnly.FromDateTime(start.UtcDateTime));
        var answer = time.IsRefused ? Result<object>.Refused(time.Refusals)
            : input.End is null ? Due(time.Value, start, target)
            : new ElapsedAnswer((long)Math.Round(time.Value.Between(start, end).TotalSeconds, MidpointRounding.AwayFromZero));
        return answer.IsRefused ? answer.Refusals.AsResult(http) : Results.Json(answer.Value, Json.Options);
    }

    private static Result<object> Due(WorkingTime time, DateTimeOffset start, TimeSpan target)
    {
        if (time.Due(start, target) is not { } due)
        {
            return new TargetIsTooFar("targetSeconds", WorkingTime.HorizonYears);
        }
        return new DueAnswer(due, [.. time.Stretches(start, due).Take(MostSegments).Select(s => new Segment(s.From, s.To, s.IsOpen, s.Closed))]);
    }
}

public sealed record TargetAndEndExcludeEachOther : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "end";
}
