using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Editor;

/// <summary>Draws the SQL editor, or a canned query's summary and parameters.</summary>
internal static partial class QueryPanel
{
    public static void Draw(QueryPanelState state, CellCanvas canvas, Texts texts, bool hasFocus)
    {
        if (state.ShownForm is { } form)
            DrawForm(form, canvas, texts);
        else
            DrawEditor(state, canvas, texts, hasFocus);
    }

    /// <summary>The title of the panel.</summary>
    public static string Title(QueryPanelState state, Texts texts) =>
        state.ShownForm is { } form
            ? (form.Query.Parameters.Count > 0 ? texts.Parameters + " · " : "") + form.Query.Title.In(texts.Language)
            : "SQL";

    /// <summary>
    /// The part of the panel with the fields, which are views of their own; the summary stands above it, as far as they leave room.
    /// </summary>
    public static CellRect FormArea(ParameterForm form, CellRect area, Texts texts)
    {
        var summary = SummaryLines(form, area.Width, texts).Count;
        var above = Math.Clamp(summary, 0, Math.Max(0, area.Height - form.Form.Fields.Length));
        return area with { Y = area.Y + above, Height = area.Height - above };
    }

    private static void DrawForm(ParameterForm form, CellCanvas canvas, Texts texts)
    {
        var area = FormArea(form, canvas.Bounds, texts);
        var summary = SummaryLines(form, canvas.Width, texts);
        for (var y = 0; y < area.Y; y++)
            canvas.Write(0, y, y == area.Y - 1 && summary.Count > area.Y ? Cut(summary[y], canvas) : summary[y], Theme.Dim);
        if (form.IsReading)
            canvas.WriteField(0, canvas.Height - 1, texts.Reading, canvas.Width, Theme.Dim, TextAlignment.Right);
    }

    /// <summary>A line that says by … that there are more.</summary>
    private static string Cut(string line, CellCanvas canvas) => CellText.Truncate(line, canvas.Width - 1, "", canvas.Ambiguous) + "…";

    private static IReadOnlyList<string> SummaryLines(ParameterForm form, int width, Texts texts) =>
        CellText.Wrap(form.Query.Summary.In(texts.Language), Math.Max(1, width));
}
