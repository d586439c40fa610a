using System.Buffers.Binary;

namespace Analytics.Charts;

/// <summary>
/// Reads from a TrueType file what measuring needs: units per em (<c>head</c>), line metrics (<c>hhea</c>), advance
/// widths (<c>hmtx</c>) and the character map (<c>cmap</c> format 12). Kerning is left out: Noto's pairs only tighten, so
/// text is at most as wide as measured. Layout of the tables: OpenType specification,
/// https://learn.microsoft.com/typography/opentype/spec/.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _hmtx;
    private readonly byte[] _groups;
    private readonly int _longMetrics;

    private TrueTypeFont(byte[] head, byte[] hhea, byte[] hmtx, byte[] groups)
    {
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(18));
        Ascent = BinaryPrimitives.ReadInt16BigEndian(hhea.AsSpan(4)) / (double)UnitsPerEm;
        Descent = -BinaryPrimitives.ReadInt16BigEndian(hhea.AsSpan(6)) / (double)UnitsPerEm;
        _longMetrics = BinaryPrimitives.ReadUInt16BigEndian(hhea.AsSpan(34));
        _hmtx = hmtx;
        _groups = groups;
    }

    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline in em, and depth below it (positive).</summary>
    public double Ascent { get; }

    public double Descent { get; }

    /// <summary>Opens a font file and reads the four tables; glyph outlines stay on disk.</summary>
    /// <exception cref="ChartException">The file is missing or not a TrueType font with a full Unicode map.</exception>
    public static TrueTypeFont Open(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var tables = Directory(file);
            return new TrueTypeFont(
                Table(file, tables["head"]),
                Table(file, tables["hhea"]),
                Table(file, tables["hmtx"]),
                UnicodeGroups(Table(file, tables["cmap"]))
            );
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or KeyNotFoundException or ArgumentException or InvalidDataException)
        {
            throw new ChartException(
                ChartProblem.Native,
                $"The bundled font {path} cannot be read ({error.Message}). "
                    + "Build or unpack the program again so that fonts/ lies beside it.",
                error
            )
            {
                Zh = $"内附字体 {path} 无法读取（{error.Message}）。请重新构建或解压本程序，使 fonts/ 在其旁。",
            };
        }
    }

    /// <summary>Glyph of a code point; 0 when the font has none.</summary>
    public int Glyph(int codePoint)
    {
        var (low, high) = (0, _groups.Length / 12 - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (start, end, glyph) = Group(middle);
            if (codePoint < start)
                high = middle - 1;
            else if (codePoint > end)
                low = middle + 1;
            else
                return glyph + codePoint - start;
        }
        return 0;
    }

    /// <summary>Advance width of a code point in em.</summary>
    public double Advance(int codePoint) => Units(codePoint) / (double)UnitsPerEm;

    private ushort Units(int codePoint)
    {
        if (codePoint >= _known.Length)
            return Read(codePoint);
        if (_known[codePoint] == 0)
            _known[codePoint] = Read(codePoint);
        return _known[codePoint];
    }

    private ushort Read(int codePoint) =>
        BinaryPrimitives.ReadUInt16BigEndian(_hmtx.AsSpan(Math.Min(Glyph(codePoint), _longMetrics - 1) * 4));

    /// <summary>Widths of characters asked for before, 0 for others: layout measures the same ones thousands of times.</summary>
    private readonly ushort[] _known = new ushort[0x10000];

    private (int Start, int End, int Glyph) Group(int index)
    {
        var group = _groups.AsSpan(index * 12, 12);
        return (
            BinaryPrimitives.ReadInt32BigEndian(group),
            BinaryPrimitives.ReadInt32BigEndian(group[4..]),
            BinaryPrimitives.ReadInt32BigEndian(group[8..])
        );
    }

    internal static Dictionary<string, (uint Offset, int Length)> Directory(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        var header = Table(file, (0, 12));
        var count = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4));
        var records = Table(file, (12, count * 16));
        var tables = new Dictionary<string, (uint, int)>(count);
        for (var at = 0; at < records.Length; at += 16)
        {
            var record = records.AsSpan(at, 16);
            tables[System.Text.Encoding.ASCII.GetString(record[..4])] = (
                BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                BinaryPrimitives.ReadInt32BigEndian(record[12..])
            );
        }
        return tables;
    }

    internal static byte[] Table(Microsoft.Win32.SafeHandles.SafeFileHandle file, (uint Offset, int Length) place)
    {
        var bytes = new byte[place.Length];
        var read = 0;
        while (read < bytes.Length)
        {
            var got = RandomAccess.Read(file, bytes.AsSpan(read), place.Offset + read);
            if (got == 0)
                throw new InvalidDataException("the file ends early");
            read += got;
        }
        return bytes;
    }

    /// <summary>The segment groups of the Windows UCS-4 subtable (platform 3, encoding 10), which format 12 always serves.</summary>
    private static byte[] UnicodeGroups(byte[] cmap)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cmap.AsSpan(2));
        for (var i = 0; i < count; i++)
        {
            var record = cmap.AsSpan(4 + 8 * i, 8);
            var at = BinaryPrimitives.ReadInt32BigEndian(record[4..]);
            if (BinaryPrimitives.ReadUInt32BigEndian(record) != 0x0003000A || BinaryPrimitives.ReadUInt16BigEndian(cmap.AsSpan(at)) != 12)
                continue;
            var groups = BinaryPrimitives.ReadInt32BigEndian(cmap.AsSpan(at + 12));
            return cmap.AsSpan(at + 16, groups * 12).ToArray();
        }
        throw new InvalidDataException("no format 12 character map");
    }
}
