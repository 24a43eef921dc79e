using System.Buffers.Binary;
using System.IO.Compression;

namespace Fengtai.Demo.Pictures;

/// <summary>A small picture in 24-bit colour, drawn dot by dot and written as PNG.</summary>
internal sealed class Canvas(int width, int height, int background)
{
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    private readonly int[] _dots = [.. Enumerable.Repeat(background, width * height)];

    /// <param name="colour">0xRRGGBB.</param>
    public void Box(int x, int y, int across, int down, int colour)
    {
        for (var row = Math.Max(0, y); row < Math.Min(height, y + down); row++)
        {
            _dots.AsSpan(row * width + x, Math.Min(across, width - x)).Fill(colour);
        }
    }

    public void Disc(int x, int y, int radius, int colour)
    {
        for (var dy = -radius; dy <= radius; dy++)
        {
            var half = (int)Math.Sqrt(radius * radius - dy * dy);
            Box(x - half, y + dy, 2 * half + 1, 1, colour);
        }
    }

    /// <summary>Text in the few letters that codes are made of; others stay blank.</summary>
    public void Write(int x, int y, int size, int colour, string text)
    {
        foreach (var (i, letter) in text.Index())
        {
            foreach (var (row, dots) in Letters.Of(letter).Index())
            {
                foreach (var (column, dot) in dots.Index())
                {
                    if (dot == '#')
                    {
                        Box(x + (i * 6 + column) * size, y + row * size, size, size, colour);
                    }
                }
            }
        }
    }

    public byte[] Png()
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Compressed());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private byte[] Compressed()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var line = new byte[1 + 3 * width];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var dot = _dots[y * width + x];
                    (line[3 * x + 1], line[3 * x + 2], line[3 * x + 3]) = ((byte)(dot >> 16), (byte)(dot >> 8), (byte)dot);
                }
                zlib.Write(line);
            }
        }
        return compressed.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(kind, data));
        png.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var b in (byte[])[.. kind, .. data])
        {
            sum = Crc[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }
        return ~sum;
    }
}
