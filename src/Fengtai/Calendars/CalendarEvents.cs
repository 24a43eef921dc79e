using System.Text.Json.Serialization;
using Fengtai.Platform.Events;

namespace Fengtai.Calendars;

/// <summary>What happens to a calendar.</summary>
public abstract record CalendarEvent : Event
{
    public const string SubjectKind = "calendar";

    public static Subject Of(Guid calendar) => new(SubjectKind, calendar);
}

public sealed record CalendarAdded(string Name, string NameEn, string TimeZone) : CalendarEvent
{
    [JsonIgnore]
    public override string Kind => "calendarAdded";
}

/// <summary>It is called otherwise, or people work at other times by it: by an edit, or because a holiday list that it follows changed.</summary>
/// <param name="Changes">By the name of the detail; of days off and shifts only those that are not there on both sides.</param>
public sealed record CalendarChanged(IReadOnlyDictionary<string, CalendarDetail> Changes) : CalendarEvent
{
    [JsonIgnore]
    public override string Kind => "calendarChanged";

    /// <summary>Whether ends that were calculated by it may be others now.</summary>
    [JsonIgnore]
    public bool MovesTime => Changes.Keys.Any(k => k is not ("name" or "nameEn"));
}

public sealed record CalendarDetail(string? From, string? To);

public sealed record CalendarDeactivated : CalendarEvent
{
    [JsonIgnore]
    public override string Kind => "calendarDeactivated";
}

public sealed record CalendarActivated : CalendarEvent
{
    [JsonIgnore]
    public override string Kind => "calendarActivated";
}

/// <summary>What happens to a holiday list. The calendars that follow it have events of their own.</summary>
public abstract record HolidayListEvent : Event
{
    public const string SubjectKind = "holidayList";

    public static Subject Of(Guid list) => new(SubjectKind, list);
}

public sealed record HolidayListAdded(string Name, string NameEn) : HolidayListEvent
{
    [JsonIgnore]
    public override string Kind => "holidayListAdded";
}

/// <summary>A year's days were put in, or put in anew.</summary>
/// <param name="Off">How many days off it has.</param>
/// <param name="Worked">How many make-up days.</param>
public sealed record HolidayYearImported(int Year, int Off, int Worked, IReadOnlyDictionary<string, CalendarDetail> Changes) : HolidayListEvent
{
    [JsonIgnore]
    public override string Kind => "holidayYearImported";
}

/// <summary>The next year is near and nobody has put it in.</summary>
public sealed record HolidayYearIsMissing(int Year, string Name, string NameEn) : HolidayListEvent
{
    [JsonIgnore]
    public override string Kind => "holidayYearIsMissing";
}
