using System.Buffers;
using Analytics.Terminal.Ansi;

namespace Analytics.Terminal.Graphics;

/// <summary>
/// Pixels as sixel graphics (DEC STD 070, chapter 9; VT330/VT340 Programmer Reference Manual, volume 2, chapter 14): bands of six rows, in
/// each
/// band one pass for every colour in it, six pixels of a column in a character, repetitions counted. The same pixels give the same bytes.
/// </summary>
public static class SixelEncoder
{
    /// <summary>Pixels that a picture has at most: a screen of 5120×2880, and some.</summary>
    public const int MostPixels = 16 << 20;

    private const int BandRows = 6;

    /// <summary>
    /// The control string that draws the pixels with their upper left corner at the cursor. All are painted; nothing below or beside them
    /// is.
    /// </summary>
    /// <param name="rgb">Three bytes a pixel, row by row from the top.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="mostColors">2 to 256.</param>
    /// <exception cref="ArgumentException">Size and bytes do not match, or are out of bounds.</exception>
    public static SixelPicture Encode(ReadOnlySpan<byte> rgb, PixelSize size, int mostColors = GraphicsSupport.MostColors)
    {
        if (
            size is not { Width: > 0, Height: > 0 }
            || (long)size.Width * size.Height > MostPixels
            || rgb.Length != size.Width * size.Height * 3
        )
        {
            throw new ArgumentException(
                $"{rgb.Length} bytes are no picture of {size.Width}×{size.Height} pixels of three bytes",
                nameof(rgb)
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(mostColors, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostColors, GraphicsSupport.MostColors);
        using var colors = new SixelColors(rgb, mostColors);
        var output = new ArrayBufferWriter<byte>(1 << 16);
        // P2 = 1: what is not painted stays as it was. Raster attributes: pixels are square, then the size.
        output.Write("\eP0;1;0q\"1;1"u8);
        Parameter(output, size.Width);
        Parameter(output, size.Height);
        Define(output, colors.Palette);
        var bands = new Bands(rgb, size, colors);
        for (var top = 0; top < size.Height; top += BandRows)
        {
            if (top > 0)
                output.Write("-"u8);
            bands.Write(output, top);
        }
        output.Write("\e\\"u8);
        return new SixelPicture(size, output.WrittenMemory);
    }

    private static void Define(ArrayBufferWriter<byte> output, IReadOnlyList<(int Red, int Green, int Blue)> palette)
    {
        for (var i = 0; i < palette.Count; i++)
        {
            Number(output, (byte)'#', i);
            Parameter(output, 2);
            Parameter(output, palette[i].Red);
            Parameter(output, palette[i].Green);
            Parameter(output, palette[i].Blue);
        }
    }

    private static void Parameter(ArrayBufferWriter<byte> output, int value) => Number(output, (byte)';', value);

    private static void Number(ArrayBufferWriter<byte> output, byte introducer, int value)
    {
        output.GetSpan(1)[0] = introducer;
        output.Advance(1);
        Sgr.WriteNumber(output, value);
    }

    /// <summary>Takes a picture apart into bands, and those into colours.</summary>
    private readonly ref struct Bands(ReadOnlySpan<byte> rgb, PixelSize size, SixelColors colors)
    {
        private readonly ReadOnlySpan<byte> _rgb = rgb;

        // For each colour its columns; all 0 between bands.
        private readonly byte[] _columns = new byte[colors.Palette.Count * size.Width];

        // For each colour of the band its first and last column.
        private readonly (int First, int Last)[] _extents = new (int, int)[colors.Palette.Count];

        public void Write(ArrayBufferWriter<byte> output, int top)
        {
            Gather(top);
            var isFirst = true;
            for (var color = 0; color < _extents.Length; color++)
            {
                if (_extents[color].Last < 0)
                    continue;
                if (!isFirst)
                    output.Write("$"u8);
                isFirst = false;
                Number(output, (byte)'#', color);
                Runs(output, color);
            }
        }

        private void Gather(int top)
        {
            Array.Fill(_extents, (size.Width, -1));
            for (var y = 0; y < Math.Min(BandRows, size.Height - top); y++)
            {
                for (var x = 0; x < size.Width; x++)
                {
                    var color = colors.Number(_rgb, ((top + y) * size.Width + x) * 3);
                    _columns[color * size.Width + x] |= (byte)(1 << y);
                    ref var extent = ref _extents[color];
                    if (x < extent.First)
                        extent.First = x;
                    if (x > extent.Last)
                        extent.Last = x;
                }
            }
        }

        /// <summary>The columns of a colour to its last one, which are cleared.</summary>
        private void Runs(ArrayBufferWriter<byte> output, int color)
        {
            var row = _columns.AsSpan(color * size.Width, _extents[color].Last + 1);
            for (int x = 0, next; x < row.Length; x = next)
            {
                next = x + 1;
                while (next < row.Length && row[next] == row[x])
                    next++;
                Run(output, (byte)('?' + row[x]), next - x);
            }
            row.Clear();
        }

        private static void Run(ArrayBufferWriter<byte> output, byte sixel, int count)
        {
            if (count > 3)
            {
                Number(output, (byte)'!', count);
                count = 1;
            }
            output.GetSpan(count)[..count].Fill(sixel);
            output.Advance(count);
        }
    }
}
