using System.Buffers.Binary;
using System.Text;

namespace Analytics.Charts;

/// <summary>
/// A TrueType file with the outlines of some glyphs only, for embedding. Glyphs keep their numbers, so nothing that refers
/// to them changes; the empty rest compresses to almost nothing. Tables: OpenType specification,
/// https://learn.microsoft.com/typography/opentype/spec/ (<c>head</c>, <c>maxp</c>, <c>loca</c>, <c>glyf</c>).
/// </summary>
internal sealed class FontSubset
{
    /// <summary>What a PDF reader needs of an embedded font beside outlines; copied as they are where the file has them.</summary>
    private static readonly string[] Copied = ["cvt ", "fpgm", "hhea", "hmtx", "maxp", "prep"];

    private const ushort HasMore = 0x20,
        WordArguments = 0x1,
        HasScale = 0x8,
        HasTwoScales = 0x40,
        HasMatrix = 0x80;

    private readonly Dictionary<string, byte[]> _tables;
    private readonly byte[] _glyf;
    private readonly uint[] _loca;

    private FontSubset(Dictionary<string, byte[]> tables)
    {
        (_tables, _glyf) = (tables, tables["glyf"]);
        var (count, isLong) = (
            BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4)),
            BinaryPrimitives.ReadInt16BigEndian(tables["head"].AsSpan(50)) == 1
        );
        var loca = tables["loca"];
        _loca =
        [
            .. Enumerable
                .Range(0, count + 1)
                .Select(i =>
                    isLong
                        ? BinaryPrimitives.ReadUInt32BigEndian(loca.AsSpan(4 * i))
                        : BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * i)) * 2u
                ),
        ];
    }

    /// <summary>The bytes of a font file that draws these glyphs and those that they are made of.</summary>
    /// <exception cref="ChartException">The file is missing or damaged.</exception>
    public static byte[] Of(string path, IEnumerable<int> glyphs)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var directory = TrueTypeFont.Directory(file);
            string[] needed = ["head", "loca", "glyf", .. Copied];
            return new FontSubset(
                needed.Where(directory.ContainsKey).ToDictionary(t => t, t => TrueTypeFont.Table(file, directory[t]))
            ).Write(glyphs);
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

    private byte[] Write(IEnumerable<int> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        foreach (var glyph in glyphs)
            Keep(glyph, kept);
        var (outlines, offsets) = (new MemoryStream(), new byte[_loca.Length * 4]);
        for (var i = 0; i < _loca.Length - 1; i++)
        {
            if (kept.Contains(i))
                outlines.Write(Outline(i));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * (i + 1)), (uint)outlines.Length);
        }
        var head = _tables["head"].ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var tables = Copied
            .Where(_tables.ContainsKey)
            .Select(t => (t, _tables[t]))
            .Concat([("glyf", outlines.ToArray()), ("head", head), ("loca", offsets)]);
        return Assemble(tables.OrderBy(t => t.Item1, StringComparer.Ordinal).ToList());
    }

    private void Keep(int glyph, SortedSet<int> kept)
    {
        if (!kept.Add(glyph))
            return;
        foreach (var part in Parts(Outline(glyph)))
            Keep(part, kept);
    }

    private byte[] Outline(int glyph) => _glyf[(int)_loca[glyph]..(int)_loca[glyph + 1]];

    /// <summary>The glyphs that a composite one (fewer than zero contours) is made of.</summary>
    private static List<int> Parts(byte[] outline)
    {
        var parts = new List<int>();
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return parts;
        int at = 10,
            flags = HasMore;
        while ((flags & HasMore) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2)));
            at +=
                4
                + ((flags & WordArguments) != 0 ? 4 : 2)
                + (
                    (flags & HasScale) != 0 ? 2
                    : (flags & HasTwoScales) != 0 ? 4
                    : (flags & HasMatrix) != 0 ? 8
                    : 0
                );
        }
        return parts;
    }

    /// <summary>Directory and tables. Checksums stay zero: PDF readers do not look at them.</summary>
    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var (header, at) = (new byte[12 + 16 * tables.Count], 12 + 16 * tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)tables.Count);
        using var file = new MemoryStream();
        file.Write(header);
        foreach (var (i, (tag, data)) in tables.Index())
        {
            var record = header.AsSpan(12 + 16 * i, 16);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteInt32BigEndian(record[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(record[12..], data.Length);
            file.Write(data);
            for (at += data.Length; at % 4 != 0; at++)
                file.WriteByte(0);
        }
        var bytes = file.ToArray();
        header.CopyTo(bytes, 0);
        return bytes;
    }
}
