using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>A list to choose from by typing.</summary>
/// <param name="Palette">The list, narrowed by what is typed.</param>
internal abstract record ChooseWindow<T>(Palette Palette) : Window<T>
{
    private const int Widest = 96;

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
    public override Part<T> Press(Part<T> part, WindowEvent pressed) =>
        pressed switch
        {
            RowEvent row => (this with { Palette = Palette.Pick(row.Row) }).Accept(part),
            ScrollEvent scrolled => part with { Window = this with { Palette = Palette.ScrolledTo(scrolled) } },
            FieldEvent { Cursor: { } at } => part with { Window = this with { Palette = Palette.MoveTo(at) } },
            _ => part,
        };

    public override Part<T> Accept(Part<T> part)
    {
        var closed = part with { Window = null };
        return Palette.Chosen is { } entry ? Chosen(closed, entry) : closed;
    }

    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous) =>
        Framed(
            part,
            TitleOf(part.Texts),
            Widest,
            new FieldPart("", Palette.Query, part.Texts.SearchHint),
            new RulePart(),
            new RowsPart(Palette.List, i => new(Palette.Matches[i].Label, Palette.Matches[i].Detail))
            {
                Search = Palette.Query.Text.Trim(),
                IsTall = true,
            }
        );

    /// <summary>Cells that a line of the list has on a screen of that size.</summary>
    protected static int WidthIn(CellSize screen) => Math.Min(Widest, screen.Width - 4) - 1;
}
