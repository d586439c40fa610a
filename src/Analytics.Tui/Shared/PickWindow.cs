using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
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
    public override Part<T> Press(Part<T> part, MouseEvent mouse)
    {
        var inside = WindowFrame.Inside(WindowFrame.Room(part.Size), Width, Items.Count, Title);
        if (!inside.Contains(mouse.X, mouse.Y) || List.LineAt(mouse.Y - inside.Y, inside.Height) is not { } line)
            return part;
        var picked = this with { List = List.Select(line) };
        return mouse.Clicks == 2 ? picked.Accept(part with { Window = picked }) : part with { Window = picked };
    }

    /// <summary>What stands at the right has its room; the text at the left gives way.</summary>
    public override void Draw(Part<T> part, CellCanvas canvas)
    {
        var inside = WindowFrame.Open(canvas, Width, Items.Count, Title);
        List.Draw(inside, line => Line(Items[line], inside), Theme.List, hasFocus: true);
    }

    private static ListLine Line((string Label, string Detail) item, CellCanvas canvas)
    {
        var room = canvas.Width - 3 - canvas.Measure(item.Detail);
        return new ListLine(room < canvas.Width / 4 ? item.Label : CellText.Truncate(item.Label, room, "…", canvas.Ambiguous), item.Detail);
    }
}
