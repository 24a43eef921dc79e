using System.Text.Json.Serialization;
using Fengtai.Platform.Texts;

namespace Fengtai.Calendars;

/// <summary>Days off and make-up days that several calendars share, year by year.</summary>
internal sealed class HolidayList
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>The last year of which somebody was told that it is missing.</summary>
    public int? MissingTold { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    public Wording Title => new(Name, NameEn);
}

/// <summary>What was published for one year.</summary>
internal sealed class HolidayYear
{
    public Guid Id { get; init; }

    public Guid ListId { get; init; }

    public int Year { get; init; }

    /// <summary>In order, each date once; some may lie in the last days of the year before or the first of the next.</summary>
    public required IReadOnlyList<HolidayDay> Days { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }
}

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="IsWorked">A make-up day (调休); otherwise a day off.</param>
/// <param name="Name">春节; empty where nobody gave one.</param>
public sealed record HolidayDay(DateOnly Date, bool IsWorked, string Name = "", string NameEn = "")
{
    [JsonIgnore]
    public Wording Title => new(Name, NameEn);
}
