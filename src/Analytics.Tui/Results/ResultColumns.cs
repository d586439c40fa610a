using System.Collections.Immutable;
using System.Globalization;
using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>How the columns of a result stand in the grid. Display only: what is saved or copied has every column and digit.</summary>
internal static class ResultColumns
{
    private const int NarrowestColumn = 4,
        WidestColumn = 40,
        MeasuredRows = 200;

    /// <summary>The width that fitting a column to what is in view may give it.</summary>
    private const int WidestFitted = 120;

    // Between columns stand a blank, a line and a blank.
    private const int ColumnGap = 3,
        LeastScrolled = 12;

    /// <summary>
    /// The columns in view: of two in both languages (<c>note_zh</c> or <c>note</c>, and <c>note_en</c>) the one of the interface's.
    /// </summary>
    public static ImmutableArray<int> Shown(IReadOnlyList<ResultColumn> columns, Language language, bool all) =>
        [.. Enumerable.Range(0, columns.Count).Where(i => all || Twin(columns, i, language) == i)];

    /// <summary>
    /// Whether the columns of a result may stand in another order than the statement gives them: where it takes all there are, nobody has
    /// chosen theirs.
    /// </summary>
    public static bool MayReorder(KeptLineage lineage) =>
        lineage.TakesAllColumns && !lineage.Origins.Select((_, c) => IsTechnical(lineage, c)).All(isTechnical => isTechnical);

    /// <summary>Whether a column holds ids or places in the sources, as a table of the product's has them.</summary>
    public static bool IsTechnical(KeptLineage lineage, int column) =>
        lineage.Origins[column] is { Way: ColumnWay.Copy, Sources: [{ IsTechnical: true }] };

    /// <summary>The column of the interface's language where another says the same; else the column itself.</summary>
    public static int Twin(IReadOnlyList<ResultColumn> columns, int column, Language language)
    {
        var name = columns[column].Name;
        var twin = language == Language.En ? Find(columns, Stem(name) + "_en") : TwinZh(columns, name);
        return twin >= 0 ? twin : column;
    }

    private static int TwinZh(IReadOnlyList<ResultColumn> columns, string name) =>
        !EndsWith(name, "_en") ? -1
        : Find(columns, name[..^3] + "_zh") is >= 0 and var twin ? twin
        : Find(columns, name[..^3]);

    private static string Stem(string name) => EndsWith(name, "_zh") || EndsWith(name, "_en") ? name[..^3] : name;

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    /// <summary>The place of a column; -1 without it.</summary>
    private static int Find(IReadOnlyList<ResultColumn> columns, string name) =>
        columns.Index().FirstOrDefault(c => c.Item.Name.Equals(name, StringComparison.OrdinalIgnoreCase), (-1, default!)).Index;

    /// <summary>
    /// A grid whose columns are as wide as the header and the rows in memory need, within limits; numbers stand at the right.
    /// </summary>
    public static Grid GridOf(OpenResult open) =>
        Grid.Of(RowsOf(open.Table), open.Shown.Select(column => Column(open, column, WidestColumn)));

    /// <summary>The rows that a grid can have.</summary>
    public static int RowsOf(ResultRows rows) => (int)Math.Min(rows.RowCount, int.MaxValue - 1);

    /// <summary>The column as wide as its texts in memory.</summary>
    public static GridColumn Fitted(OpenResult open, int column) => Column(open, column, WidestFitted);

    /// <summary>
    /// The grid with columns widened to other rows, since a cut value misleads; columns that were narrowed by hand stay as they are.
    /// </summary>
    public static Grid Widened(OpenResult open, ResultRows rows)
    {
        var next = open with { Table = rows };
        return open.Grid with { Columns = [.. open.Grid.Columns.Select((column, i) => Widened(column, open.Shown[i]))] };

        GridColumn Widened(GridColumn column, int index) =>
            column.Width < Column(open, index, WidestColumn).Width
                ? column
                : column with
                {
                    Width = Math.Max(column.Width, Column(next, index, WidestColumn).Width),
                };
    }

    /// <summary>Whether all columns are in view at once.</summary>
    public static bool HasRoomForAll(Grid grid, int width) =>
        grid.Rows.ToString().Length + grid.Columns.Sum(c => c.Width + ColumnGap) <= width;

