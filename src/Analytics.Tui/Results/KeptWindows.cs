using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Results;

/// <summary>Draws lists of kept results, and of key columns.</summary>
internal static class KeptWindows
{
    /// <summary>What stands at the right has its room; the text at the left gives way.</summary>
    public static void Draw(PickWindow pick, CellCanvas canvas) =>
        pick.List.Draw(
            canvas,
            line =>
            {
                var (label, detail, _) = pick.Items[line];
                var room = canvas.Width - 3 - canvas.Measure(detail);
                return new ListLine(room < canvas.Width / 4 ? label : CellText.Truncate(label, room, "…", canvas.Ambiguous), detail);
            },
            Theme.List,
            hasFocus: true
        );

    public static string Title(KeysWindow keys, ConsoleState state) =>
        state.Texts.KeysTitle(state.Result.Entry(keys.Other)?.Label ?? keys.Other, state.Result.Open?.Label ?? "");

    public static void Draw(KeysWindow keys, ConsoleState state, CellCanvas canvas)
    {
        if (keys.Columns.IsEmpty)
        {
            canvas.WriteField(0, 0, state.Texts.FindingKeys, canvas.Width, Theme.Dim);
            return;
        }
        var list = canvas.Region(new(0, 0, canvas.Width, canvas.Height - 2));
        keys.List.Draw(
            list,
            line => new ListLine(
                (keys.Chosen.Contains(keys.Columns[line].Name) ? "[x] " : "[ ] ") + keys.Columns[line].Name,
                state.Texts.KeyUnique(keys.Columns[line].IsUnique)
            ),
            Theme.List,
            hasFocus: true
        );
        canvas.WriteField(0, canvas.Height - 2, keys.Error, canvas.Width, Theme.Error);
        canvas.WriteField(0, canvas.Height - 1, state.Texts.KeysHint, canvas.Width, Theme.Dim);
    }
}
