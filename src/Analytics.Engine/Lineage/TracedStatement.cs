using System.Text.Json.Nodes;
using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>A statement that carries its evidence in hidden columns behind the visible ones.</summary>
/// <param name="Sql">Printed and read back.</param>
/// <param name="Hidden">The number of hidden columns: those of cells, then that of the row; 0 if no row stands on anything.</param>
/// <param name="Cells">For each visible column that has evidence of its own the number of its hidden column, from 0.</param>
/// <param name="Dependences">What rows depend on besides.</param>
/// <param name="ReadsObservations">Whether any row can stand on an observation.</param>
/// <param name="OwnRows">Rows of the largest of the user's relations that it numbers, about.</param>
internal sealed record TracedStatement(
    string Sql,
    int Hidden,
    IReadOnlyDictionary<int, int> Cells,
    IReadOnlyCollection<Dependence> Dependences,
    bool ReadsObservations,
    long OwnRows = 0
)
{
    /// <summary>Parameters of ours; no statement of a user's has such names.</summary>
    private const string Key = "analytics_key_";

    private static readonly NotTraced Gone = new(
        "gone",
        new(
            "再算一遍时没有这一行：数据变了，或取了另一行",
            "computed again the row is not there: the data changed, or another row was picked"
        )
    );

    /// <param name="context">Has the relations.</param>
    /// <param name="catalog">The same, by name.</param>
    /// <param name="statement">Its tree; not changed.</param>
    /// <param name="visible">The columns of the plain statement.</param>
    /// <param name="withDeciders">Whether to list what only decided about a row.</param>
    /// <exception cref="RefusalException">It cannot be traced.</exception>
    public static TracedStatement Of(
        LineageContext context,
        RelationCatalog catalog,
        JsonObject statement,
        IReadOnlyList<ResultColumn> visible,
        bool withDeciders
    )
    {
        var shadow = context.Shadow;
        var names = new ColumnNames(shadow.Connection, shadow.Text, context.DataFolder);
        var copy = statement.Copy();
        var rewriter = new EvidenceRewriter(
            catalog,
            shadow.Text,
            names,
            context.KeptEvidence,
            Prefix(statement),
            shadow.Functions.Aggregates,
            withDeciders
        );
        var traced = rewriter.Rewrite(copy.Take("node"));
        copy["node"] = traced.Node;
        return new(
            shadow.Text.Print(copy),
            traced.Columns.Count,
            Positions(traced, statement["node"]!, visible),
            rewriter.Dependences,
            rewriter.ReadsObservations,
            rewriter.OwnRows
        );
    }

    /// <summary>Whether the columns that it has when it runs are those of the plain statement and the hidden ones.</summary>
    public bool HasColumns(IReadOnlyList<ResultColumn> visible, IReadOnlyList<ResultColumn> columns) =>
        columns.Count == visible.Count + Hidden && visible.Zip(columns).All(p => p.First.Type.ToString() == p.Second.Type.ToString());

    /// <summary>The evidence of those rows that equal a row of a result.</summary>
    public RowEvidence OfRow(
        LineageContext context,
        ParameterValues parameters,
        ResultTable table,
        long row,
        CancellationToken cancellation
    )
    {
        if (Hidden == 0)
            return RowEvidence.Read([]);
        var visible = table.Columns;
        var names = Enumerable.Range(0, visible.Count + Hidden).Select(i => $"c{i}").ToList();
        var conditions = visible.Select((column, i) => IsEqual(column.Type, i));
        var sql = $"SELECT {names[^1]} FROM ({Sql}) AS traced({string.Join(", ", names)}) WHERE {string.Join(" AND ", conditions)}";
        var values = parameters.With(visible.Select((_, i) => KeyValuePair.Create($"{Key}{i}", (object?)table.Text(row, i))));
        using var found = ResultTable.Read(context.Run(sql, values, cancellation));
        return found.RowCount == 0
            ? RowEvidence.Unknown(Gone)
            : RowEvidence.Read(Enumerable.Range(0, (int)found.RowCount).SelectMany(r => EvidenceResult.Tokens(found, r, 0)));
    }

    /// <summary>
    /// The text of a value that is nested cannot be cast back: then texts are compared. Not by a plain equation: the engine would take it
    /// down into an ASOF join, which then finds nothing.
    /// </summary>
    private static string IsEqual(DuckDbType type, int column) =>
        type.Id
            is DuckDbTypeId.List
                or DuckDbTypeId.Array
                or DuckDbTypeId.Struct
                or DuckDbTypeId.Map
                or DuckDbTypeId.Union
                or DuckDbTypeId.Blob
            ? $"CAST(c{column} AS VARCHAR) IS NOT DISTINCT FROM CAST(${Key}{column} AS VARCHAR)"
            : $"c{column} IS NOT DISTINCT FROM CAST(${Key}{column} AS {Workspaces.KeptColumns.TypeSql(type)})";

    private static string Prefix(JsonObject statement)
    {
        var (text, prefix) = (statement.ToJsonString(), "__ev");
        while (text.Contains(prefix, StringComparison.OrdinalIgnoreCase))
        {
            prefix += "_";
        }

        return prefix;
    }

    private static Dictionary<int, int> Positions(Traced traced, JsonNode node, IReadOnlyList<ResultColumn> visible)
    {
        var positions = new Dictionary<int, int>();
        var items = node.List("select_list");
        var firstStar = items
            .Select((item, i) => (item, i))
            .FirstOrDefault(p => p.item!.ToJsonString().Contains("\"STAR\""), (null, items.Count))
            .i;
        for (var i = 0; i < traced.Cells.Count; i++)
        {
            var (item, name, _) = traced.Cells[i];
            var position = item >= 0 && item < firstStar ? item : OnlyOne(visible, name);
            if (position >= 0)
                positions[position] = i;
        }

        return positions;
    }

    private static int OnlyOne(IReadOnlyList<ResultColumn> columns, string? name)
    {
        var found = Enumerable
            .Range(0, columns.Count)
            .Where(i => string.Equals(columns[i].Name, name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return found is [var only] ? only : -1;
    }
}
