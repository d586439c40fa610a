namespace Analytics.Engine.Workspaces;

public sealed partial class Workspace
{
    /// <summary>The columns that both results have, and which of them are best taken as keys.</summary>
    /// <exception cref="ObjectDisposedException">A result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<KeyCandidate> ProposeKeys(KeptResult before, KeptResult after, CancellationToken cancellation = default)
    {
        before.RequireKept();
        after.RequireKept();
        using var connection = _database.Connect();
        return new KeyProposal(connection, before, after, cancellation).Read();
    }

    /// <summary>
    /// A new result with the rows in which two results differ, and the counts. Rows belong together when their keys are the same and not
    /// NULL.
    /// </summary>
    /// <param name="before">The result that values change from; whole.</param>
    /// <param name="after">The result that values change to; whole.</param>
    /// <param name="keys">Names of columns of both, which together are different in every row of a result.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="UserException">A source still grows, a key is no column of both, or stands in several rows of one.</exception>
    /// <inheritdoc cref="Filter"/>
    public Comparison Compare(
        KeptResult before,
        KeptResult after,
        IReadOnlyList<string> keys,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        before.RequireWhole();
        after.RequireWhole();
        var sql = new ComparisonSql(before, after, keys);
        using (_operating.Enter())
        {
            try
            {
                Worker.Execute(sql.Merge, cancellation);
                RequireUniqueKeys(sql, before, after, keys, cancellation);
                var traced = sql.Traced(_lineage);
                var rows = Operate(KeptOrigin.Comparison, [before, after], sql.Shown, sql.Changes(), onRows, cancellation, traced: traced);
                return Counted(rows, before, sql, cancellation);
            }
            finally
            {
                Worker.Execute($"DROP TABLE IF EXISTS {ComparisonSql.Merged}", CancellationToken.None);
            }
        }
    }

    private void RequireUniqueKeys(
        ComparisonSql sql,
        KeptResult before,
        KeptResult after,
        IReadOnlyList<string> keys,
        CancellationToken cancellation
    )
    {
        using var repeated = Read(sql.RepeatedKey, cancellation);
        if (repeated.RowCount == 0)
            return;
        var side = (bool)repeated.Value(0, 1)! ? after : before;
        throw UserException.Usage(
            $"{side.Name} 中 {string.Join("、", keys)} = {repeated.Text(0, 0)} "
                + $"有 {repeated.Text(0, 2)} 行；请再加键列，使每行的键各不相同。",
            $"{side.Name} has {repeated.Text(0, 2)} rows with {string.Join(", ", keys)} = "
                + $"{repeated.Text(0, 0)}; name more key columns, so that each row has a key of its own."
        );
    }

    private Comparison Counted(KeptResult rows, KeptResult before, ComparisonSql sql, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long>
        {
            ["added"] = 0,
            ["removed"] = 0,
            ["changed"] = 0,
            ["no key"] = 0,
        };
        using (var table = Read($"SELECT change, count(*) FROM {rows.Table} GROUP BY change", cancellation))
        {
            for (var row = 0; row < table.RowCount; row++)
                counts[table.Text(row, 0)!] = (long)table.Value(row, 1)!;
        }

        long? same = rows.State == KeptState.Complete ? before.Rows - NoKey() - counts["removed"] - counts["changed"] : null;
        return new Comparison(
            rows,
            counts["added"],
            counts["removed"],
            counts["changed"],
            counts["no key"],
            same,
            sql.OnlyBefore,
            sql.OnlyAfter
        )
        {
            Alike = Alike(),
        };

        string[] Alike()
        {
            if (sql.ChangesByColumn(rows) is not { } list)
                return [];
            using var table = Read(list, cancellation);
            return [.. sql.Values.Where((_, i) => (long)table.Value(0, i)! == 0)];
        }

        long NoKey()
        {
            if (counts["no key"] == 0)
                return 0;
            using var table = Read(sql.NoKeyBefore, cancellation);
            return (long)table.Value(0, 0)!;
        }
    }
}
