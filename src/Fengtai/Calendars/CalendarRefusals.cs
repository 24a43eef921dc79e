using Fengtai.Platform.Refusals;

namespace Fengtai.Calendars;

/// <summary>Something in a calendar is not usable; <paramref name="Place"/> says where, as in <c>week.mon[1]</c>.</summary>
public abstract record CalendarRefusal(string Place) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Place;
}

public sealed record TimeZoneIsUnknown(string Place, string Given) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Given.Length > 80 ? Given[..80] : Given];
}

/// <summary>Hours are two times, from and to: 08:30 and 12:00.</summary>
public sealed record HoursAreNotReadable(string Place, string Given) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Given];
}

/// <summary>They end before or when they begin.</summary>
public sealed record HoursAreInverted(string Place, string Hours) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Hours];
}

public sealed record HoursOverlap(string Place, string Hours, string Others) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Hours, Others];
}

public sealed record DateIsNotUsable(string Place, string Given) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Given];
}

/// <summary>A season of certain dates ends before it begins, or one end says a year and the other does not.</summary>
public sealed record SeasonIsInverted(string Place, string Given) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Given];
}

public sealed record SeasonsOverlap(string Place, string Name, string Other) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Name, Other];
}

/// <summary>Nobody would ever work by it: no working time in the next so many days.</summary>
public sealed record NoWorkingTimeAhead(int Days) : CalendarRefusal("week")
{
    public override object[] Arguments => [Days];
}

public sealed record CalendarPartIsTooLong(string Place, int Limit) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Place, Limit];
}

public sealed record TargetIsNegative(string Place) : CalendarRefusal(Place);

/// <summary>It would not be used up within the years that are looked ahead.</summary>
public sealed record TargetIsTooFar(string Place, int Years) : CalendarRefusal(Place)
{
    public override object[] Arguments => [Years];
}

public sealed record HolidayLineIsNotReadable(int Line, string Given) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "days";

    public override object[] Arguments => [Line, Given];
}

/// <summary>One line says that a day is off, another that it is worked.</summary>
public sealed record HolidayIsBoth(int Line, string Date) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "days";

    public override object[] Arguments => [Line, Date];
}

public sealed record CalendarsAreFull(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}

public sealed record CalendarHasTooManyDays(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}

public sealed record CalendarNameIsTaken : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "name";
}

public sealed record HolidayListNameIsTaken : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "name";
}

/// <summary>A year's days are of that year, or of the weeks around New Year.</summary>
public sealed record HolidayIsOfAnotherYear(string Date, int Year) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "days";

    public override object[] Arguments => [Date, Year];
}

/// <summary>The iCalendar file has no days that can be used.</summary>
public sealed record CalendarFileHasNoDays : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";
}

public sealed record CalendarFileIsTooLarge(int Kilobytes) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";

    public override object[] Arguments => [Kilobytes];
}
