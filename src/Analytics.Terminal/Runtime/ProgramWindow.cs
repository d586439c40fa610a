using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// A window that a program has open over its panels. Keys go to the program as ever; what the mouse does in the window it is told by
/// <see cref="Input.WindowEvent"/>s.
/// </summary>
/// <param name="Title">Stands in its frame.</param>
/// <param name="Parts">What it holds, from top to bottom.</param>
/// <param name="Styles">How it looks.</param>
public sealed record ProgramWindow(string Title, ImmutableArray<WindowPart> Parts, WindowStyles Styles)
{
    /// <summary>The part of the screen that it may cover; it stands in the middle.</summary>
    public required CellRect Room { get; init; }

    /// <summary>Cells that its content would like to have; it gets no more than there is room for.</summary>
    public required int Width { get; init; }

    /// <summary>Below the content; an underscore stands before the letter that presses the button.</summary>
    public ImmutableArray<string> Buttons { get; init; } = [];

    /// <summary>The button that has the focus; null while the content has it.</summary>
    public int? Button { get; init; }
}

/// <summary>A form that stands in a panel, where it has no frame.</summary>
/// <param name="Form">Its fields.</param>
/// <param name="Area">The part of the screen it has.</param>
/// <param name="Styles">How it looks.</param>
/// <param name="HasFocus">Whether keys go to it.</param>
public sealed record ProgramForm(Form Form, CellRect Area, WindowStyles Styles, bool HasFocus);

/// <summary>A part of a window. A closed family: text, lines, rows, field, form, rule.</summary>
public abstract record WindowPart;

/// <summary>A text that is wrapped, as tall as it needs.</summary>
public sealed record TextPart(StyledLine Text) : WindowPart
{
    /// <summary>A text in one style.</summary>
    public static TextPart Of(string text, Style style = default) => new(StyledLine.Of(text, style));
}

/// <summary>Lines that scroll where there is no room for all.</summary>
/// <param name="Lines">Wrapped already.</param>
/// <param name="Top">First line in view.</param>
public sealed record LinesPart(IReadOnlyList<StyledLine> Lines, int Top = 0) : WindowPart
{
    /// <summary>Whether it takes all the room there is.</summary>
    public bool IsTall { get; init; }
}

/// <summary>Rows of which one is picked.</summary>
/// <param name="List">How many there are, and which is picked; −1 for none.</param>
/// <param name="Row">A row; asked for while it is in view.</param>
public sealed record RowsPart(ListView List, Func<int, ListLine> Row) : WindowPart
{
    /// <summary>What is marked in the rows.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whether it takes all the room there is, however few rows there are.</summary>
    public bool IsTall { get; init; }
}

/// <summary>A line to type into.</summary>
/// <param name="Label">Stands before it.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Placeholder">Stands in it while it is empty.</param>
public sealed record FieldPart(string Label, TextField Text, string Placeholder = "") : WindowPart;

/// <summary>Fields under each other, which scroll where there is no room for all.</summary>
public sealed record FormPart(Form Form) : WindowPart;

/// <summary>A line across.</summary>
public sealed record RulePart : WindowPart;

/// <summary>How a window looks.</summary>
/// <param name="Body">The background and plain text.</param>
/// <param name="Frame">The frame.</param>
/// <param name="Title">The title.</param>
/// <param name="Label">Labels of fields.</param>
/// <param name="LabelFocused">The label of the field that has the focus.</param>
/// <param name="ButtonFocused">The button that has the focus.</param>
/// <param name="Error">What is wrong with a field.</param>
/// <param name="Input">Fields to type into.</param>
/// <param name="List">Rows.</param>
public sealed record WindowStyles(
    Style Body,
    Style Frame,
    Style Title,
    Style Label,
    Style LabelFocused,
    Style ButtonFocused,
    Style Error,
    InputStyles Input,
    ListStyles List
);
