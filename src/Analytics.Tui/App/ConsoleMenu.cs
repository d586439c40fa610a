using System.Collections.Immutable;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Charts;

namespace Analytics.Tui.App;

/// <summary>Which menu, in the order of the bar.</summary>
internal enum MenuKind
{
    Catalogue,
    Editor,
    Columns,
    Rows,
    Result,
    Chart,
    Page,
    Panels,
    More,
}

/// <summary>The menus: made of the same bindings as help, palette and footer, so that every action is in one, with its key.</summary>
internal static class ConsoleMenu
{
    private static readonly ImmutableHashSet<ConsoleAction> OfColumns =
    [
        ConsoleAction.Freeze,
        ConsoleAction.Widen,
        ConsoleAction.Narrow,
        ConsoleAction.AllColumns,
        ConsoleAction.Sort,
        ConsoleAction.SortMore,
        ConsoleAction.CountGroups,
        ConsoleAction.Statistics,
        ConsoleAction.HideColumn,
        ConsoleAction.ShowColumns,
        ConsoleAction.MoveLeft,
        ConsoleAction.MoveRight,
        ConsoleAction.FitColumn,
        ConsoleAction.NumberStyle,
        ConsoleAction.ChartCategories,
        ConsoleAction.ChartValues,
    ];

    private static readonly ImmutableHashSet<ConsoleAction> OfPanels =
    [
        ConsoleAction.NextPanel,
        ConsoleAction.PreviousPanel,
        ConsoleAction.FocusCatalogue,
        ConsoleAction.ToggleCatalogue,
        ConsoleAction.FocusSql,
        ConsoleAction.FocusResult,
        ConsoleAction.Zoom,
        ConsoleAction.CatalogueNarrower,
        ConsoleAction.CatalogueWider,
        ConsoleAction.EditorLower,
        ConsoleAction.EditorHigher,
        ConsoleAction.DefaultSizes,
    ];

    private static readonly Localized[] Titles =
    [
        new("目录", "Catalogue"),
        new("编辑器", "Editor"),
        new("列", "Column"),
        new("行与格", "Rows"),
        new("结果", "Result"),
        new("图", "Chart"),
        new("页面", "Page"),
        new("各栏", "View"),
        new("其他", "More"),
    ];

    /// <summary>The bar.</summary>
    public static ConsoleState OpenBar(ConsoleState state) => state with { Menu = new ProgramMenu(All(state)) };

    /// <summary>One of the bar's menus, at a place.</summary>
    public static ConsoleState OpenAt(ConsoleState state, MenuKind kind, int x, int y) =>
        state with
        {
            Menu = new ProgramMenu([GroupOf(state, kind)], (x, y)),
        };

    /// <summary>What can be done with a mark of a chart, at a place.</summary>
    public static ConsoleState OpenMarkAt(ConsoleState state, int x, int y)
    {
        (string Context, ConsoleAction Action, string? Label)[] entries =
        [
            (KeyContext.Result, ConsoleAction.ShowGrid, state.Texts.RowOfMark),
            (KeyContext.Result, ConsoleAction.ShowSentence, state.Texts.SentenceOfMark),
            (KeyContext.Result, ConsoleAction.ArticleView, null),
            (KeyContext.Chart, ConsoleAction.FilterToMark, null),
            (KeyContext.Chart, ConsoleAction.CopyMark, null),
            (KeyContext.Chart, ConsoleAction.ChartNote, null),
            (KeyContext.Chart, ConsoleAction.ChartNoteDelete, null),
            (KeyContext.Chart, ConsoleAction.ChartNextPoint, null),
        ];
        var group = new MenuGroup(
            Titles[(int)MenuKind.Chart].In(state.Language),
            [.. entries.Select(e => EntryOf(state.Keys.Bindings.First(b => Is(b, e.Context, e.Action)), state.Language, e.Label))]
        );
        return state with { Menu = new ProgramMenu([group], (x, y)) };

        static bool Is(KeyBinding binding, string context, ConsoleAction action) =>
            binding.Context == context && KeyLookup.ActionOf(binding) == action;
    }

    /// <summary>Does what an entry stands for.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Chosen(ConsoleState state, string id) =>
        id.Split(' ') is [var context, var action] ? Parts.Do(state, new CommandWish(context, KeyLookup.ActionOf(action))) : state;

    /// <summary>All menus of the bar.</summary>
    public static ImmutableArray<MenuGroup> All(ConsoleState state) => [.. Enum.GetValues<MenuKind>().Select(kind => GroupOf(state, kind))];

    private static MenuGroup GroupOf(ConsoleState state, MenuKind kind) =>
        new(
            Titles[(int)kind].In(state.Language),
            [.. CommandsWindow.CommandsOf(state.Keys).Where(b => KindOf(b) == kind).Select(b => EntryOf(b, state.Language))]
        );

    private static MenuKind KindOf(KeyBinding binding) =>
        binding.Context switch
        {
            KeyContext.Catalogue => MenuKind.Catalogue,
            KeyContext.Editor => MenuKind.Editor,
            KeyContext.Grid when OfColumns.Contains(KeyLookup.ActionOf(binding)) => MenuKind.Columns,
            KeyContext.Grid => MenuKind.Rows,
            KeyContext.Result or KeyContext.Parameters or KeyContext.Kept => MenuKind.Result,
            KeyContext.Chart => MenuKind.Chart,
            KeyContext.Page => MenuKind.Page,
            _ => OfPanels.Contains(KeyLookup.ActionOf(binding)) ? MenuKind.Panels : MenuKind.More,
        };

    private static MenuEntry EntryOf(KeyBinding binding, Language language, string? label = null) =>
        new(
            binding.Context + " " + binding.Action,
            label ?? KeyLookup.ShortHelp(binding, language),
            binding.Chords.Count > 0 ? binding.Chords[0].ToString() : ""
        );
}
