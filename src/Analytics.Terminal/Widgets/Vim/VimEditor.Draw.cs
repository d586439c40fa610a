using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets.Vim;

public sealed partial record VimEditor
{
    /// <summary>As <see cref="TextEditor.Scrolled"/>; an application keeps the result.</summary>
    public VimEditor Scrolled(int width, int height, AmbiguousWidth ambiguous = AmbiguousWidth.One) =>
        this with
        {
            Editor = Editor.Scrolled(width, height, ambiguous),
        };

    /// <summary>
    /// Draws the text, see <see cref="TextEditor.Draw"/>. While a search or command is typed the cursor is on the mode line instead.
    /// </summary>
    public void Draw(
        CellCanvas canvas,
        EditorStyles styles,
        bool hasFocus,
        Func<int, IReadOnlyList<StyledSpan>>? colour = null,
        Func<TextPosition, bool>? isIgnored = null
    )
    {
        Editor.Draw(canvas, styles, hasFocus, colour, isIgnored);
        if (Prompt is not null)
            canvas.Cursor = null;
    }

    /// <summary>
    /// Draws the mode line on the first row of a canvas: the mode and the keys of an unfinished command, or the search or command being
    /// typed.
    /// </summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="style">How.</param>
    /// <param name="hasFocus">Whether the cursor may stand here.</param>
    /// <param name="language"><c>en</c> for English, else Chinese.</param>
    public void DrawModeLine(CellCanvas canvas, Style style, bool hasFocus, Language language)
    {
        if (Prompt is not { } prompt)
        {
            StatusBar.Draw(canvas, $"-- {Mode.Name().In(language)} --", Pending, style);
            return;
        }
        canvas.Fill(new(0, 0, canvas.Width, 1), style);
        var x = canvas.Write(0, 0, prompt.Kind, style);
        var styles = InputStyles.Plain with { Text = style };
        prompt.Field.Draw(canvas.Region(new(x, 0, Math.Max(0, canvas.Width - x), 1)), styles, hasFocus);
    }
}
