using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>Something to pick from a list.</summary>
/// <param name="Title">What is to be picked.</param>
/// <param name="Items">What stands at the left and at the right of each line.</param>
/// <param name="List">Which item is picked, and which are in view.</param>
internal abstract record PickWindow<T>(string Title, IReadOnlyList<(string Label, string Detail)> Items, ListView List) : Window<T>
{
    private const int Narrow = 60,
        Wide = 104;

    public override IReadOnlyList<string> Contexts => [KeyContext.Pick, KeyContext.Always];

    /// <summary>Whether it takes nearly the whole width.</summary>
    protected virtual bool IsWide => false;

    /// <summary>As wide as its lines, within limits.</summary>
    private int Width =>
        IsWide ? Wide : Math.Max(Narrow, Items.Select(i => CellText.Width(i.Label) + 2 + CellText.Width(i.Detail)).DefaultIfEmpty().Max());

    public override Part<T> Handle(Part<T> part, InputEvent input) =>
        part with
        {
            Window = this with { List = List.Handle(input, WindowFrame.PageLines(part.Size)) ?? List },
        };

    /// <summary>A click picks, a double click chooses.</summary>
    public override Part<T> Press(Part<T> part, WindowEvent pressed)
    {
        if (pressed is ScrollEvent scrolled)
            return part with { Window = this with { List = List.ScrolledTo(scrolled) } };
        if (pressed is not RowEvent row)
            return part;
        var picked = this with { List = List.Select(row.Row) };
        return row.Clicks == 2 ? picked.Accept(part with { Window = picked }) : part with { Window = picked };
    }

    /// <summary>What stands at the right has its room; the text at the left gives way.</summary>
    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous)
    {
        var width = WindowFrame.WidthFor(Width, Title);
        var room = Math.Min(width, part.Size.Width - 4) - 1;
        return Framed(part, Title, width, new RowsPart(List, row => Line(Items[row], room, ambiguous)));
    }

    private static ListLine Line((string Label, string Detail) item, int width, AmbiguousWidth ambiguous)
    {
        var room = width - 2 - CellText.Width(item.Detail, ambiguous);
        return new ListLine(room < width / 4 ? item.Label : CellText.Truncate(item.Label, room, "…", ambiguous), item.Detail);
    }
}
