namespace Analytics.Engine.Sql;

/// <summary>
/// The tokens of a text line by line, for highlighting: read when asked for, and kept. Made anew for each version of
/// the text from the version before, whose work above the first changed line it takes over. For one thread.
/// </summary>
public sealed class SqlLines
{
    private readonly IReadOnlyList<string> _lines;
    private readonly List<(IReadOnlyList<SqlToken> Tokens, SqlLineState After)> _read = [];

    private SqlLines(IReadOnlyList<string> lines) => _lines = lines;

    /// <param name="lines">Lines without their ends.</param>
    /// <param name="before">An earlier version of the same text, or null.</param>
    public static SqlLines Of(IReadOnlyList<string> lines, SqlLines? before = null)
    {
        var next = new SqlLines(lines);
        if (before is null)
            return next;
        var same = 0;
        var most = Math.Min(lines.Count, before._read.Count);
        foreach (var (now, then) in lines.Zip(before._lines))
        {
            if (same == most || !string.Equals(now, then, StringComparison.Ordinal))
                break;
            same++;
        }
        next._read.AddRange(before._read[..same]);
        return next;
    }

    /// <summary>The tokens of a line, with offsets within it.</summary>
    /// <param name="line">0-based.</param>
    public IReadOnlyList<SqlToken> Tokens(int line)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)line, (uint)_lines.Count);
        while (_read.Count <= line)
        {
            var state = _read.Count == 0 ? default : _read[^1].After;
            var tokens = SqlTokenizer.ReadLine(_lines[_read.Count], ref state);
            _read.Add((tokens, state));
        }
        return _read[line].Tokens;
    }
}
