namespace Analytics.Engine.Language;

/// <summary>
/// The tokens of a text line by line, for highlighting: read when asked for, and kept. Made anew for each version of
/// the text from the version before, whose work above the first changed line it takes over. For one thread.
/// </summary>
public sealed class SqlLines
{
    readonly IReadOnlyList<string> lines;
    readonly List<(IReadOnlyList<SqlToken> Tokens, SqlLineState After)> read = [];

    SqlLines(IReadOnlyList<string> lines) => this.lines = lines;

    /// <param name="lines">Lines without their ends.</param>
    /// <param name="before">An earlier version of the same text, or null.</param>
    public static SqlLines Of(IReadOnlyList<string> lines, SqlLines? before = null)
    {
        var next = new SqlLines(lines);
        if (before is null)
            return next;
        var same = 0;
        var most = Math.Min(lines.Count, before.read.Count);
        foreach (var (now, then) in lines.Zip(before.lines))
        {
            if (same == most || !string.Equals(now, then, StringComparison.Ordinal))
                break;
            same++;
        }
        next.read.AddRange(before.read[..same]);
        return next;
    }

    /// <summary>The tokens of a line, with offsets within it.</summary>
    /// <param name="line">0-based.</param>
    public IReadOnlyList<SqlToken> Tokens(int line)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)line, (uint)lines.Count);
        while (read.Count <= line)
        {
            var state = read.Count == 0 ? default : read[^1].After;
            var tokens = SqlTokenizer.ReadLine(lines[read.Count], ref state);
            read.Add((tokens, state));
        }
        return read[line].Tokens;
    }
}
