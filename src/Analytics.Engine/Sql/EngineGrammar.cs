using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Sql;

/// <summary>A word that the engine's grammar would accept next.</summary>
/// <param name="Text">As it would be written, a space after it included where the grammar demands one.</param>
/// <param name="Type">The engine's name of its kind: <c>keyword</c>, <c>type</c>, <c>setting</c>, <c>scalar_function</c>, <c>table</c>,
/// …</param>
internal readonly record struct GrammarWord(string Text, string Type);

/// <summary>
/// The engine's own grammar (<c>sql_auto_complete</c>) in an empty database of its own, so that it answers while the
/// session runs a query, and from another thread; one thread at a time. Owns its database.
/// </summary>
public sealed class EngineGrammar : IDisposable
{
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;
    private readonly PreparedStatement _suggest;
    private (string? Sql, IReadOnlyList<GrammarWord> Words) _last = (null, []);

    private EngineGrammar(DuckDbDatabase database)
    {
        _database = database;
        _connection = database.Connect();
        _suggest = _connection.Prepare("SELECT suggestion, suggestion_type FROM sql_auto_complete($sql) WHERE suggestion_score = 0");
    }

    /// <summary>Takes some 50 ms: meant for a worker thread.</summary>
    public static EngineGrammar Open() =>
        new(
            DuckDbDatabase.Open(
                null,
                new Dictionary<string, string>(AnalyticsSession.DatabaseSettings)
                {
                    ["threads"] = "1",
                    ["memory_limit"] = "64MB",
                    ["enable_external_access"] = "false",
                }
            )
        );

    /// <summary>What may stand at the end of a text. The last answer is kept: it holds while a word is typed.</summary>
    internal IReadOnlyList<GrammarWord> After(string sql)
    {
        if (_last.Sql != sql)
            _last = (sql, Next(sql));
        return _last.Words;
    }

    /// <summary>What may complete the last word of a text.</summary>
    internal IReadOnlyList<GrammarWord> Next(string sql)
    {
        _suggest.Bind("sql", sql);
        using var result = _suggest.Execute();
        var words = new List<GrammarWord>();
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                    words.Add(new GrammarWord((string)chunk.Column(0).Value(row)!, (string)chunk.Column(1).Value(row)!));
            }
        }

        return words;
    }

    public void Dispose()
    {
        _suggest.Dispose();
        _connection.Dispose();
        _database.Dispose();
    }
}
