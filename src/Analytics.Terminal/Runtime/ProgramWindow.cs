using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// A window that a program has open over its panels; what the mouse does in it the program is told by <see cref="WindowEvent"/>s. A
/// closed family: dialog, file dialog.
/// </summary>
/// <param name="Title">Stands in its frame.</param>
/// <param name="Styles">How it looks.</param>
public abstract record ProgramWindow(string Title, WindowStyles Styles)
{
    /// <summary>The part of the screen that it may cover; it stands in the middle. A file dialog without any is kept unseen.</summary>
    public required CellRect Room { get; init; }

    /// <summary>Cells that its content would like to have; it gets no more than there is room for.</summary>
    public required int Width { get; init; }
}

/// <summary>A dialog whose content is the program's: keys go to the program.</summary>
/// <param name="Title">Stands in its frame.</param>
/// <param name="Parts">What it holds, from top to bottom.</param>
/// <param name="Styles">How it looks.</param>
public sealed record ProgramDialog(string Title, ImmutableArray<WindowPart> Parts, WindowStyles Styles) : ProgramWindow(Title, Styles)
{
    /// <summary>Below the content; an underscore stands before the letter that presses the button.</summary>
    public ImmutableArray<string> Buttons { get; init; } = [];

    /// <summary>The button that has the focus; null while the content has it.</summary>
    public int? Button { get; init; }
}

/// <summary>
/// A dialog that asks for a file and goes through folders by itself: keys and pastes are its own, but for those that the program wants. A
/// <see cref="FileEvent"/> tells what was named.
/// </summary>
/// <param name="Title">Stands in its frame.</param>
/// <param name="Path">The file that is proposed; another one is shown in the place of what has been typed.</param>
/// <param name="Texts">What it says.</param>
/// <param name="Styles">How it looks.</param>
public sealed record ProgramFileDialog(string Title, string Path, FileDialogTexts Texts, WindowStyles Styles) : ProgramWindow(Title, Styles)
{
    /// <summary>Whether the file is to be written.</summary>
    public bool IsSaving { get; init; }

    /// <summary>Whether a file of that name is listed.</summary>
    public Func<string, bool> IsListed { get; init; } = _ => true;

    /// <summary>Whether a key is the program's.</summary>
    public Func<KeyEvent, bool> IsOfProgram { get; init; } = _ => false;

    /// <summary>Whether a key takes the file, or opens the folder that is picked, as Enter does unless the program says
    /// otherwise.</summary>
    public Func<KeyEvent, bool> Accepts { get; init; } = key => key is { Key: Key.Enter, Modifiers: KeyModifiers.None };

    /// <summary>The path in what is pasted when a file is dropped on the terminal; null for other text.</summary>
    public Func<string, string?> PathIn { get; init; } = _ => null;

    /// <summary>What there is to know, or what was wrong with the file that was named.</summary>
    public required StyledLine About { get; init; }
}

/// <summary>What a file dialog says.</summary>
/// <param name="Accept">On the button that takes the file.</param>
/// <param name="Cancel">On the button that closes.</param>
/// <param name="PathHint">In the path while it is empty.</param>
/// <param name="FindHint">In the field to find files by their names.</param>
/// <param name="Name">Over the names.</param>
/// <param name="Size">Over the sizes.</param>
/// <param name="Modified">Over the times of the last change.</param>
/// <param name="Reading">While a folder is read that takes long.</param>
public sealed record FileDialogTexts(
    string Accept,
    string Cancel,
    string PathHint,
    string FindHint,
    string Name,
    string Size,
    string Modified,
    string Reading
);

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
