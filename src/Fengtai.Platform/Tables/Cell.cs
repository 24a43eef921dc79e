namespace Fengtai.Platform.Tables;

/// <summary>What stands in one cell of a table: a text, a number, or a moment by the clock on the reader's wall. Nothing of it is ever a formula.</summary>
public readonly record struct Cell
{
    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    /// <summary>Local time.</summary>
    public DateTime? Moment { get; private init; }

    public static Cell Of(string? text) => new() { Text = text };

    public static Cell Of(decimal? number) => new() { Number = number };

    public static Cell Of(DateTimeOffset? moment, TimeZoneInfo zone) => new() { Moment = moment is { } at ? TimeZoneInfo.ConvertTime(at, zone).DateTime : null };
}

/// <summary>A table that is written row by row and never held as a whole.</summary>
public interface ITableWriter : IAsyncDisposable
{
    Task WriteAsync(IReadOnlyList<Cell> row, CancellationToken cancellation);
}
