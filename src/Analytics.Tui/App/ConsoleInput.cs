using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Routes input: keys to actions by their bindings, everything else to the widget that has the focus.</summary>
internal static class ConsoleInput
{
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, InputEvent input) =>
        input switch
        {
            ResizeEvent resize => state with { Size = new CellSize(resize.Width, resize.Height), Graphics = state.Graphics.Resized() },
            GraphicsReport report => state with { Graphics = state.Graphics.With(report) },
            KeyEvent key => OnKey(state with { Message = default }, key),
            TickEvent when state.ShowsRunning => new(
                state,
                [
                    .. state
                        .Result.InMotion.Where(task => task != state.Result.Saving)
                        .Select(task => new ReadProgress(task.Request, task == state.Result.Operating)),
                ]
            ),
            PasteEvent paste when TakesNoText(state) => FileActions.Dropped(state with { Message = default }, paste),
            PasteEvent => ToWidget(state, input),
            MouseEvent mouse => ConsoleMouse.Handle(state, mouse),
            MenuEvent { Chosen: { } chosen } => EditorWindows.Perform(state with { Menu = null, Message = default }, chosen.Split(' ')),
            MenuEvent => state with { Menu = null },
            _ => state,
        };

    /// <summary>Whether there is nothing to paste text into.</summary>
    private static bool TakesNoText(ConsoleState state) =>
        state is { Window: null, Focus: Panel.Result } or { Window: null, Focus: Panel.Catalogue, Catalogue.Filter: null };

    private static Outcome<ConsoleState, ConsoleEffect> OnKey(ConsoleState state, KeyEvent key)
    {
        // An open pick-list takes every key.
        if (
            state.Window is ChartFormWindow { Form.IsListOpen: true }
            || state.Window is null && state.Focus == Panel.Query && state.Query.ShownForm is { Form.IsListOpen: true }
        )
        {
            return ToWidget(state, key);
        }

        if (EditorInput.BeforeBindings(state, key) is { } taken)
            return taken;
        return state.Keys.Find(key, ConsoleContexts.Of(state)) is { } action and not ConsoleAction.Widget
            ? ConsoleActions.Do(state, action)
            : ToWidget(state, key);
    }

    /// <summary>Gives input to the window or to the panel with the focus.</summary>
    public static ConsoleState ToWidget(ConsoleState state, InputEvent input) =>
        state.Window is { } window
            ? state with
            {
                Window = ToWindow(window, input, state),
            }
            : state.Focus switch
            {
                Panel.Catalogue => ToCatalogue(state, input),
                Panel.Query => ToQuery(state, input),
                _ => ToResult(state, input),
            };

    private static Window ToWindow(Window window, InputEvent input, ConsoleState state)
    {
        var page = WindowPanel.PageLines(state.Size);
        return window switch
        {
            HelpWindow help => new HelpWindow(help.Panel with { List = help.Panel.List.Handle(input, page) ?? help.Panel.List }),
            CellWindow cell => cell with { Top = Scroller.Move(cell.Top, input, page, WindowPanel.Lines(cell, state).Count) },
            ArticleWindow article => article with
            {
                Top = Scroller.Move(WindowPanel.ArticleTop(article, state), input, page, WindowPanel.Lines(article, state).Count),
            },
            LinesWindow text => text with { Top = Scroller.Move(text.Top, input, page, WindowPanel.Lines(text, state).Count) },
            SettingsWindow text => text with { Top = Scroller.Move(text.Top, input, page, WindowPanel.Lines(text, state).Count) },
            RecordWindow text => text with { Top = Scroller.Move(text.Top, input, page, WindowPanel.Lines(text, state).Count) },
            PreviewWindow preview => preview with
            {
                Top = Scroller.Move(preview.Top, input, page, WindowPanel.Lines(preview, state).Count),
            },
            FilePathWindow path => path.Handle(input, page),
            LoadFileWindow load => FileActions.Handle(load, input, state),
            PickWindow pick => pick with { List = pick.List.Handle(input, page) ?? pick.List, IsArmed = false },
            KeysWindow keys => keys with { List = keys.List.Handle(input, page) ?? keys.List },
            ChartFormWindow form => ChartForm.Handle(form, input),
            QuestionWindow ask => ask.Text.Handle(input) is { } text ? ask with { Text = text, Error = "" } : ask,
            SaveWindow save => save.Path.Handle(input) is { } path ? new SaveWindow(path, "") : save,
            AskWindow ask => ask.Field.Handle(input) is { } field ? ask with { Field = field, Error = "" } : ask,
            ChooseWindow choose => choose with { Palette = choose.Palette.Handle(input, page) ?? choose.Palette },
            ConfirmWindow confirm => confirm with { Dialog = confirm.Dialog.Handle(input) ?? confirm.Dialog },
            ReplaceWindow replace => replace with { Dialog = replace.Dialog.Handle(input) ?? replace.Dialog },
            _ => window,
        };
    }

    private static ConsoleState ToCatalogue(ConsoleState state, InputEvent input)
    {
        var catalogue = state.Catalogue;
        var page = ConsoleLayout.Of(state).Catalogue.Height;
        if (
            catalogue.Filter is { } filter
            && input is not (KeyEvent { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } or MouseEvent)
        )
        {
            return filter.Handle(input) is { } next ? state with { Catalogue = catalogue.WithFilter(next, state.Texts) } : state;
        }

        return catalogue.Tree.Handle(input, page) is { } tree ? state with { Catalogue = catalogue with { Tree = tree } } : state;
    }

    private static ConsoleState ToQuery(ConsoleState state, InputEvent input)
    {
        var query = state.Query;
        if (query.ShownForm is { } form)
            return form.Form.Handle(input) is { } next ? state with { Query = query with { Form = form with { Form = next } } } : state;
        return EditorInput.ToEditor(state, input);
    }

    private static ConsoleState ToResult(ConsoleState state, InputEvent input)
    {
        var area = ConsoleLayout.Of(state).Result;
        if (state.Result.Failed is { } failed)
        {
            return state with
            {
                Result = state.Result with
                {
                    Failed = failed with
                    {
                        Top = Scroller.Move(failed.Top, input, area.Height, FailurePanel.Lines(failed, state.Language, area.Width).Count),
                    },
                },
            };
        }

        return state.Result.Open switch
        {
            { Tab: ResultTab.Grid } open => ToGrid(state, open, input, area),
            { Tab: ResultTab.Chart } open => ChartActions.Handle(state, open, input, ConsoleLayout.Of(state).ChartArea),
            { Tab: ResultTab.Sentence } open => state with
            {
                Sentence = state.Sentence with
                {
                    Top = Scroller.Move(
                        state.Sentence.Top,
                        input,
                        area.Height,
                        SentencePanel.Lines(state.Sentence, open, state.Texts, area.Width - 1, AmbiguousWidth.One).Count
                    ),
                },
            },
            _ => state,
        };
    }

    private static ConsoleState ToGrid(ConsoleState state, OpenResult open, InputEvent input, CellRect area)
    {
        if (open.Grid.Handle(input, open.Grid.PageRows(area.Height)) is not { } grid)
            return state;
        var moved = grid.Row != open.Grid.Row;
        return state with
        {
            Result = state.Result with { Open = open with { Grid = grid } },
            Sentence = moved ? state.Sentence with { Index = 0, Top = 0 } : state.Sentence,
        };
    }
}
