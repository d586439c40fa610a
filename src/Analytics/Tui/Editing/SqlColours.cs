using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editing;

/// <summary>Colours of SQL, line by line.</summary>
static class SqlColours
{
    /// <summary>The coloured stretches of each line of a text.</summary>
    public static Func<int, IReadOnlyList<StyledSpan>> Of(TextBuffer buffer)
    {
        var lines = buffer.Lines.Select(_ => new List<StyledSpan>()).ToArray();
        var starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            starts[i] = starts[i - 1] + buffer.Lines[i - 1].Length + 1;
        var line = 0;
        foreach (var token in SqlLexer.Read(buffer.ToString()))
        {
            while (line + 1 < lines.Length && starts[line + 1] <= token.Start)
                line++;
            if (StyleOf(token.Kind) is { } style)
                Add(lines, starts, line, token, style);
        }
        return number => lines[number];
    }

    static void Add(List<StyledSpan>[] lines, int[] starts, int line, SqlToken token, Style style)
    {
        for (; line < lines.Length && starts[line] < token.End; line++)
        {
            var from = Math.Max(token.Start, starts[line]) - starts[line];
            lines[line].Add(new StyledSpan(from, token.End - starts[line] - from, style));
        }
    }

    static Style? StyleOf(SqlTokenKind kind) => kind switch
    {
        SqlTokenKind.Keyword => Theme.Heading,
        SqlTokenKind.Text => Theme.Good,
        SqlTokenKind.Number => Style.Of(Color.Basic(5)),
        SqlTokenKind.Parameter => Theme.Warning,
        SqlTokenKind.Comment => Theme.Dim,
        _ => null,
    };
}
