using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What a column is for when rows are grouped.</summary>
internal enum GroupRole
{
    /// <summary>It is left out.</summary>
    None,

    /// <summary>Each of its values is a row, with those of the other columns of this role.</summary>
    Down,

    /// <summary>Each of its values is a column.</summary>
    Across,
    Sum,
    Mean,
}

/// <summary>Asks what each column is for when the rows of a result are grouped, or turned into a table of two columns' values.</summary>
/// <param name="Columns">Names of the columns, and whether they hold numbers.</param>
/// <param name="Roles">What each is for.</param>
/// <param name="List">Which column the cursor is on.</param>
/// <param name="Error">Why it was refused; empty while nothing is wrong.</param>
internal sealed record GroupWindow(
    ImmutableArray<(string Name, bool IsNumber)> Columns,
    ImmutableArray<GroupRole> Roles,
    ListView List,
    string Error = ""
) : Window<ResultState>
{
    private const int HintLines = 3;

    /// <summary>In the order in which they follow one another: the likely ones first.</summary>
    private static readonly ImmutableArray<GroupRole> OfNumbers =
    [
        GroupRole.None,
        GroupRole.Sum,
        GroupRole.Mean,
        GroupRole.Down,
        GroupRole.Across,
    ];

    private static readonly ImmutableArray<GroupRole> OfOthers = [GroupRole.None, GroupRole.Down, GroupRole.Across];

    /// <summary>Opens the window: the column under the cursor parts the rows, unless it holds numbers, which are added up.</summary>
    public static Part<ResultState> Open(Part<ResultState> part, OpenResult open)
    {
        var kept = open.Table.Kept;
        ImmutableArray<(string, bool)> columns = [.. kept.ColumnNames.Zip(kept.Columns, (name, column) => (name, column.Type.IsNumeric))];
        var roles = columns.Select((_, i) => i == open.Column ? GroupRole.Down : GroupRole.None);
        return part with { Window = new GroupWindow(columns, [.. roles], ListView.Of(columns.Length).Select(open.Column)) };
    }

    public override IReadOnlyList<string> Contexts => [KeyContext.Grouping, KeyContext.Always];

    public override Part<ResultState> Handle(Part<ResultState> part, InputEvent input) =>
        part with
        {
            Window = this with { List = List.Handle(input, WindowFrame.PageLines(part.Size) - HintLines) ?? List },
        };

    /// <summary>A click gives a column the next role.</summary>
    public override Part<ResultState> Press(Part<ResultState> part, WindowEvent pressed) =>
        pressed switch
        {
            RowEvent row => part with { Window = (this with { List = List.Select(row.Row), Button = null }).Turned(1) },
            ScrollEvent scrolled => part with { Window = this with { List = List.ScrolledTo(scrolled) } },
            _ => part,
        };

    /// <summary>
    /// The column under the cursor gets the next role, or the one before; only one stands across, only numbers are added.
    /// </summary>
    public GroupWindow Turned(int step)
    {
        var at = List.Selected;
        var roles = Columns[at].IsNumber ? OfNumbers : OfOthers;
        var role = roles[(roles.IndexOf(Roles[at]) + step + roles.Length) % roles.Length];
        var others = Roles.Select(other => role == GroupRole.Across && other == role ? GroupRole.Down : other).ToImmutableArray();
        return this with { Roles = others.SetItem(at, role), Error = "" };
    }

    public override Part<ResultState> Accept(Part<ResultState> part)
    {
        if (part.Own.Open is not { } open)
            return part with { Window = null };
        var grouping = new Grouping(
            [.. Of(GroupRole.Down)],
            [
                .. Of(GroupRole.Sum).Select(c => new MeasuredColumn(c, GroupMeasure.Sum)),
                .. Of(GroupRole.Mean).Select(c => new MeasuredColumn(c, GroupMeasure.Mean)),
            ],
            Of(GroupRole.Across).Cast<int?>().FirstOrDefault()
        );
        return Roles.All(role => role == GroupRole.None)
            ? part with
            {
                Window = this with { Error = part.Texts.GroupNeedsRole },
            }
            : OperationActions.Start(part with { Window = null }, open, new GroupRows(grouping));
    }

    public override ImmutableArray<string> Buttons(Texts texts) => [texts.OkButton, texts.CancelButton];

    public override ProgramWindow Describe(Part<ResultState> part, AmbiguousWidth ambiguous) =>
        Framed(
            part,
            part.Texts.GroupTitle,
            Width,
            new RowsPart(List, row => new ListLine(Columns[row].Name, part.Texts.RoleName(Roles[row]))),
            TextPart.Of(Error, Theme.Error),
            TextPart.Of(part.Texts.GroupHint, Theme.Dim),
            TextPart.Of(part.Texts.GroupKeys, Theme.Dim)
        );

    private const int LeastWidth = 70;

    private int Width => Math.Max(LeastWidth, Columns.Max(c => CellText.Width(c.Name)) + 24);

    private IEnumerable<int> Of(GroupRole role) => Enumerable.Range(0, Roles.Length).Where(i => Roles[i] == role);
}
