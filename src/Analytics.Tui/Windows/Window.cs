using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Results;

namespace Analytics.Tui.Windows;

/// <summary>A window over the panels. A closed family.</summary>
internal abstract record Window;

/// <summary>The keys that act where the window was opened.</summary>
internal sealed record HelpWindow(HelpPanel Panel) : Window;

/// <summary>A text in full: a cell, or a message.</summary>
/// <param name="Title">Name of the column, or of what the message is about.</param>
/// <param name="Text">The canonical text of a cell; null for NULL.</param>
/// <param name="Top">First line shown.</param>
internal sealed record CellWindow(string Title, string? Text, int Top) : Window;

/// <summary>The source around an observation.</summary>
/// <param name="Observation">The figure whose quote is marked.</param>
/// <param name="Request">Number of the request for the text.</param>
/// <param name="Text">The text; null until it was read.</param>
/// <param name="IsRead">Whether the answer has come; without a text it then says that there is none.</param>
/// <param name="Top">First screen line shown; null to bring the quote into view.</param>
internal sealed record ArticleWindow(Observation Observation, int Request, ArticleText? Text, bool IsRead, int? Top) : Window;

/// <summary>Lines to read.</summary>
internal sealed record LinesWindow(string Title, IReadOnlyList<StyledLine> Text, int Top) : Window;

/// <summary>One record of the result, fields down; it follows the cursor's row.</summary>
internal sealed record RecordWindow(int Top) : Window;

/// <summary>The settings that hold.</summary>
internal sealed record SettingsWindow(int Top) : Window;

/// <summary>Something to pick from a list.</summary>
/// <param name="Title">What is to be picked.</param>
/// <param name="Items">Labels, details and what they stand for.</param>
/// <param name="List">Which item is picked, and which are in view.</param>
internal sealed record PickWindow(string Title, IReadOnlyList<(string Label, string Detail, Choice Choice)> Items, ListView List) : Window
{
    /// <summary>Whether it takes nearly the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether dropping many was asked for once.</summary>
    public bool IsArmed { get; init; }
}

/// <summary>Asks for the key columns of a comparison.</summary>
/// <param name="Request">Number of the request for the columns.</param>
/// <param name="Other">Name of the result to compare with.</param>
/// <param name="Columns">Those that both have; none until they were looked at.</param>
/// <param name="Chosen">Names of the columns that make the key so far.</param>
/// <param name="List">Which column the cursor is on.</param>
/// <param name="Error">Why the comparison was refused; empty while nothing is wrong.</param>
internal sealed record KeysWindow(
    int Request,
    string Other,
    ImmutableArray<KeyCandidate> Columns,
    ImmutableHashSet<string> Chosen,
    ListView List,
    string Error = ""
) : Window;

/// <summary>Asks for a line of text.</summary>
/// <param name="Question">What the line is for.</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="About">For a name, the result that is to have it.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record QuestionWindow(Question Question, TextField Text, string About = "", string Error = "") : Window;

/// <summary>Asks for a file name.</summary>
internal sealed record SaveWindow(TextField Path, string Error) : Window;

/// <summary>Asks whether an existing file may be replaced.</summary>
internal sealed record ReplaceWindow(SaveFile Effect, Dialog Dialog) : Window;

/// <summary>What a line of text is asked for.</summary>
internal enum AskedFor
{
    Line,
    BufferName,
    FileToOpen,
    FileToSave,
}

/// <summary>Asks for a line of text.</summary>
internal sealed record AskWindow(AskedFor What, TextField Field, string Error = "") : Window;

/// <summary>A list to choose from by typing: the history, or all commands.</summary>
/// <param name="Palette">The list, narrowed by what is typed.</param>
/// <param name="IsHistory">Whether the ids are indexes of the history; else they are actions.</param>
internal sealed record ChooseWindow(Palette Palette, bool IsHistory) : Window;

/// <summary>Asks whether to do what cannot be taken back.</summary>
/// <param name="Dialog">The question and its answers.</param>
/// <param name="Save">The file to replace; null to close the buffer in view.</param>
internal sealed record ConfirmWindow(Dialog Dialog, SaveSqlFile? Save) : Window;
