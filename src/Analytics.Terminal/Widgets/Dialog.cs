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
    public static DialogStyles Plain { get; } = new(
        default, default, Style.Default.With(TextAttributes.Bold), default, Style.Default.With(TextAttributes.Reverse));
}

/// <summary>A window over a page.</summary>
public static class Popup
{
    /// <summary>Clears a window in the middle of a canvas, frames it, and returns the canvas inside, with one blank column at each side.</summary>
    public static CellCanvas Open(CellCanvas canvas, int width, int height, string title, DialogStyles styles)
    {
        var area = canvas.Bounds.Centered(width, height);
        canvas.Fill(area, styles.Body);
        canvas.Cursor = null;
        var inside = canvas.Box(area, styles.Frame.Over(styles.Body), title, styles.Title.Over(styles.Body));
        return canvas.Region(inside.Inset(1, 0));
    }
}

/// <summary>A question with buttons.</summary>
/// <param name="Title">The window's title.</param>
/// <param name="Message">The text; it is wrapped.</param>
/// <param name="Buttons">The answers.</param>
/// <param name="Focus">The answer that Enter gives.</param>
public sealed record Dialog(string Title, string Message, IReadOnlyList<string> Buttons, int Focus = 0)
{
    /// <summary>The dialog after an arrow or Tab; null when the key has no meaning for it (Enter and Esc are the application's).</summary>
    public Dialog? Handle(InputEvent input) => input switch
    {
        KeyEvent { Key: Key.Left } or KeyEvent { Key: Key.Tab, Modifiers: KeyModifiers.Shift } => Turn(-1),
        KeyEvent { Key: Key.Right or Key.Tab } => Turn(1),
        _ => null,
    };

    /// <summary>Draws the dialog over the middle of a canvas, no wider than its text needs; a long text is cut at the bottom.</summary>
    public void Draw(CellCanvas canvas, DialogStyles styles)
    {
        var buttonsWidth = Buttons.Sum(button => canvas.Measure(button) + 4) + 2 * (Buttons.Count - 1);
        var room = Math.Max(1, Math.Min(72, canvas.Width - 6));
        var lines = CellText.Wrap(Message, room, canvas.Ambiguous);
        var width = Math.Max(Math.Max(lines.Max(canvas.Measure), buttonsWidth), canvas.Measure(Title) + 4);
        var inside = Popup.Open(canvas, width + 4, lines.Count + 4, Title, styles);
        for (var y = 0; y < lines.Count && y < inside.Height - 2; y++)
            inside.Write(0, y, lines[y], styles.Body);
        DrawButtons(inside, inside.Width - buttonsWidth, styles);
    }

    private void DrawButtons(CellCanvas canvas, int x, DialogStyles styles)
    {
        for (var i = 0; i < Buttons.Count; i++)
            x = canvas.Write(x, canvas.Height - 1, $"[ {Buttons[i]} ]", (i == Focus ? styles.ButtonFocused : styles.Button).Over(styles.Body)) + 2;
    }

    private Dialog Turn(int step) => this with { Focus = Buttons.Count == 0 ? 0 : (Focus + step + Buttons.Count) % Buttons.Count };
}
