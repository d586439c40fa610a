using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Draws windows over the panels. Those to read take nearly the whole screen.</summary>
internal static class WindowPanel
{
    private const int NarrowestWindow = 44;

    public static void Draw(Window window, ConsoleState state, CellCanvas canvas)
    {
        switch (window)
        {
            case SaveWindow save:
                DrawSave(save, state.Texts, canvas);
                break;
            case ReplaceWindow replace:
                replace.Dialog.Draw(canvas, Theme.Dialog);
                break;
            case AskWindow ask:
                EditorWindows.Draw(ask, state.Texts, canvas);
                break;
            case ChooseWindow choose:
                EditorWindows.Draw(choose, state.Texts, canvas);
                break;
            case ConfirmWindow confirm:
                confirm.Dialog.Draw(canvas, Theme.Dialog);
                break;
            case FilePathWindow path:
                FilePanel.Draw(path, state.Texts, canvas);
                break;
            case LoadFileWindow load:
                FilePanel.Draw(load, state.Texts, canvas);
                break;
            case HelpWindow help:
                help.Panel.Draw(Open(canvas, 76, help.Panel.Lines.Count, state.Texts.Help), Theme.List, Theme.Heading, Theme.Accent);
                break;
            case PickWindow pick:
                KeptWindows.Draw(pick, Open(canvas, PickWidth(pick), pick.Items.Count, pick.Title));
                break;
            case KeysWindow keys:
                KeptWindows.Draw(keys, state, Open(canvas, 70, Math.Max(1, keys.Columns.Length) + 2, KeptWindows.Title(keys, state)));
                break;
            case ChartFormWindow form:
                ChartForm.Draw(form, state.Texts, canvas);
                break;
            case QuestionWindow ask:
                DrawQuestion(ask, state.Texts, canvas);
                break;
            default:
                DrawLines(window, state, canvas);
                break;
        }
    }

    /// <summary>Lines that a window to read has room for at most; status and footer stay in view.</summary>
    public static int PageLines(CellSize size) => Math.Max(1, size.Height - 4);

    /// <summary>The lines of a window to read.</summary>
    public static IReadOnlyList<StyledLine> Lines(Window window, ConsoleState state, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var width = LineWidth(state.Size);
        return window switch
        {
            CellWindow cell => cell.Text is { } text
                ? [.. text.Split('\n').SelectMany(line => StyledLine.Of(line).Wrap(width, ambiguous))]
                : [StyledLine.Of("NULL", Theme.Dim)],
            LinesWindow lines => [.. lines.Text.SelectMany(line => line.Wrap(width, ambiguous))],
            PreviewWindow preview => FileLines.Of(preview, width, state.Texts, ambiguous),
            SettingsWindow => [.. SettingsLines.Of(state).SelectMany(line => line.Wrap(width, ambiguous))],
            RecordWindow => [.. RecordLines.Of(state).SelectMany(line => line.Wrap(width, ambiguous))],
            ArticleWindow { Text: { } article } => ArticleView.Lines(article, width, ambiguous).Lines,
            ArticleWindow { IsRead: true } article => StyledLine
                .Of(state.Texts.UnknownObservation(article.Observation.Id), Theme.Warning)
                .Wrap(width, ambiguous),
            _ => [StyledLine.Of(state.Texts.Reading, Theme.Dim)],
        };
    }

    /// <summary>First line shown of an article: a few lines above its quote until it is scrolled.</summary>
    public static int ArticleTop(ArticleWindow window, ConsoleState state)
    {
        if (window.Top is { } top)
            return top;
        return window.Text is { } text
            ? Math.Max(0, ArticleView.Lines(text, LineWidth(state.Size), AmbiguousWidth.One).Quote - PageLines(state.Size) / 3)
            : 0;
    }

