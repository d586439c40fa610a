using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>A window with lines to read, which scroll.</summary>
/// <param name="Top">First line shown; null until it is scrolled.</param>
internal abstract record ReadingWindow<T>(int? Top = null) : Window<T>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Viewer, KeyContext.Always];

    /// <summary>Whether it takes the whole screen, however short it is.</summary>
    protected virtual bool IsWhole => false;

    protected abstract string TitleOf(Part<T> part);

    /// <summary>Its lines, wrapped at a width in cells.</summary>
    protected abstract IReadOnlyList<StyledLine> Lines(Part<T> part, int width, AmbiguousWidth ambiguous);

    /// <summary>First line shown until it is scrolled.</summary>
    protected virtual int FirstTop(Part<T> part) => 0;

    public override Part<T> Handle(Part<T> part, InputEvent input)
    {
        var count = Lines(part, WindowFrame.LineWidth(part.Size), AmbiguousWidth.One).Count;
        var top = Scroller.Move(Top ?? FirstTop(part), input, WindowFrame.PageLines(part.Size), count);
        return part with { Window = this with { Top = top } };
    }

    public override Part<T> Press(Part<T> part, WindowEvent pressed) =>
        pressed is ScrollEvent scrolled ? part with { Window = this with { Top = scrolled.Top } } : part;

    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous)
    {
        var (lines, title) = (Lines(part, WindowFrame.LineWidth(part.Size), ambiguous), TitleOf(part));
        var width = IsWhole ? part.Size.Width : WindowFrame.WidthFor(lines.Max(l => CellText.Width(l.Text, ambiguous)), title);
        return Framed(part, title, width, new LinesPart(lines, Top ?? FirstTop(part)) { IsTall = IsWhole });
    }
}

/// <summary>A text in full: a cell, or a message.</summary>
/// <param name="Title">Name of the column, or of what the message is about.</param>
/// <param name="Text">The canonical text of a cell; null for NULL.</param>
internal sealed record CellWindow(string Title, string? Text) : ReadingWindow<CommonState>
{
    protected override string TitleOf(Part<CommonState> part) => Title;

    protected override IReadOnlyList<StyledLine> Lines(Part<CommonState> part, int width, AmbiguousWidth ambiguous) =>
        Text is { } text
            ? [.. text.Split('\n').SelectMany(line => StyledLine.Of(line).Wrap(width, ambiguous))]
            : [StyledLine.Of("NULL", Theme.Dim)];
}

/// <summary>Lines to read.</summary>
internal sealed record LinesWindow(string Title, IReadOnlyList<StyledLine> Text) : ReadingWindow<CommonState>
{
    protected override string TitleOf(Part<CommonState> part) => Title;

    protected override IReadOnlyList<StyledLine> Lines(Part<CommonState> part, int width, AmbiguousWidth ambiguous) =>
        [.. Text.SelectMany(line => line.Wrap(width, ambiguous))];
}
