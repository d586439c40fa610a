using Analytics.Engine.Sql;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>
/// The colours of one version of a text, line by line; lines are read when they are drawn, and taken over by the next version.
/// </summary>
internal sealed record SqlColours(TextBuffer Buffer, SqlLines Lines)
{
    /// <summary>The colours of a text, made from those of the version before.</summary>
    public static SqlColours Of(TextBuffer buffer, SqlColours? before = null) =>
        before is not null && ReferenceEquals(before.Buffer, buffer)
            ? before
            : new SqlColours(buffer, SqlLines.Of(buffer.Lines, before?.Lines));

    /// <summary>The coloured stretches of a line.</summary>
    public IReadOnlyList<StyledSpan> Line(int number)
    {
        var spans = new List<StyledSpan>();
        foreach (var token in Lines.Tokens(number))
        {
            if (StyleOf(token.Kind) is { } style)
                spans.Add(new StyledSpan(token.Start, token.Length, style));
        }

        return spans;
    }

    /// <summary>Whether a sign that looks like a bracket is none: inside a text, a quoted name or a comment.</summary>
    public bool IsNoBracket(TextPosition place)
    {
        foreach (var token in Lines.Tokens(place.Line))
        {
            if (token.Start == place.Column)
                return token.Kind != SqlTokenKind.Bracket;
        }

        return true;
    }

    private static Style? StyleOf(SqlTokenKind kind) =>
        kind switch
        {
            SqlTokenKind.Keyword => Theme.Heading,
            SqlTokenKind.Type or SqlTokenKind.Function => Theme.Accent,
            SqlTokenKind.Text => Theme.Good,
            SqlTokenKind.Number => Style.Of(Color.Basic(5)),
            SqlTokenKind.Parameter => Theme.Warning,
            SqlTokenKind.Comment => Theme.Dim,
            SqlTokenKind.Unknown => Theme.Error,
            _ => null,
        };
}
