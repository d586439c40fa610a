using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Asks for the key columns of a comparison.</summary>
/// <param name="Request">Number of the request for the columns.</param>
/// <param name="Other">Name of the result to compare with.</param>
/// <param name="Title">Which results are compared.</param>
/// <param name="Columns">Those that both have; none until they were looked at.</param>
/// <param name="Chosen">Names of the columns that make the key so far.</param>
/// <param name="List">Which column the cursor is on.</param>
/// <param name="Error">Why the comparison was refused; empty while nothing is wrong.</param>
internal sealed record KeysWindow(
    int Request,
    string Other,
    string Title,
    ImmutableArray<KeyCandidate> Columns,
    ImmutableHashSet<string> Chosen,
    ListView List,
    string Error = ""
) : Window<ResultState>
{
    private const int Width = 66;

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.CompareThem, 'O'), texts.CancelButton];

    public override IReadOnlyList<string> Contexts => [KeyContext.Keys, KeyContext.Always];

    public override Part<ResultState> Handle(Part<ResultState> part, InputEvent input) =>
        part with
        {
            Window = this with { List = List.Handle(input, WindowFrame.PageLines(part.Size)) ?? List },
        };

    /// <summary>With the column under the cursor taken or not.</summary>
    public KeysWindow Toggled() =>
        List.Selected >= 0 ? this with { Chosen = Chosen.SymmetricExcept([Columns[List.Selected].Name]), Error = "" } : this;

    /// <summary>Compares.</summary>
    public override Part<ResultState> Accept(Part<ResultState> part)
    {
        if (Columns.IsEmpty)
            return part;
        if (Chosen.Count == 0)
            return part with { Window = this with { Error = part.Texts.OneKeyAtLeast } };
        // The differences need the whole width: two results beside each other give way to them.
        var closed = part with
        {
            Window = null,
            Own = part.Own with { Side = null },
        };
        if (part.Own.Open is not { } open || part.Own.Entry(Other) is not { } other)
            return closed;
        string[] chosen = [.. Columns.Select(c => c.Name).Where(Chosen.Contains)];
        return OperationActions.Start(closed, open, new CompareRows(other.View.Table.Kept, chosen));
    }

    public override Part<ResultState> Press(Part<ResultState> part, WindowEvent pressed) =>
        pressed switch
        {
            // A click takes the column or leaves it, as its box does.
            RowEvent row => part with { Window = (this with { List = List.Select(row.Row), Button = null }).Toggled() },
            ScrollEvent scrolled => part with { Window = this with { List = List.ScrolledTo(scrolled) } },
            _ => part,
        };

    public override ProgramWindow Describe(Part<ResultState> part, AmbiguousWidth ambiguous) =>
        Columns.IsEmpty
            ? Framed(part, Title, Width, TextPart.Of(part.Texts.FindingKeys, Theme.Dim))
            : Framed(
                part,
                Title,
                Width,
                new RowsPart(List, row => Line(Columns[row], part.Texts)),
                TextPart.Of(Error, Theme.Error),
                TextPart.Of(part.Texts.KeysHint, Theme.Dim)
            );

    private ListLine Line(KeyCandidate column, Texts texts) =>
        new((Chosen.Contains(column.Name) ? "[x] " : "[ ] ") + column.Name, texts.KeyUnique(column.IsUnique));
}
