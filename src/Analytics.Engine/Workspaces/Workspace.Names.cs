using System.Text.RegularExpressions;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Workspaces;

public sealed partial class Workspace
{
    /// <summary>
    /// Gives a result a name of the user's choice, which SQL can use. The number it was made with stays valid beside it, since SQL of
    /// later results may mention it; an earlier choice becomes free.
    /// </summary>
    /// <exception cref="UserException">The name cannot be had; the message says why.</exception>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    public void Rename(KeptResult result, string name)
    {
        result.RequireKept();
        if (name == result.Label)
            return;
        lock (_naming)
        {
            RequireFree(result, name);
            var before = result.Alias;
            if (
                !string.Equals(before, name, StringComparison.OrdinalIgnoreCase)
                && !string.Equals(name, result.Name, StringComparison.OrdinalIgnoreCase)
            )
            {
                _reader.Execute($"CREATE VIEW memory.main.{SqlText.Identifier(name)} AS {result.ShownSql}");
                Session.NoteRelations();
            }

            if (before is not null && !string.Equals(before, name, StringComparison.OrdinalIgnoreCase))
                DropName(before);
            result.Alias = string.Equals(name, result.Name, StringComparison.OrdinalIgnoreCase) ? null : name;
        }
    }

    /// <summary>Bytes that each result takes in the file, by name; what lies in memory counts as nothing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyDictionary<string, long> Sizes(CancellationToken cancellation = default)
    {
        var sizes = new Dictionary<string, long>();
        foreach (var result in _results.Where(r => r.State != KeptState.Growing))
        {
            using var blocks = _reader.Read(
                $"""
                SELECT count(DISTINCT block) * (SELECT any_value(block_size) FROM pragma_database_size()
                    WHERE database_name = '{TemporaryStore.Database}')
                FROM (SELECT unnest(list_append(additional_block_ids, block_id)) AS block
                    FROM pragma_storage_info('{result.Table}') WHERE persistent)
                """,
                ParameterValues.None,
                cancellation
            );
            sizes[result.Name] = (long)blocks.Value(0, 0)!;
        }
        return sizes;
    }

    private void RequireFree(KeptResult result, string name)
    {
        if (!Regex.IsMatch(name, @"^[\p{L}_][\p{L}\p{Nd}_]*$"))
            throw Wrong("has letters, digits, _; no digit first", "只能有字母、汉字、数字和 _，不以数字开头");
        if (name.All(char.IsAscii) && SqlKeywords.QuoteIfNeeded(name) != name)
            throw Wrong("must not be a keyword of SQL", "不能是 SQL 关键字");
        if (
            string.Equals(name, result.Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, result.Alias, StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }

        if (Regex.IsMatch(name, @"^[rR]\d+$"))
            throw Wrong("must not be r and a number, as the next results will be called", "不能是 r 加数字，以后的结果要用");
        if (Find(name) is not null)
            throw Wrong("is that of another result", "已是另一结果的名字");
        if (ProductTables.Names.Append(ProductTables.Schema).Concat(NamesInUse()).Contains(name, StringComparer.OrdinalIgnoreCase))
            throw Wrong("is that of a table or view, which it would hide", "已是表或视图的名字，会把它遮住");

        UserException Wrong(string rule, string zh) =>
            UserException.Usage($"{result.Label} 不能叫“{name}”：名字{zh}。", $"{result.Label} cannot be called '{name}': a name {rule}.");
    }

    private IEnumerable<string> NamesInUse()
    {
        using var names = _reader.Read(
            "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views()",
            ParameterValues.None,
            CancellationToken.None
        );
        return [.. Enumerable.Range(0, (int)names.RowCount).Select(row => names.Text(row, 0)!)];
    }

    private void DropName(string name) => _reader.Execute($"DROP VIEW IF EXISTS memory.main.{SqlText.Identifier(name)}");
}
