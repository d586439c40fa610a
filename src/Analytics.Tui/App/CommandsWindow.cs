using Analytics.Terminal.Keys;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App;

/// <summary>Every action with its key, to choose from.</summary>
internal sealed record CommandsWindow(Palette Palette) : ChooseWindow<CommonState>(Palette)
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

    /// <summary>The window with the bindings that hold.</summary>
    public static CommandsWindow Of(CommonState state)
    {
        var entries = CommandsOf(state.Keys)
            .Select(b => new PaletteEntry(
                b.Context + " " + b.Action,
                $"{KeyContext.Heading(b.Context, state.Language)} · {b.Help.In(state.Language)}",
                b.ChordText
            ));
        return new CommandsWindow(Palette.Of([.. entries]));
    }

    /// <summary>What can be done by name, each action once.</summary>
    public static IEnumerable<KeyBinding> CommandsOf(KeyMap keys) =>
        keys.Bindings.Where(b => !NotCommands.Contains(KeyLookup.ActionOf(b))).DistinctBy(b => b.Action);

    protected override string TitleOf(Texts texts) => texts.Commands;

    /// <summary>An action chosen by name acts on the panel that it belongs to.</summary>
    protected override Part<CommonState> Chosen(Part<CommonState> part, PaletteEntry entry) =>
        entry.Id.Split(' ') is [var context, var action] ? part.Wishing(new CommandWish(context, KeyLookup.ActionOf(action))) : part;
}

/// <summary>An action chosen by name.</summary>
/// <param name="Context">Where its key holds.</param>
/// <param name="Action">What to do.</param>
internal sealed record CommandWish(string Context, ConsoleAction Action) : Wish;
