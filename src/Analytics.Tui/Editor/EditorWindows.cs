using System.Globalization;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Editor;

/// <summary>The windows of the editor: a line that is asked for, a list to choose from, a question.</summary>
internal static class EditorWindows
{
    /// <summary>Actions that make no sense without a key or a place.</summary>
    private static readonly ConsoleAction[] NotCommands =
    [
        ConsoleAction.Widget,
        ConsoleAction.Palette,
        ConsoleAction.Menu,
        ConsoleAction.Accept,
        ConsoleAction.Back,
        ConsoleAction.Left,
        ConsoleAction.Right,
        ConsoleAction.Up,
        ConsoleAction.Down,
        ConsoleAction.Top,
        ConsoleAction.Bottom,
    ];

    public static ConsoleState Ask(ConsoleState state, AskedFor what, string proposal) =>
        Completing.Stopped(state with { Window = new AskWindow(what, TextField.Of(proposal)) });

    /// <summary>Closes the buffer in view; asks first if it holds anything.</summary>
    public static ConsoleState AskClose(ConsoleState state)
    {
        var (texts, name) = (state.Texts, state.Query.Buffers.InView.Name);
        return string.IsNullOrWhiteSpace(state.Query.Editor.Text)
            ? Close(state)
            : state with
            {
                Window = new ConfirmWindow(
                    new Dialog(texts.CloseBuffer, texts.AskClose(name), [texts.CloseBuffer, texts.Cancel], Focus: 1),
                    null
                ),
            };
    }

    public static ConfirmWindow AskReplace(Texts texts, SaveSqlFile save) =>
        new(
            new Dialog(texts.Replace, texts.AskReplace(save.Path), [texts.Replace, texts.Cancel], Focus: 1),
            save with
            {
                Overwrite = true,
            }
        );

    /// <summary>SQL that was run, newest first, each once.</summary>
    public static ConsoleState History(ConsoleState state)
    {
        var history = state.Query.History;
        var entries = Enumerable
            .Range(0, history.Count)
            .Reverse()
            .DistinctBy(i => history[i])
            .Select(i => new PaletteEntry(i.ToString(CultureInfo.InvariantCulture), OneLine(history[i])))
            .ToArray();
        return entries.Length == 0
            ? state.Say(state.Texts.NoHistory)
            : Completing.Stopped(state with { Window = new ChooseWindow(Palette.Of(entries), IsHistory: true) });
    }

    /// <summary>What can be done by name, each action once.</summary>
    public static IEnumerable<KeyBinding> CommandsOf(KeyMap keys) =>
        keys.Bindings.Where(b => !NotCommands.Contains(KeyLookup.ActionOf(b))).DistinctBy(b => b.Action);

    /// <summary>Every action with its key.</summary>
    public static ConsoleState Commands(ConsoleState state)
    {
        var entries = CommandsOf(state.Keys)
            .Select(b => new PaletteEntry(
                b.Context + " " + b.Action,
                $"{KeyContext.Heading(b.Context, state.Language)} · {b.Help.In(state.Language)}",
                b.ChordText
            ));
        return Completing.Stopped(state with { Window = new ChooseWindow(Palette.Of([.. entries]), IsHistory: false) });
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state)
    {
        var closed = state with { Window = null };
        return state.Window switch
        {
            AskWindow ask => Answered(state, ask),
            ChooseWindow { Palette.Chosen: { } chosen, IsHistory: true } => FromHistory(
                closed,
                state.Query.History[int.Parse(chosen.Id, CultureInfo.InvariantCulture)]
            ),
            ChooseWindow { Palette.Chosen: { } chosen } => Perform(closed, chosen.Id.Split(' ')),
            ConfirmWindow { Dialog.Focus: 0, Save: { } save } => Outcome.Of<ConsoleState, ConsoleEffect>(closed, save),
            ConfirmWindow { Dialog.Focus: 0 } => Close(closed),
            _ => closed,
        };
    }

    public static void Draw(AskWindow ask, Texts texts, CellCanvas canvas)
    {
        var inside = Popup.Open(canvas, Math.Min(74, canvas.Width - 2), 4, Title(ask.What, texts), Theme.Dialog);
        ask.Field.Draw(inside.Region(new(0, 0, inside.Width, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        inside.WriteField(0, 1, ask.Error, inside.Width, Theme.Error);
    }

    public static void Draw(ChooseWindow choose, Texts texts, CellCanvas canvas)
    {
        var size = PaletteSize(new(canvas.Width, canvas.Height));
        var inside = Popup.Open(canvas, size.Width, size.Height, choose.IsHistory ? texts.History : texts.Commands, Theme.Dialog);
        choose.Palette.Draw(inside, Theme.Input, Theme.List, texts.SearchHint);
    }

    /// <summary>The window of a palette on a canvas of that size.</summary>
    public static CellSize PaletteSize(CellSize canvas) => new(Math.Min(100, canvas.Width - 2), Math.Max(6, canvas.Height - 2));

    private static string Title(AskedFor what, Texts texts) =>
        what switch
        {
            AskedFor.Line => texts.GoToLine,
            AskedFor.BufferName => texts.RenameBuffer,
            AskedFor.FileToOpen => texts.OpenSql,
            _ => texts.SaveSql,
        };

    private static Outcome<ConsoleState, ConsoleEffect> Answered(ConsoleState state, AskWindow ask)
    {
        var text = ask.Field.Text.Trim();
        var closed = state with { Window = null };
        if (text.Length == 0)
            return state with { Window = ask with { Error = state.Texts.NameNeeded } };
        return ask.What switch
        {
            AskedFor.Line when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) => closed with
            {
                Query = closed.Query with { Editor = closed.Query.Editor.GoToLine(line) },
            },
            AskedFor.Line => state with { Window = ask with { Error = state.Texts.NotANumberOfLine } },
            AskedFor.BufferName => EditorActions.InBuffers(closed, b => b.Change(buffer => buffer with { Name = text })),
            AskedFor.FileToOpen => Outcome.Of<ConsoleState, ConsoleEffect>(closed, new OpenSqlFile(FilePaths.Full(text))),
            _ => EditorActions.SaveAs(state, text),
        };
    }

    private static ConsoleState Close(ConsoleState state) =>
        EditorActions.InBuffers(state, b => b.Closed()).Say(state.Texts.Closed(state.Query.Buffers.InView.Name));

    /// <summary>SQL of the history goes into the buffer in view if that is blank, else into a new one.</summary>
    private static ConsoleState FromHistory(ConsoleState state, string sql) =>
        string.IsNullOrWhiteSpace(state.Query.Editor.Text)
            ? state with
            {
                Focus = Panel.Query,
                Query = state.Query with { ShowsForm = false, Editor = state.Query.Editor.SetText(sql) },
            }
            : EditorActions.InBuffers(state, b => b.Add(null, null, sql));

    /// <summary>An action chosen by name acts on the panel that it belongs to.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Perform(ConsoleState state, string[] id)
    {
        var focused = id[0] switch
        {
            KeyContext.Editor => state with { Focus = Panel.Query, Query = state.Query with { ShowsForm = false } },
            KeyContext.Catalogue => state with { Focus = Panel.Catalogue, IsCatalogueShown = true },
            KeyContext.Grid or KeyContext.Result or KeyContext.Parameters => state with { Focus = Panel.Result },
            _ => state,
        };
        return ConsoleActions.Do(focused, Enum.Parse<ConsoleAction>(id[1]));
    }

    private static string OneLine(string sql) =>
        string.Join(' ', sql.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
