namespace Analytics.Engine.Sql;

/// <summary>A token or comment of a statement as it will be written, or a pair of brackets with what they hold.</summary>
/// <param name="Kind">Of the token; <see cref="SqlTokenKind.Bracket"/> for a pair.</param>
/// <param name="Text">With the case that it will have.</param>
/// <param name="HasSpace">Whether a space stands before it, unless a line begins with it.</param>
internal sealed record FormatPart(SqlTokenKind Kind, string Text, bool HasSpace)
{
    /// <summary>Of brackets: what stands between them, and the closing one.</summary>
    public IReadOnlyList<FormatPart>? Inside { get; init; }

    public string Close { get; init; } = "";

    /// <summary>A comment that has a line of its own.</summary>
    public bool OwnsLine { get; init; }

    /// <summary>Whether a line must end after it.</summary>
    public bool EndsLine =>
        Kind == SqlTokenKind.Comment && (OwnsLine || Text.StartsWith("--", StringComparison.Ordinal) || Text.Contains('\n'));

    public bool Is(string keyword) => Kind == SqlTokenKind.Keyword && Text == keyword;

    /// <summary>The parts on one line; null if they need several.</summary>
    public static string? OnOneLine(IEnumerable<FormatPart> parts)
    {
        var line = new System.Text.StringBuilder();
        return Append(parts, line) ? line.ToString() : null;
    }

    private static bool Append(IEnumerable<FormatPart> parts, System.Text.StringBuilder line)
    {
        var isFirst = true;
        foreach (var part in parts)
        {
            if (part.EndsLine || part.Text.Contains('\n'))
                return false;
            line.Append(part.HasSpace && !isFirst ? " " : "").Append(part.Text);
            isFirst = false;
            if (part.Inside is { } inside && !Append(inside, line))
                return false;
            line.Append(part.Close);
        }
        return true;
    }
}
