using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Analytics.Charts.Tests;

/// <summary>A PNG taken apart: 8-bit RGB pixels and text chunks. Checks the CRC of each chunk.</summary>
internal sealed class PngPicture
{
    private readonly byte[] _pixels;

    public PngPicture(byte[] png)
    {
        png[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        using var data = new MemoryStream();
        var at = 8;
        while (at < png.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var typed = png.AsSpan(at + 4, length + 4);
            Crc(typed).ShouldBe(BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            Read(Encoding.ASCII.GetString(typed[..4]), typed[4..], data);
            at += length + 12;
        }
        _pixels = Unfilter(data);
    }

    public int Width { get; private set; }
    public int Height { get; private set; }
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>Pixels per metre of each <c>pHYs</c> chunk, across and down.</summary>
    public List<(int Across, int Down)> Sizes { get; } = [];

    /// <summary>Colour at a pixel as <c>#rrggbb</c>.</summary>
    public string At(double x, double y) => $"#{Convert.ToHexStringLower(_pixels, Offset((int)x, (int)y), 3)}";

    /// <summary>The green channel, which carries most of the lightness.</summary>
    public byte Green(int x, int y) => _pixels[Offset(x, y) + 1];

    public bool Differs(int x, int y, byte red, byte green, byte blue)
    {
        var at = Offset(x, y);
        return Math.Abs(_pixels[at] - red) + Math.Abs(_pixels[at + 1] - green) + Math.Abs(_pixels[at + 2] - blue) > 24;
    }

    private int Offset(int x, int y) => (y * Width + x) * 3;

    private void Read(string type, ReadOnlySpan<byte> data, MemoryStream pixels)
    {
        if (type == "IHDR")
        {
            (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
            data[8..].ToArray().ShouldBe([8, 2, 0, 0, 0], "8-bit RGB without interlacing");
        }
        else if (type == "IDAT")
        {
            pixels.Write(data);
        }
        else if (type == "pHYs")
        {
            data[8].ShouldBe((byte)1, "metres");
            Sizes.Add((BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..])));
        }
        else if (type == "iTXt")
        {
            var parts = Encoding.UTF8.GetString(data).Split('\0');
            Texts[parts[0]] = parts[^1];
        }
    }

    private byte[] Unfilter(MemoryStream compressed)
    {
        compressed.Position = 0;
        using var inflate = new ZLibStream(compressed, CompressionMode.Decompress);
        var (stride, all) = (Width * 3, new byte[Width * Height * 3]);
        var line = new byte[stride + 1];
        for (var y = 0; y < Height; y++)
        {
            inflate.ReadExactly(line);
            for (var i = 0; i < stride; i++)
            {
                var left = i < 3 ? 0 : all[y * stride + i - 3];
                var up = y == 0 ? 0 : all[(y - 1) * stride + i];
                var corner = i < 3 || y == 0 ? 0 : all[(y - 1) * stride + i - 3];
                all[y * stride + i] = (byte)(
                    line[i + 1]
                    + line[0] switch
                    {
                        0 => 0,
                        1 => left,
                        2 => up,
                        3 => (left + up) / 2,
                        _ => Paeth(left, up, corner),
                    }
                );
            }
        }
        return all;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