    /// <summary>How many of the first columns can be frozen so that there is room left for one to scroll.</summary>
    public static int FrozenThatFit(Grid grid, int wanted, int width)
    {
        var room = width - grid.Rows.ToString().Length - ColumnGap - LeastScrolled;
        var count = 0;
        while (count < Math.Min(wanted, grid.Columns.Length) && (room -= grid.Columns[count].Width + ColumnGap) >= 0)
            count++;
        return count;
    }

    public static ColumnDisplay? Display(QueryRequest query, string column) => Canned(query)?.Columns.FirstOrDefault(c => c.Name == column);

    /// <summary>
    /// A cell as the grid shows it: digits behind the point as the query's header asks, numbers in the style chosen; null for NULL.
    /// </summary>
    public static string? Text(OpenResult open, long row, int column, ColumnDisplay? display)
    {
        if (open.Table.Text(row, column) is not { } text)
            return null;
        if (!open.Table.Columns[column].Type.IsNumeric)
            return InWords(open, column) ? CodeWords.Of(open.Table.Columns[column].Name, text, open.Language) : text;
        if (
            display?.Decimals is { } decimals
            && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        )
        {
            text = number.ToString("F" + decimals, CultureInfo.InvariantCulture);
        }

        return NumberDisplay.Of(text, open.Numbers);
    }

    /// <summary>
    /// What stands over a column: the label that the query's header gives it, in Chinese else its heading in words, where the product has
    /// named it; who writes SQL names columns himself.
    /// </summary>
    private static string Heading(OpenResult open, string name) =>
        Canned(open.Query) is not { } canned ? name
        : open.Language == Language.Zh ? ColumnHeadings.Of(name, canned, Language.Zh)
        : canned.Columns.FirstOrDefault(c => c.Name == name)?.Label?.En ?? name;

    /// <summary>Whether the codes of a column are shown in words, as its heading is.</summary>
    private static bool InWords(OpenResult open, int column) =>
        open.Language == Language.Zh && Canned(open.Query) is not null && open.Table.Columns[column].Type.Id == DuckDbTypeId.Varchar;

    private static QueryFile? Canned(QueryRequest query) =>
        ((query as OperationRequest)?.Origin ?? query) is CannedRequest canned ? canned.File : null;

    private static GridColumn Column(OpenResult open, int column, int widest)
    {
        var (name, type) = (open.Table.Columns[column].Name, open.Table.Columns[column].Type);
        var display = open.Display(column);
        var title = Heading(open, name) + Direction(open.Query, column);
        var lineage = open.Table.Kept.Lineage;
        var mark = ColumnMarks.Of(lineage.Origins[column], lineage.MayStandOnFigures).In(open.Language);
        var subtitle = $"{ShortType(type.ToString())}{(display?.Unit is { } unit ? " " + unit : "")} {mark}".TrimEnd();
        var page = open.Table.Page;
        var rows = Enumerable.Range(0, Math.Min(page.Texts.Count, MeasuredRows)).Select(i => page.First + i);
        var texts = rows.Select(row =>
                Head(Text(open, row, column, display) is { } text ? ComparisonMarks.Marked(open, row, column, text) : "NULL", widest)
            )
            .Append(subtitle);
        return new GridColumn(
            title,
            Grid.MeasureColumn(title, texts, NarrowestColumn, widest),
            type.IsNumeric ? TextAlignment.Right : TextAlignment.Left,
            subtitle
        );
    }

    /// <summary>An arrow for a column that the rows are sorted by; of several columns with its place.</summary>
    private static string Direction(QueryRequest query, int column)
    {
        if (query is not OperationRequest { Operation: SortRows { Keys: var keys } })
            return "";
        var place = Array.FindIndex([.. keys], k => k.Column == column);
        return place < 0 ? "" : (keys[place].Descending ? " ↓" : " ↑") + (keys.Count > 1 ? $"{place + 1}" : "");
    }

    /// <summary>As much of a text as its width can depend on.</summary>
    private static string Head(string text, int widest) => text.Length <= 2 * widest ? text : text[..(2 * widest)];

    /// <summary>A type in few cells: in lower case, long member lists cut.</summary>
    private static string ShortType(string type) => type.Length <= 16 ? type.ToLowerInvariant() : type[..15].ToLowerInvariant() + "…";
}
