using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Documents;

/// <summary>
/// Appends cells of SpreadsheetML. Texts are texts, whatever they begin with: no cell is a formula. What a spreadsheet would change as a
/// number (more than 15 digits, what is not finite, days before March 1900) is a text too, and counted.
/// </summary>
internal sealed class XlsxCells
{
    /// <summary>Characters of a cell, in UTF-16.</summary>
    public const int LongestText = 32_767;

    /// <summary>1970-01-01 as a spreadsheet counts days.</summary>
    private const int EpochDay = 25_569;

    /// <summary>1900-03-01: before it spreadsheets have a day that never was.</summary>
    private const int FirstDay = 61;

    /// <summary>9999-12-31.</summary>
    private const int LastDay = 2_958_465;

    private const long MicrosPerDay = 86_400_000_000;

    private long _kept;
    private long _cut;

    /// <summary>Numbers that stand as text.</summary>
    public long NumbersAsText => Interlocked.Read(ref _kept);

    /// <summary>Texts that were longer than a cell can be.</summary>
    public long TextsCut => Interlocked.Read(ref _cut);

    /// <summary>Appends the cells of a row; NULL is an empty cell. From several threads, each with a buffer of its own.</summary>
    /// <param name="chunk">Has the row.</param>
    /// <param name="row">0-based in it.</param>
    /// <param name="styles">Of the columns, as <see cref="XlsxStyles.Of"/> or for wrapped text.</param>
    /// <param name="into">Where to.</param>
    public void Append(DataChunk chunk, int row, ReadOnlySpan<int> styles, Utf8Buffer into)
    {
        for (var i = 0; i < chunk.ColumnCount; i++)
            Append(chunk.Column(i), row, styles[i], into);
    }

    /// <summary>Begins a row, as high as its longest wrapped text needs.</summary>
    public static void BeginRow(int lines, Utf8Buffer into)
    {
        const int HeightOfLine = 15,
            MostLines = 27;
        if (lines <= 1)
        {
            into.Append("<row>"u8);
            return;
        }

        into.Append("<row ht=\""u8);
        into.Append($"{HeightOfLine * Math.Min(lines, MostLines)}");
        into.Append("\" customHeight=\"1\">"u8);
    }

    /// <summary>Lines that the wrapped texts of a row take in the widest column.</summary>
    public static int Lines(DataChunk chunk, int row, ReadOnlySpan<int> styles)
    {
        var most = 1;
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            if (styles[i] == XlsxStyles.WrappedText && !chunk.Column(i).IsNull(row))
                most = Math.Max(most, Lines(chunk.Column(i).Utf8(row)));
        }

