using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>How windows over a page look.</summary>
/// <param name="Body">The background and plain text.</param>
/// <param name="Frame">The frame.</param>
/// <param name="Title">The title.</param>
/// <param name="Button">A button.</param>
/// <param name="ButtonFocused">The button that Enter presses.</param>
public sealed record DialogStyles(Style Body, Style Frame, Style Title, Style Button, Style ButtonFocused)
{
    /// <summary>The terminal's own colours.</summary>
    public static DialogStyles Plain { get; } =
        new(default, default, Style.Default.With(TextAttributes.Bold), default, Style.Default.With(TextAttributes.Reverse));
}

/// <summary>A window over a page.</summary>
public static class Popup
{
    /// <summary>
    /// Clears a window in the middle of a canvas, frames it, and returns the canvas inside, with one blank column at each side.
    /// </summary>
    public static CellCanvas Open(CellCanvas canvas, int width, int height, string title, DialogStyles styles)
    {
        var area = canvas.Bounds.Centered(width, height);
        canvas.Fill(area, styles.Body);
        canvas.Cursor = null;
        var inside = canvas.Box(area, styles.Frame.Over(styles.Body), title, styles.Title.Over(styles.Body));
        return canvas.Region(inside.Inset(1, 0));
    }

    /// <summary>Where the inside of such a window stands on a canvas of that size.</summary>
    public static CellRect Inside(CellSize canvas, int width, int height) =>
        new CellRect(0, 0, canvas.Width, canvas.Height).Centered(width, height).Inset(2, 1);
}

/// <summary>A question with buttons.</summary>
/// <param name="Title">The window's title.</param>
/// <param name="Message">The text; it is wrapped.</param>
/// <param name="Buttons">The answers.</param>
/// <param name="Focus">The answer that Enter gives.</param>
public sealed record Dialog(string Title, string Message, IReadOnlyList<string> Buttons, int Focus = 0)
{
    /// <summary>The dialog after an arrow or Tab; null when the key has no meaning for it (Enter and Esc are the application's).</summary>
    public Dialog? Handle(InputEvent input) =>
        input switch
        {
            KeyEvent { Key: Key.Left } or KeyEvent { Key: Key.Tab, Modifiers: KeyModifiers.Shift } => Turn(-1),
            KeyEvent { Key: Key.Right or Key.Tab } => Turn(1),
            _ => null,
        };

    /// <summary>Draws the dialog over the middle of a canvas, no wider than its text needs; a long text is cut at the bottom.</summary>
    public void Draw(CellCanvas canvas, DialogStyles styles)
    {
        var (lines, size) = Lay(canvas.Width, canvas.Ambiguous);
        var inside = Popup.Open(canvas, size.Width, size.Height, Title, styles);
        for (var y = 0; y < lines.Count && y < inside.Height - 2; y++)
            inside.Write(0, y, lines[y], styles.Body);
        DrawButtons(inside, inside.Width - ButtonsWidth(canvas.Ambiguous), styles);
    }

    /// <summary>The button at a cell of a canvas of that size the dialog was drawn on; null for none.</summary>
    public int? ButtonAt(int x, int y, CellSize size, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var (_, window) = Lay(size.Width, ambiguous);
        var inside = Popup.Inside(size, window.Width, window.Height);
        var at = inside.Right - ButtonsWidth(ambiguous);
        for (var i = 0; i < Buttons.Count && y == inside.Bottom - 1; i++)
        {
            var end = at + CellText.Width(Buttons[i], ambiguous) + 4;
            if (x >= at && x < end)
                return i;
            at = end + 2;
        }
        return null;
    }

    private (IReadOnlyList<string> Lines, CellSize Window) Lay(int width, AmbiguousWidth ambiguous)
    {
        var lines = CellText.Wrap(Message, Math.Max(1, Math.Min(72, width - 6)), ambiguous);
        var widest = Math.Max(
            Math.Max(lines.Max(line => CellText.Width(line, ambiguous)), ButtonsWidth(ambiguous)),
            CellText.Width(Title, ambiguous) + 4
        );
        return (lines, new(widest + 4, lines.Count + 4));
    }

    private int ButtonsWidth(AmbiguousWidth ambiguous) =>
        Buttons.Sum(button => CellText.Width(button, ambiguous) + 4) + 2 * (Buttons.Count - 1);

    private void DrawButtons(CellCanvas canvas, int x, DialogStyles styles)
    {
        for (var i = 0; i < Buttons.Count; i++)
        {
            x =
                canvas.Write(
                    x,
                    canvas.Height - 1,
                    $"[ {Buttons[i]} ]",
                    (i == Focus ? styles.ButtonFocused : styles.Button).Over(styles.Body)
                ) + 2;
        }
    }

    private Dialog Turn(int step) => this with { Focus = Buttons.Count == 0 ? 0 : (Focus + step + Buttons.Count) % Buttons.Count };
}
