using System.Globalization;
using System.Text.Encodings.Web;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>Where everything in the chart of days stands, in units of its view box.</summary>
/// <param name="breadth">1 is as broad as a page; less is narrower and so larger on a screen.</param>
internal sealed class BoardChart(IReadOnlyList<BoardStretch> days, double breadth)
{
    public const int Left = 44;
    public const int Height = 220;

    /// <summary>The line that the bars stand on.</summary>
    public const int Foot = Height - 26;

    private const int Top = 8;

    private readonly int _step = Shares.Step(days.Select(d => Math.Max(d.Opened.Count, d.Solved.Count)).DefaultIfEmpty().Max());

    public int Width => (int)(1_160 * breadth);

    public IEnumerable<(int Y, string Said)> Lines => Enumerable.Range(0, Steps + 1).Select(i => (Foot - i * (Foot - Top) / Steps, (i * _step).ToString("N0", CultureInfo.InvariantCulture)));

    public IEnumerable<Column> Columns
    {
        get
        {
            var share = (double)(Width - Left) / Math.Max(1, days.Count);
            var each = Math.Max(1, (int)Math.Ceiling(52 / share));
            return days.Select((day, i) => new Column(day, Left + i * share, share / 2, Y(day.Opened.Count), Y(day.Solved.Count), IsNamed: (days.Count - 1 - i) % each == 0));
        }
    }

    private int Steps => Math.Max(1, (int)Math.Ceiling((double)days.Select(d => Math.Max(d.Opened.Count, d.Solved.Count)).DefaultIfEmpty().Max() / _step));

    /// <summary>Written as it is: to a component, <c>text</c> is no element of a picture.</summary>
    public static MarkupString Label(double x, double y, string anchor, string said) =>
        new($"""<text class="axis" x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{HtmlEncoder.Default.Encode(said)}</text>""");

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double Y(int count) => Foot - (double)count * (Foot - Top) / (Steps * _step);

    /// <summary>A day: one half for what was opened, one for what was solved.</summary>
    /// <param name="Width">Of each half.</param>
    internal sealed record Column(BoardStretch Stretch, double X, double Width, double OpenedY, double SolvedY, bool IsNamed)
    {
        public double BarWidth => Math.Min(14, Width * .76);

        public double OpenedX => X + Width - BarWidth - Gap / 2;

        public double SolvedX => X + Width + Gap / 2;

        private double Gap => Math.Min(2, Width * .12);
    }
}
