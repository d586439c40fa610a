using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Where a font lies: a file, and the number of the font in it where it is a collection.</summary>
internal readonly record struct FontPlace(string Path, int Index = 0);

/// <summary>
/// One weight of a font, mapped into memory for as long as the process lives and repaired there; the file stays as it is. Its line metrics
/// become those of its glyphs, because who centres text by Noto's own places it far too high; and the radicals of U+2E80–2FDF lose their
/// characters, because they share glyphs with common characters (⼈ and 人) and would come back when text is read out of a picture.
/// HarfBuzz measures and cuts, Skia draws.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class FontFile
{
    /// <summary>Height and depth of a line in thousandths of an em, those of a Chinese character's square.</summary>
    private const int Rise = 880,
        Drop = -120;

    private const int FirstRadical = 0x2E80,
        LastRadical = 0x2FDF;

    private readonly nint _data;
    private readonly int _length;
    private readonly Font _font;
    private readonly Face _face;
    private readonly double _unitsPerEm;
    private readonly Lazy<SKTypeface> _typeface;

    /// <summary>Advances of characters asked for before, one more than they are, 0 for others: layout asks for the same ones often.</summary>
    private readonly ushort[] _known = new ushort[0x10000];

    /// <summary>Opens a font.</summary>
    /// <exception cref="UserException">The file cannot be read, is no font, or the libraries that read it are missing.</exception>
    public FontFile(FontPlace place)
    {
        try
        {
            (_data, _length) = Mapped(place.Path);
            Repair(Bytes, place.Index);
            var blob = new Blob(_data, _length, MemoryMode.ReadOnly);
            _face = new Face(blob, place.Index);
            _font = new Font(_face);
            _font.SetFunctionsOpenType();
            (_unitsPerEm, var glyphs) = (_face.UnitsPerEm, _face.GlyphCount);
            _font.SetScale(_face.UnitsPerEm, _face.UnitsPerEm);
            if (glyphs == 0)
                throw new InvalidDataException("no glyphs");
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw Unreadable(place, error);
        }
        catch (Exception error) when (NativeLibraries.IsMissing(error))
        {
            throw NativeLibraries.Missing(error);
        }
        _typeface = new Lazy<SKTypeface>(() => Draws(SKData.Create(_data, _length), place));
    }

    /// <summary>The font as Skia draws it.</summary>
    /// <exception cref="UserException">The library is missing.</exception>
    public SKTypeface Typeface => _typeface.Value;

    /// <summary>Glyph of a code point; 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => _font.TryGetNominalGlyph(codePoint, out var glyph) ? (ushort)glyph : (ushort)0;

    /// <summary>Advance width of a code point in em.</summary>
    public double Advance(int codePoint)
    {
        if (codePoint >= _known.Length)
            return Read(codePoint) / _unitsPerEm;
        if (_known[codePoint] == 0)
            _known[codePoint] = (ushort)(Read(codePoint) + 1);
        return (_known[codePoint] - 1) / _unitsPerEm;
    }

    /// <summary>A font that draws these characters alone, for files that carry their fonts.</summary>
    /// <exception cref="UserException">A library is missing.</exception>
    public SKTypeface Part(IEnumerable<int> codePoints)
    {
        var part = FontSubset.Of(_face, codePoints);
        Repair(part, 0);
        return Draws(SKData.CreateCopy(part), new FontPlace("subset"));
    }

    private int Read(int codePoint) => _font.GetHorizontalGlyphAdvance(Glyph(codePoint));

    private static SKTypeface Draws(SKData data, FontPlace place)
    {
        try
        {
            return SKTypeface.FromData(data, place.Index) ?? throw Unreadable(place, new InvalidDataException("no typeface"));
        }
        catch (Exception error) when (NativeLibraries.IsMissing(error))
        {
            throw NativeLibraries.Missing(error);
        }
    }

    private unsafe Span<byte> Bytes => new((void*)_data, _length);

    /// <summary>The file's bytes; what is written there is written to memory alone.</summary>
    private static unsafe (nint Data, int Length) Mapped(string path)
    {
        var length = checked((int)new FileInfo(path).Length);
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.CopyOnWrite);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.CopyOnWrite);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return ((nint)(start + view.PointerOffset), length);
    }

    /// <summary>Tables and fields: OpenType specification, https://learn.microsoft.com/typography/opentype/spec/.</summary>
    private static void Repair(Span<byte> font, int index)
    {
        var header = Encoding.ASCII.GetString(font[..4]) == "ttcf" ? Int(font, 12 + 4 * index) : 0;
        var (head, em) = (0, 1000);
        for (var at = header + 12; at < header + 12 + 16 * UInt16(font, header + 4); at += 16)
        {
            var table = Int(font, at + 8);
            switch (Encoding.ASCII.GetString(font.Slice(at, 4)))
            {
                case "head":
                    (head, em) = (table, UInt16(font, table + 18));
                    Write(font, head + 38, Drop * em / 1000);
                    Write(font, head + 42, Rise * em / 1000);
                    break;
                case "hhea":
                    Lines(font, table + 4);
                    break;
                case "OS/2":
                    Lines(font, table + 68);
                    Write(font, table + 74, Rise * em / 1000);
                    Write(font, table + 76, -Drop * em / 1000);
                    break;
                case "cmap":
                    ForgetRadicals(font, table);
                    break;
            }
        }

        void Lines(Span<byte> bytes, int at)
        {
            Write(bytes, at, Rise * em / 1000);
            Write(bytes, at + 2, Drop * em / 1000);
            Write(bytes, at + 4, 0);
        }
    }

    /// <summary>Segments of radicals (format 12) shrink to one character without a glyph, so that the order of all stays.</summary>
    private static void ForgetRadicals(Span<byte> font, int cmap)
    {
        for (var i = 0; i < UInt16(font, cmap + 2); i++)
        {
            var map = cmap + Int(font, cmap + 8 + 8 * i);
            if (UInt16(font, map) != 12)
                continue;
            var groups = font.Slice(map + 16, 12 * Int(font, map + 12));
            for (var at = 0; at < groups.Length; at += 12)
            {
                var (first, last) = (Int(groups, at), Int(groups, at + 4));
                if (first < FirstRadical || last > LastRadical)
                    continue;
                BinaryPrimitives.WriteInt32BigEndian(groups[(at + 4)..], first);
                BinaryPrimitives.WriteInt32BigEndian(groups[(at + 8)..], 0);
            }
        }
    }

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static void Write(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteInt16BigEndian(bytes[at..], (short)value);

    private static bool IsOfFile(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException or OverflowException;

    private static UserException Unreadable(FontPlace place, Exception error) =>
        UserException.Failed(
            $"内附字体 {place.Path} 无法读取（{error.Message}）。请重新构建或解压本程序，使 fonts/ 在其旁。",
            $"The bundled font {place.Path} cannot be read ({error.Message}). "
                + "Build or unpack the program again so that fonts/ lies beside it.",
            error
        );
}
