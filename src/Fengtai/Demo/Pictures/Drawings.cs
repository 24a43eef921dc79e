namespace Fengtai.Demo.Pictures;

/// <summary>Draws what people send pictures of.</summary>
internal static class Drawings
{
    private const int White = 0xFFFFFF, Ink = 0x1F2933, Grey = 0xC9CFD6, Pale = 0xEEF1F4, Red = 0xC62828, Blue = 0x0B5CAD;

    /// <summary>Radii of the waves, bright and dark in turn.</summary>
    private static readonly int[] Arcs = [130, 96, 62, 28];

    /// <param name="code">Shown where the motif has room for one.</param>
    public static byte[] Of(Motif motif, string code) => motif switch
    {
        Motif.ErrorDialog => ErrorDialog(code),
        Motif.BlueScreen => BlueScreen(code),
        Motif.StreakyPage => StreakyPage(),
        Motif.NoSignal => NoSignal(),
    };

    private static byte[] ErrorDialog(string code)
    {
        var screen = new Canvas(640, 360, 0x2F6F8F);
        screen.Box(96, 72, 448, 216, 0x24576F);
        screen.Box(90, 66, 448, 216, White);
        screen.Box(90, 66, 448, 34, Pale);
        screen.Write(506, 75, 2, Ink, "x");
        screen.Disc(140, 152, 26, Red);
        foreach (var i in Enumerable.Range(-11, 23))
        {
            screen.Box(138 + i, 150 + i, 5, 5, White);
            screen.Box(138 + i, 150 - i, 5, 5, White);
        }
        screen.Write(190, 130, 3, Ink, "ERROR");
        screen.Write(190, 164, 3, Ink, code);
        screen.Box(190, 204, 300, 6, Grey);
        screen.Box(190, 218, 220, 6, Grey);
        screen.Box(440, 240, 80, 28, Blue);
        screen.Write(468, 247, 2, White, "OK");
        return screen.Png();
    }

    private static byte[] BlueScreen(string code)
    {
        var screen = new Canvas(640, 400, 0x0A64B4);
        screen.Write(56, 48, 10, White, ":(");
        screen.Box(56, 150, 420, 10, White);
        screen.Box(56, 172, 360, 10, White);
        screen.Box(56, 230, 110, 110, White);
        // something like the square code that nobody scans
        var dots = new Chance((ulong)code.Sum(c => (int)c));
        foreach (var cell in Enumerable.Range(0, 100).Where(_ => dots.Happens(0.5)))
        {
            screen.Box(61 + cell % 10 * 10, 235 + cell / 10 * 10, 10, 10, 0x0A64B4);
        }
        screen.Write(190, 240, 3, White, "STOP CODE");
        screen.Write(190, 280, 3, White, code);
        return screen.Png();
    }

    private static byte[] StreakyPage()
    {
        var page = new Canvas(420, 594, White);
        var lengths = new Chance(7);
        foreach (var line in Enumerable.Range(0, 26))
        {
            page.Box(48, 60 + line * 19, lengths.Between(190, 318), 6, line % 9 == 0 ? Ink : 0x5B6570);
        }
        page.Box(338, 0, 5, 594, 0x2A2A2A);
        page.Box(346, 0, 2, 594, 0x8A8A8A);
        page.Box(96, 300, 2, 294, Grey);
        return page.Png();
    }

    private static byte[] NoSignal()
    {
        var screen = new Canvas(360, 360, 0x11161C);
        foreach (var (i, radius) in Arcs.Index())
        {
            screen.Disc(180, 236, radius, i % 2 == 0 ? 0x56606B : 0x11161C);
        }
        screen.Box(0, 240, 360, 120, 0x11161C);
        screen.Disc(180, 236, 10, 0x56606B);
        screen.Disc(262, 230, 30, Red);
        screen.Box(258, 208, 9, 28, White);
        screen.Box(258, 242, 9, 8, White);
        return screen.Png();
    }
}