        return most;
    }

    /// <summary>Lines that a text takes in the widest column.</summary>
    public static int Lines(ReadOnlySpan<byte> text)
    {
        var (lines, width) = (1, 0.0);
        foreach (var unit in text)
        {
            // Bytes behind the first of a character take no room.
            var wide =
                unit < 0x80 ? 1.1
                : unit >= 0xC0 ? 2.1
                : 0;
            var ends = unit == '\n';
            lines += ends || width + wide > XlsxSheet.Widest ? 1 : 0;
            width =
                ends ? 0
                : width + wide > XlsxSheet.Widest ? wide
                : width + wide;
        }

        return lines;
    }

    /// <summary>Appends one cell.</summary>
    public void Append(in VectorView column, int row, int style, Utf8Buffer into)
    {
        if (column.IsNull(row))
            into.Append("<c/>"u8);
        else if (column.Type.Id == DuckDbTypeId.Varchar)
            AppendText(column.Utf8(row), style, into);
        else if (column.Type.Id == DuckDbTypeId.Boolean)
            into.Append(column.Values<byte>()[row] != 0 ? "<c t=\"b\"><v>1</v></c>"u8 : "<c t=\"b\"><v>0</v></c>"u8);
        else if (Days(column, row) is { } days)
            AppendDays(column, row, days, style, into);
        else
            AppendOther(column, row, style, into);
    }

    /// <summary>Appends a text that no column holds.</summary>
    public void Append(string text, int style, Utf8Buffer into)
    {
        if (text.Length == 0)
            into.Append("<c/>"u8);
        else
            AppendText(Encoding.UTF8.GetBytes(text), style, into);
    }

    private void AppendOther(in VectorView column, int row, int style, Utf8Buffer into)
    {
        if (!column.Type.IsNumeric)
        {
            AppendCanonical(column, row, style, into);
            return;
        }

        var start = into.Length;
        Open(style, ""u8, into);
        into.Append("<v>"u8);
        var number = into.Length;
        CellFormatter.Append(column, row, into);
        if (IsKept(into.Written[number..], column.Type))
        {
            into.Append("</v></c>"u8);
            return;
        }

        into.Truncate(start);
        Interlocked.Increment(ref _kept);
        AppendCanonical(column, row, XlsxStyles.Text, into);
    }

    /// <summary>Whether a spreadsheet keeps every digit. What the engine holds as a binary number it holds so itself.</summary>
    private static bool IsKept(ReadOnlySpan<byte> number, DuckDbType type)
    {
        if (!char.IsAsciiDigit((char)number[^1]))
            return false;
        if (type.Id is DuckDbTypeId.Float or DuckDbTypeId.Double || number.Length <= XlsxStyles.MostDigits)
            return true;
        var digits = number.TrimStart("-0."u8).Length - (number.TrimStart("-0."u8).Contains((byte)'.') ? 1 : 0);
        return digits <= XlsxStyles.MostDigits;
    }

    private void AppendCanonical(in VectorView column, int row, int style, Utf8Buffer into)
    {
        var text = new Utf8Buffer();
        CellFormatter.Append(column, row, text);
        AppendText(text.Written, style, into);
    }

    /// <summary>Days since 1899-12-30, with the time as a part of a day; null for types that are no moments.</summary>
    private static double? Days(in VectorView column, int row) =>
        column.Type.Id switch
        {
            DuckDbTypeId.Date => column.Values<int>()[row] is var day && new DuckDbDate(day).IsFinite ? day + EpochDay : double.NaN,
            DuckDbTypeId.Time => column.Values<long>()[row] / (double)MicrosPerDay,
            DuckDbTypeId.TimestampS => Moment(column.Values<long>()[row], MicrosPerDay / 1_000_000),
            DuckDbTypeId.TimestampMs => Moment(column.Values<long>()[row], MicrosPerDay / 1_000),
            DuckDbTypeId.Timestamp => Moment(column.Values<long>()[row], MicrosPerDay),
            DuckDbTypeId.TimestampNs => Moment(column.Values<long>()[row], MicrosPerDay * 1_000),
            _ => null,
        };

    private static double Moment(long ticks, long perDay) =>
        ticks == DuckDbTimestamp.Infinity || ticks == -DuckDbTimestamp.Infinity ? double.NaN : EpochDay + ticks / (double)perDay;

    private void AppendDays(in VectorView column, int row, double days, int style, Utf8Buffer into)
    {
        if (column.Type.Id != DuckDbTypeId.Time && !(days >= FirstDay && days < LastDay + 1))
        {
            Interlocked.Increment(ref _kept);
            AppendCanonical(column, row, XlsxStyles.Text, into);
            return;
        }

        Open(style, ""u8, into);
        into.Append("<v>"u8);
        days.TryFormat(into.GetSpan(32), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        into.Advance(written);
        into.Append("</v></c>"u8);
    }

    private void AppendText(ReadOnlySpan<byte> text, int style, Utf8Buffer into)
    {
        // No text of so few bytes has more characters.
        if (text.Length > LongestText && Encoding.UTF8.GetCharCount(text) > LongestText)
        {
            Interlocked.Increment(ref _cut);
            text = Cut(text);
        }

        Open(style, " t=\"inlineStr\""u8, into);
        into.Append("<is><t xml:space=\"preserve\">"u8);
        Escape(text, into);
        into.Append("</t></is></c>"u8);
    }

    private static byte[] Cut(ReadOnlySpan<byte> text)
    {
        var all = Encoding.UTF8.GetString(text);
        var length = char.IsHighSurrogate(all[LongestText - 1]) ? LongestText - 1 : LongestText;
        return Encoding.UTF8.GetBytes(all[..length]);
    }

    private static void Open(int style, ReadOnlySpan<byte> type, Utf8Buffer into)
    {
        into.Append("<c"u8);
        into.Append(type);
        if (style != XlsxStyles.General)
        {
            into.Append(" s=\""u8);
            if (style >= 10)
                into.Append((byte)('0' + style / 10));
            into.Append((byte)('0' + style % 10));
            into.Append((byte)'"');
        }

        into.Append((byte)'>');
    }

    /// <summary>Appends text as ST_Xstring has it: XML, and what XML cannot hold as <c>_x0001_</c>.</summary>
    private static void Escape(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // What is special is ASCII, but for U+FFFE and U+FFFF.
            if (text[i] > '>' && text[i] is not ((byte)'_' or 0xEF))
                continue;
            var length = SpecialLength(text[i..]);
            if (length == 0)
                continue;
            into.Append(text[from..i]);
            AppendSpecial(text[i], into);
            i += length - 1;
            from = i + 1;
        }

        into.Append(text[from..]);
    }

    private static int SpecialLength(ReadOnlySpan<byte> text) =>
        text[0] switch
        {
            (byte)'&' or (byte)'<' or (byte)'>' => 1,
            < (byte)' ' and not ((byte)'\t' or (byte)'\n') => 1,
            (byte)'_' when IsEscape(text) => 1,
            0xEF when text.Length > 2 && text[1] == 0xBF && text[2] >= 0xBE => 3,
            _ => 0,
        };

    /// <summary>Whether a text begins as an escape would, <c>_x0041_</c>, which a reader takes for one.</summary>
    private static bool IsEscape(ReadOnlySpan<byte> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && IsHex(text[2]) && IsHex(text[3]) && IsHex(text[4]) && IsHex(text[5]);

    private static bool IsHex(byte unit) => char.IsAsciiHexDigit((char)unit);

    private static void AppendSpecial(byte first, Utf8Buffer into)
    {
        switch (first)
        {
            case (byte)'&':
                into.Append("&amp;"u8);
                break;
            case (byte)'<':
                into.Append("&lt;"u8);
                break;
            case (byte)'>':
                into.Append("&gt;"u8);
                break;
            case (byte)'_':
                into.Append("_x005F_"u8);
                break;
            case 0xEF:
                into.Append("\uFFFD"u8);
                break;
            default:
                into.Append("_x00"u8);
                into.Append((byte)('0' + first / 16));
                into.Append("0123456789ABCDEF"u8[first % 16]);
                into.Append((byte)'_');
                break;
        }
    }
}
