using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>Draws the windows that open a file.</summary>
internal static class FilePanel
{
    // Path or name, and below it what is wrong or to do.
    private const int LinesAbove = 3,
        WidestPath = 100;

    /// <summary>Lines of a file's content in view.</summary>
    public static int LinesShown(CellSize size) => Math.Max(1, size.Height - 4 - LinesAbove);

    /// <summary>Cells that a line of them has.</summary>
    public static int LineWidth(CellSize size) => Math.Max(8, size.Width - 5);

    /// <summary>Where the window's content stands on a canvas of that size (status and footer are not of it).</summary>
    public static CellRect Inside(Window window, CellSize size) =>
        new CellRect(0, 0, size.Width, size.Height)
            .Centered(window is FilePathWindow ? Math.Min(WidestPath, size.Width - 2) : size.Width, size.Height)
            .Inset(2, 1);

    public static void Draw(FilePathWindow window, Texts texts, CellCanvas canvas)
    {
        var inside = Popup.Open(canvas, Math.Min(WidestPath, canvas.Width - 2), canvas.Height, texts.OpenDataFile, Theme.Dialog);
        var hint =
            window.Error.Length > 0 ? window.Error
            : window.Request is not null ? texts.Reading
            : texts.OpenableFiles;
        var about = CellText.Wrap(hint, Math.Max(8, inside.Width), inside.Ambiguous);
        window.Path.Draw(
            inside.Region(new(0, 0, inside.Width, 1)),
            Theme.Input with
            {
                Text = Theme.Quote,
            },
            hasFocus: true,
            texts.PathHint
        );
        var matches = window.Matches;
        var area = ListArea(window, texts, new(inside.Width, inside.Height));
        for (var y = 0; y < area.Y - 2; y++)
            inside.Write(0, 1 + y, about[y], window.Error.Length > 0 ? Theme.Error : Theme.Dim);
        window.List.Draw(
            inside.Region(area),
            i => Line(matches[i]),
            Theme.List with
            {
                SelectedUnfocused = Theme.Plain,
            },
            hasFocus: window.Picked >= 0,
            ""
        );
    }

    /// <summary>Where the matches stand in a window whose content has that size: below what there is to say.</summary>
    public static CellRect ListArea(FilePathWindow window, Texts texts, CellSize inside)
    {
        var hint =
            window.Error.Length > 0 ? window.Error
            : window.Request is not null ? texts.Reading
            : texts.OpenableFiles;
        var above = Math.Min(inside.Height, 2 + CellText.Wrap(hint, Math.Max(8, inside.Width)).Count);
        return new(0, above, inside.Width, inside.Height - above);
    }

    public static void Draw(LoadFileWindow load, Texts texts, CellCanvas canvas)
    {
        var inside = Popup.Open(
            canvas,
            canvas.Width,
            canvas.Height,
            $"{texts.OpenDataFile} · {Path.GetFileName(load.File.Path)}",
            Theme.Dialog
        );
        var label = load.File.Kind == Engine.Sessions.FileKind.Database ? texts.DatabaseName : texts.TableName;
        inside.Write(0, 0, label, Theme.Bold);
        load.Name.Draw(
            inside.Region(new(inside.Measure(label), 0, Math.Max(1, inside.Width - inside.Measure(label)), 1)),
            Theme.Input with
            {
                Text = Theme.Quote,
            },
            hasFocus: true
        );
        var (about, style) =
            load.Error.Length > 0 ? (load.Error, Theme.Error) : (load.Request is null ? texts.LoadHint : texts.OpeningFile, Theme.Dim);
        inside.WriteField(0, 1, about, inside.Width, style);
        inside.HorizontalLine(0, 2, inside.Width, Theme.Dim);
        var lines = FileLines.Of(load.File, Math.Max(8, inside.Width - 1), texts, canvas.Ambiguous);
        StyledLines.Draw(
            inside.Region(new(0, LinesAbove, inside.Width, Math.Max(0, inside.Height - LinesAbove))),
            lines,
            load.Top,
            Theme.Dim
        );
    }

    private static ListLine Line(FolderEntry entry) =>
        entry.IsFolder ? new(entry.Name + Path.DirectorySeparatorChar, "", Theme.Bold) : new(entry.Name, Texts.Size(entry.Bytes));
}
