using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>A list to choose from by typing.</summary>
/// <param name="Palette">The list, narrowed by what is typed.</param>
internal abstract record ChooseWindow<T>(Palette Palette) : Window<T>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Choose, KeyContext.Always];

    protected abstract string TitleOf(Texts texts);

    /// <summary>An entry was chosen; the window is closed.</summary>
    protected abstract Part<T> Chosen(Part<T> part, PaletteEntry entry);

    public override Part<T> Handle(Part<T> part, InputEvent input) =>
        part with
        {
            Window = this with { Palette = Palette.Handle(input, WindowFrame.PageLines(part.Size)) ?? Palette },
        };

    /// <summary>A click chooses.</summary>
    public override Part<T> Press(Part<T> part, MouseEvent mouse)
    {
        var room = WindowFrame.Room(part.Size);
        var size = SizeIn(room);
        var inside = Popup.Inside(room, size.Width, size.Height);
        return inside.Contains(mouse.X, mouse.Y) && Palette.ChooseAt(mouse.Y - inside.Y, inside.Height) is { } palette
            ? (this with { Palette = palette }).Accept(part)
            : part;
    }

    public override Part<T> Accept(Part<T> part)
    {
        var closed = part with { Window = null };
        return Palette.Chosen is { } entry ? Chosen(closed, entry) : closed;
    }

    public override void Draw(Part<T> part, CellCanvas canvas)
    {
        var size = SizeIn(new(canvas.Width, canvas.Height));
        var inside = Popup.Open(canvas, size.Width, size.Height, TitleOf(part.Texts), Theme.Dialog);
        Palette.Draw(inside, Theme.Input, Theme.List, part.Texts.SearchHint);
    }

    /// <summary>Cells that a line of the list has on a screen of that size.</summary>
    protected static int WidthIn(CellSize screen) => SizeIn(screen).Width - 5;

    private static CellSize SizeIn(CellSize canvas) => new(Math.Min(100, canvas.Width - 2), Math.Max(6, canvas.Height - 2));
}
