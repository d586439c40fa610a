using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>One line of a list.</summary>
/// <param name="Text">The text at the left.</param>
/// <param name="Detail">A text at the right; it gives way where there is no room for both.</param>
/// <param name="Style">The line's own style.</param>
public readonly record struct ListLine(string Text, string Detail = "", Style Style = default);

/// <summary>How a list draws its parts.</summary>
/// <param name="Line">A line, and the background.</param>
/// <param name="Selected">The selected line while the list has the focus.</param>
/// <param name="SelectedUnfocused">The selected line otherwise.</param>
/// <param name="Detail">The text at the right.</param>
/// <param name="Match">What a search marks.</param>
/// <param name="Scrollbar">The scroll bar.</param>
public sealed record ListStyles(Style Line, Style Selected, Style SelectedUnfocused, Style Detail, Style Match, Style Scrollbar)
{
    /// <summary>The terminal's own colours.</summary>
    public static ListStyles Plain { get; } =
        new(
            default,
            Style.Default.With(TextAttributes.Reverse),
            Style.Default.With(TextAttributes.Bold),
            Style.Default.With(TextAttributes.Dim),
            Style.Default.With(TextAttributes.Underline),
            Style.Default.With(TextAttributes.Dim)
        );
}

/// <summary>A list with one selected line. It holds no lines, only how many there are; they are asked for when drawn.</summary>
/// <param name="Count">Lines there are.</param>
/// <param name="Selected">The selected line; -1 only when there are none.</param>
/// <param name="Top">First line shown.</param>
public sealed record ListView(int Count, int Selected, int Top)
{
    /// <summary>A list with its first line selected.</summary>
    public static ListView Of(int count) => new(count, count > 0 ? 0 : -1, 0);

    /// <summary>The list with another number of lines, keeping the selection where it can.</summary>
    public ListView WithCount(int count) => (this with { Count = count }).Select(Math.Max(0, Selected));

    /// <summary>The list with a line selected, or the nearest there is.</summary>
    public ListView Select(int line) => this with { Selected = Count == 0 ? -1 : Math.Clamp(line, 0, Count - 1) };

    /// <summary>The list after a key or a turn of the wheel; null when it has no meaning for a list.</summary>
    public ListView? Handle(InputEvent input, int pageLines) =>
        input switch
        {
            KeyEvent { Modifiers: KeyModifiers.None } key => key.Key switch
            {
                Key.Up => Select(Selected - 1),
                Key.Down => Select(Selected + 1),
                Key.PageUp => Select(Selected - Math.Max(1, pageLines - 1)),
                Key.PageDown => Select(Selected + Math.Max(1, pageLines - 1)),
                Key.Home => Select(0),
                Key.End => Select(Count - 1),
                _ => null,
            },
            MouseEvent { Action: MouseAction.WheelUp } => Select(Selected - 3),
            MouseEvent { Action: MouseAction.WheelDown } => Select(Selected + 3),
            _ => null,
        };

    /// <summary>The list with other lines in view; the selection stays among them.</summary>
    public ListView ScrolledTo(ScrollEvent scrolled) =>
        (this with { Top = scrolled.Top }).Select(Math.Clamp(Selected, scrolled.Top, scrolled.Top + Math.Max(1, scrolled.Count) - 1));

    /// <summary>The list scrolled by as little as shows the selection; <see cref="Draw"/> does this for itself.</summary>
    public ListView Scrolled(int height) => this with { Top = Scrolling.Show(Top, Math.Max(0, Selected), height, Count) };

    /// <summary>The line at a row of a canvas of that height the list was drawn on; null where there is none.</summary>
    public int? LineAt(int y, int height) => Scrolled(height).Top + y is var line && y >= 0 && y < height && line < Count ? line : null;

    /// <summary>Draws the lines in view, asking only for those.</summary>
    public void Draw(CellCanvas canvas, Func<int, ListLine> line, ListStyles styles, bool hasFocus, string search = "")
    {
        var view = Scrolled(canvas.Height);
        canvas.Clear(styles.Line);
        var bar = Count > canvas.Height ? 1 : 0;
        view.DrawRows(canvas.Region(canvas.Bounds with { Width = canvas.Width - bar }), line, styles, hasFocus, search);
        Scrollbar.Draw(canvas.Region(new(canvas.Width - 1, 0, 1, canvas.Height)), Count, view.Top, canvas.Height, styles.Scrollbar);
    }

    /// <summary>Draws the lines from <see cref="Top"/> on, without a scroll bar.</summary>
    internal void DrawRows(CellCanvas canvas, Func<int, ListLine> line, ListStyles styles, bool hasFocus, string search)
    {
        canvas.Clear(styles.Line);
        for (var y = 0; y < canvas.Height && Top + y < Count; y++)
        {
            var look =
                Top + y != Selected ? default
                : hasFocus ? styles.Selected
                : styles.SelectedUnfocused;
            DrawLine(canvas.Region(new(0, y, canvas.Width, 1)), line(Top + y), look, styles, search);
        }
    }

    private static void DrawLine(CellCanvas row, ListLine line, Style look, ListStyles styles, string search)
    {
        var style = look.Over(line.Style).Over(styles.Line);
        row.Clear(style);
        var text = CellText.Truncate(line.Text, row.Width, "…", row.Ambiguous);
        var end = row.WriteSpans(0, 0, text, style, SearchHighlight.Find(text, search, styles.Match));
        var room = row.Width - end - 2;
        if (line.Detail.Length > 0 && room >= Math.Min(8, row.Measure(line.Detail)))
            row.WriteField(end + 2, 0, line.Detail, room, styles.Detail.Over(style), TextAlignment.Right);
    }
}
