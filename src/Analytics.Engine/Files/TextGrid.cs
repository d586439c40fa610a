using System.Text;

namespace Analytics.Engine.Files;

/// <summary>The records of a text of fields (RFC 4180, with any separator), each with the line that it begins on.</summary>
internal static class TextGrid
{
    private static readonly char[] Separators = [',', '\t', ';', '|'];

    /// <summary>As many lines as are looked at for a separator.</summary>
    private const int Looked = 60;

    /// <summary>The separator that parts most lines into equally many fields.</summary>
    public static char SeparatorOf(string path)
    {
        using var reader = new StreamReader(PackedFile.Open(path), Encoding.UTF8);
        var lines = new List<string>();
        while (lines.Count < Looked && reader.ReadLine() is { } line)
            lines.Add(line);
        return Separators.MaxBy(s => Agreeing(lines, s));
    }

    /// <summary>The records that hold anything. A quote that is not closed reaches to the end of the text.</summary>
    /// <param name="path">A text in UTF-8, packed or not.</param>
    /// <param name="separator">What parts the fields.</param>
    public static IEnumerable<GridRow> Read(string path, char separator)
    {
        using var reader = new StreamReader(PackedFile.Open(path), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var (cells, field) = (new List<GridCell>(), new StringBuilder());
        var (line, first, isQuoted, wasQuoted) = (1L, 1L, false, false);
        for (var read = reader.Read(); read >= 0; read = reader.Read())
        {
            var sign = (char)read;
            if (isQuoted)
            {
                line += sign == '\n' ? 1 : 0;
                if (sign != '"')
                    field.Append(sign);
                else if (reader.Peek() == '"')
                    field.Append((char)reader.Read());
                else
                    isQuoted = false;
            }
            else if (sign == '"' && field.Length == 0 && !wasQuoted)
            {
                isQuoted = wasQuoted = true;
            }
            else if (sign == separator)
            {
                EndField();
            }
            else if (sign is '\n' or '\r')
            {
                if (sign == '\r' && reader.Peek() == '\n')
                    reader.Read();
                if (EndRecord() is { } row)
                    yield return row;
                first = ++line;
            }
            else
            {
                field.Append(sign);
            }
        }

        if (EndRecord() is { } last)
            yield return last;

        void EndField()
        {
            cells.Add(GridCell.OfText(field.ToString()));
            field.Clear();
            wasQuoted = false;
        }

        GridRow? EndRecord()
        {
            EndField();
            var row = new GridRow(first, cells);
            cells = new List<GridCell>(cells.Count);
            return row.Filled > 0 ? row : null;
        }
    }

    private static int Agreeing(List<string> lines, char separator)
    {
        var counts = lines
            .Select(l => Fields(l, separator))
            .Where(n => n > 1)
            .GroupBy(n => n)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault();
        return counts is null ? 0 : counts.Count() * 10 + Math.Min(9, counts.Key);
    }

    private static int Fields(string line, char separator)
    {
        var (fields, isQuoted) = (1, false);
        foreach (var sign in line)
        {
            isQuoted ^= sign == '"';
            fields += !isQuoted && sign == separator ? 1 : 0;
        }

        return fields;
    }
}
