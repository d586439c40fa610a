using System.Text;

namespace Analytics.Engine.Sql;

/// <summary>
/// Lays a query out: a clause per line, lists filled up to the width, brackets that do not fit opened over several
/// lines. What it writes depends on the parts alone, not on the lines they came from.
/// </summary>
internal sealed class FormatWriter
{
    private const int Width = 120,
        Step = 4;

    private readonly StringBuilder _text = new();
    private int _column;
    private int _lineIndent;
    private int _startIndent;
    private int _lines;
    private bool _mustBreak;

    private bool IsAtLineStart => _column == _lineIndent;

    public static string Write(IReadOnlyList<FormatPart> parts)
    {
        var writer = new FormatWriter();
        writer.Query(parts, 0);
        return writer._text.ToString();
    }

    private void Query(IReadOnlyList<FormatPart> parts, int indent)
    {
        var isFirst = true;
        foreach (var clause in FormatClauses.Divide(parts))
        {
            if (!isFirst || _mustBreak)
                NewLine(indent);
            isFirst = false;
            if (clause.Head.Length > 0)
                Put(clause.Head, space: false, indent);
            if (clause.Head.StartsWith("WITH", StringComparison.Ordinal))
                CommonTables(clause.Body, indent + Step);
            else if (clause.Head == "VALUES" && FormatPart.OnOneLine(clause.Body) is var line && (line is null || !Fits(line, space: true)))
                OneEach(clause.Body, indent + Step);
            else
                Fill(clause.Body, indent + Step);
        }
    }

    private void CommonTables(IReadOnlyList<FormatPart> parts, int indent)
    {
        foreach (var table in Items(parts))
        {
            NewLine(indent);
            foreach (var part in table)
            {
                if (part.Inside is { } inside && FormatClauses.IsQuery(inside))
                    Open(part, indent);
                else
                    Part(part, indent);
            }
        }
    }

    private void OneEach(IReadOnlyList<FormatPart> parts, int indent)
    {
        foreach (var item in Items(parts))
        {
            NewLine(indent);
            Segment(item, indent);
        }
    }

    /// <summary>Parts up to and with each comma, and the comments on its line.</summary>
    private static IEnumerable<List<FormatPart>> Items(IReadOnlyList<FormatPart> parts)
    {
        var item = new List<FormatPart>();
        var isComplete = false;
        foreach (var part in parts)
        {
            var isComment = part.Kind == SqlTokenKind.Comment;
            if (isComplete && (!isComment || part.OwnsLine))
            {
                yield return item;
                (item, isComplete) = ([], false);
            }
            item.Add(part);
            isComplete = isComment ? isComplete : part.Text == ",";
        }
        if (item.Count > 0)
            yield return item;
    }

    private void Fill(IReadOnlyList<FormatPart> parts, int indent)
    {
        foreach (var item in Items(parts))
        {
            foreach (var segment in Conditions(item))
                Segment(segment, indent);
        }
    }

    /// <summary>Divides an item before each AND and OR, those of BETWEEN left together.</summary>
    private static IEnumerable<List<FormatPart>> Conditions(List<FormatPart> item)
    {
        var segment = new List<FormatPart>();
        var (betweens, cases) = (0, 0);
        foreach (var part in item)
        {
            cases +=
                part.Is("CASE") ? 1
                : part.Is("END") ? -1
                : 0;
            betweens += part.Is("BETWEEN") ? 1 : 0;
            var isInside = cases > 0 || (betweens > 0 && part.Is("AND"));
            if (part.Is("AND") && betweens > 0)
                betweens--;
            if ((part.Is("AND") || part.Is("OR")) && !isInside && segment.Count > 0)
            {
                yield return segment;
                segment = [];
            }
            segment.Add(part);
        }
        yield return segment;
    }

    private void Segment(List<FormatPart> parts, int indent)
    {
        var line = FormatPart.OnOneLine(parts);
        if (line is not null && !_mustBreak && Fits(line, parts[0].HasSpace))
        {
            Put(line, parts[0].HasSpace, indent);
            return;
        }
        if (!IsAtLineStart && (_mustBreak || (_column > _startIndent + Step * 2 && line is not null && !HoldsQuery(parts))))
            NewLine(indent);
        if (line is not null && Fits(line, space: false))
        {
            Put(line, space: true, indent);
            return;
        }
        var first = _lines;
        foreach (var part in parts)
            Part(part, indent);
        // What follows a part of several lines begins a line of its own.
        _mustBreak |= _lines > first;
    }

    private static bool HoldsQuery(List<FormatPart> parts) => parts.Any(p => p.Inside is { } inside && FormatClauses.IsQuery(inside));

    /// <summary>Writes one part, opening its brackets if they do not fit.</summary>
    private void Part(FormatPart part, int indent)
    {
        if (part.Kind == SqlTokenKind.Comment)
        {
            Comment(part, indent);
            return;
        }
        var line = FormatPart.OnOneLine([part]);
        if (part.Inside is null || (line is not null && Fits(line, part.HasSpace)))
        {
            var breaks = (part.Is("WHEN") || part.Is("ELSE")) && !IsAtLineStart && _column > Width * 2 / 3;
            if (breaks)
                NewLine(indent + Step);
            Put(line ?? part.Text, part.HasSpace, indent);
        }
        else
        {
            Open(part, _mustBreak ? indent : _lineIndent);
        }
    }

    private void Comment(FormatPart part, int indent)
    {
        if (part.OwnsLine && !IsAtLineStart)
            NewLine(indent);
        Put(part.Text, space: true, indent);
        _mustBreak = part.EndsLine;
    }

    /// <summary>
    /// Brackets over several lines: what they hold is indented, the closing one stands below the line of the opening one.
    /// </summary>
    private void Open(FormatPart part, int indent)
    {
        Put(part.Text, part.HasSpace, indent);
        var outer = _lineIndent;
        NewLine(outer + Step);
        if (FormatClauses.IsQuery(part.Inside!))
            Query(part.Inside!, outer + Step);
        else
            Fill(part.Inside!, outer + Step);
        NewLine(outer);
        Put(part.Close, space: false, outer);
    }

    private bool Fits(string line, bool space) => _column + (space && !IsAtLineStart ? 1 : 0) + Cells(line) <= Width;

    private void Put(string words, bool space, int indent)
    {
        if (_mustBreak)
            NewLine(indent);
        if (space && !IsAtLineStart)
            words = " " + words;
        _text.Append(words);
        _column = words.LastIndexOf('\n') is >= 0 and var end ? Cells(words.AsSpan(end + 1)) : _column + Cells(words);
    }

    private void NewLine(int indent)
    {
        _mustBreak = false;
        _lines++;
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(' ', indent);
        _startIndent = _column = _lineIndent = indent;
    }

    /// <summary>Cells of a terminal: ideographs and full-width signs take two.</summary>
    private static int Cells(ReadOnlySpan<char> words)
    {
        var cells = words.Length;
        foreach (var c in words)
            cells += c is >= '\u2E80' and < '\uD800' or >= '\uF900' and < '\uFAFF' or >= '\uFF00' and <= '\uFF60' ? 1 : 0;
        return cells;
    }
}