    private static void DrawLines(Window window, ConsoleState state, CellCanvas canvas)
    {
        var (title, top) = window switch
        {
            CellWindow cell => (cell.Title, cell.Top),
            LinesWindow text => (text.Title, text.Top),
            PreviewWindow preview => (preview.Title, preview.Top),
            SettingsWindow text => (state.Texts.Settings, text.Top),
            RecordWindow text => (RecordLines.Title(state), text.Top),
            ArticleWindow article => (ArticleTitle(article, state.Texts), ArticleTop(article, state)),
            _ => ("", 0),
        };
        var lines = Lines(window, state, canvas.Ambiguous);
        var isWhole = window is ArticleWindow;
        var inside = Open(
            canvas,
            isWhole ? canvas.Width : lines.Max(l => canvas.Measure(l.Text)),
            isWhole ? canvas.Height : lines.Count,
            title
        );
        StyledLines.Draw(inside, lines, top, Theme.Dim);
    }

    /// <summary>A window as large as its lines need, with a column for the scroll bar.</summary>
    private static CellCanvas Open(CellCanvas canvas, int width, int lines, string title)
    {
        var size = SizeOf(new(canvas.Width, canvas.Height), width, lines, title);
        return Popup.Open(canvas, size.Width, size.Height, title, Theme.Dialog);
    }

    private static CellSize SizeOf(CellSize canvas, int width, int lines, string title) =>
        new(
            Math.Min(canvas.Width, Math.Max(NarrowestWindow, Math.Max(width, CellText.Width(title) + 2) + 5)),
            Math.Min(canvas.Height, lines + 2)
        );

    /// <summary>Where the list stands on a canvas of that size.</summary>
    public static CellRect Inside(PickWindow pick, CellSize canvas)
    {
        var size = SizeOf(canvas, PickWidth(pick), pick.Items.Count, pick.Title);
        return Popup.Inside(canvas, size.Width, size.Height);
    }

    /// <summary>Where the palette stands on a canvas of that size.</summary>
    public static CellRect Inside(CellSize canvas)
    {
        var size = EditorWindows.PaletteSize(canvas);
        return Popup.Inside(canvas, size.Width, size.Height);
    }

    /// <summary>As wide as its lines, within limits.</summary>
    private static int PickWidth(PickWindow pick) =>
        pick.IsWide
            ? 104
            : Math.Max(60, pick.Items.Select(i => CellText.Width(i.Label) + 2 + CellText.Width(i.Detail)).DefaultIfEmpty().Max());

    private static int LineWidth(CellSize size) => Math.Max(8, size.Width - 5);

    private static string ArticleTitle(ArticleWindow window, Texts texts)
    {
        var observation = window.Observation;
        return $"{texts.Titled(observation.Article)} {observation.SourceFile} {texts.Line(observation.Line)}";
    }

    private static void DrawQuestion(QuestionWindow ask, Texts texts, CellCanvas canvas)
    {
        var inside = Popup.Open(canvas, Math.Min(100, canvas.Width - 2), 5, texts.Ask(ask), Theme.Dialog);
        ask.Text.Draw(inside.Region(new(0, 0, inside.Width, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        inside.WriteField(
            0,
            1,
            ask.Error.Length > 0 ? ask.Error
                : ask.Question == Question.Name ? texts.NameHint(ask.About)
                : texts.AboutQuestion(ask.Question),
            inside.Width,
            ask.Error.Length > 0 ? Theme.Error : Theme.Dim
        );
        inside.WriteField(0, 2, texts.AskKeys, inside.Width, Theme.Dim);
    }

    private static void DrawSave(SaveWindow save, Texts texts, CellCanvas canvas)
    {
        var inside = Popup.Open(canvas, Math.Min(74, canvas.Width - 2), 6, texts.Save, Theme.Dialog);
        var label = canvas.Measure(texts.SavePrompt);
        inside.Write(0, 0, texts.SavePrompt, Theme.Bold);
        save.Path.Draw(inside.Region(new(label, 0, inside.Width - label, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        inside.WriteField(0, 1, texts.SaveEndings, inside.Width, Theme.Dim);
        if (save.Error.Length > 0)
            inside.WriteField(0, 2, save.Error, inside.Width, Theme.Error);
        inside.WriteField(0, 3, texts.SaveKeys, inside.Width, Theme.Dim);
    }
}
