using System.Text.Json.Nodes;
using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Statements that were read and rewritten, by their text: people run one again and again, and pages ask theirs at each change of a value.
/// Used under the shadow's turn.
/// </summary>
internal sealed class ReadStatements
{
    private const int Most = 200;

    private readonly Dictionary<string, ReadStatement> _known = [];

    public ReadStatement? Find(string key) => _known.GetValueOrDefault(key);

    /// <summary>Keeps a statement, unless a file or a function that it names may give it other columns at any time.</summary>
    public void Keep(string key, ReadStatement statement)
    {
        if (!IsLasting(statement.Statement))
            return;
        if (_known.Count >= Most)
            _known.Clear();
        _known[key] = statement;
    }

    /// <summary>Names may stand for something else now.</summary>
    public void Clear() => _known.Clear();

    private static bool IsLasting(JsonObject statement)
    {
        var lasting = true;
        Syntax.Visit(
            statement,
            item =>
                lasting &=
                    item.Text("type") is not ("TABLE_FUNCTION" or "SHOW_REF")
                    && !(item.Is("type", "BASE_TABLE") && Path.HasExtension(item.Text("table_name")))
        );
        return lasting;
    }
}

/// <summary>A statement as it was read.</summary>
/// <param name="Statement">Its tree; not changed.</param>
/// <param name="Visible">Its columns.</param>
/// <param name="Traced">With its evidence.</param>
internal sealed record ReadStatement(JsonObject Statement, IReadOnlyList<ResultColumn> Visible, TracedStatement Traced);
