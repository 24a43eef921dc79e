using Fengtai.Platform.Texts;

namespace Fengtai.Calendars;

/// <summary>A calendar as it is kept.</summary>
internal sealed class StoredCalendar
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    public required CalendarDefinition Definition { get; set; }

    /// <summary>Offered where something new is set up; what uses it already goes on by it.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    public Wording Title => new(Name, NameEn);
}
