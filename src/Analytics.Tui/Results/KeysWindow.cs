using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
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

    public override void Draw(Part<ResultState> part, CellCanvas canvas)
    {
        var inside = WindowFrame.Open(canvas, 70, Math.Max(1, Columns.Length) + 2, Title);
        if (Columns.IsEmpty)
        {
            inside.WriteField(0, 0, part.Texts.FindingKeys, inside.Width, Theme.Dim);
            return;
        }
        List.Draw(
            inside.Region(new(0, 0, inside.Width, inside.Height - 2)),
            line => Line(Columns[line], part.Texts),
            Theme.List,
            hasFocus: true
        );
        inside.WriteField(0, inside.Height - 2, Error, inside.Width, Theme.Error);
        inside.WriteField(0, inside.Height - 1, part.Texts.KeysHint, inside.Width, Theme.Dim);
    }

    private ListLine Line(KeyCandidate column, Texts texts) =>
        new((Chosen.Contains(column.Name) ? "[x] " : "[ ] ") + column.Name, texts.KeyUnique(column.IsUnique));
}
