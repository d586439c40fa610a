using System.Collections.Frozen;
using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Sql;

/// <summary>A table, view, opened file or kept result.</summary>
/// <param name="Kind">Which of the four it is.</param>
/// <param name="Database">The engine's name of the database that it is in.</param>
/// <param name="Schema">The schema that it is in, <c>main</c> mostly.</param>
/// <param name="Name">Its bare name, unquoted.</param>
/// <param name="SqlName">The name as SQL needs it, with schema and database where they are not the session's own.</param>
/// <param name="Comment">What it is in both languages; null where nothing says so.</param>
/// <param name="Source">The file it comes from, or null.</param>
/// <param name="Columns">In the order in which <c>SELECT *</c> gives them.</param>
public sealed record CatalogTable(
    CompletionKind Kind,
    string Database,
    string Schema,
    string Name,
    string SqlName,
    Localized? Comment,
    string? Source,
    IReadOnlyList<CatalogColumn> Columns
);

/// <param name="Name">Its name, unquoted; for a column of a query that of its alias.</param>
/// <param name="Type">The engine's name of its type, for example <c>DECIMAL(18,3)</c>.</param>
/// <param name="Comment">What it is in both languages; null where nothing says so.</param>
/// <param name="Table">The table it belongs to, or that a query takes it from.</param>
/// <param name="Origin">Its name there, under which its values are known.</param>
public sealed record CatalogColumn(string Name, string Type, Localized? Comment, string Table, string Origin);

/// <summary>A function with all its overloads.</summary>
/// <param name="Name">Unquoted, without brackets.</param>
/// <param name="IsTable">Whether it stands in FROM and gives rows.</param>
/// <param name="Signature">With the most parameters of all overloads, and the type of the result if all agree on it.</param>
/// <param name="Description">The engine's sentence on it, in English; null if it has none.</param>
/// <param name="Example">The engine's example of a call; null if it has none.</param>
/// <param name="TakesNothing">Whether no overload has a parameter, so that its brackets are closed at once.</param>
/// <param name="Arguments">Named arguments of a table function.</param>
public sealed record CatalogFunction(
    string Name,
    bool IsTable,
    string Signature,
    string? Description,
    string? Example,
    bool TakesNothing,
    IReadOnlyList<string> Arguments
);

/// <summary>A value of a text column with what the data say of it.</summary>
public sealed record CatalogValue(string Text, Coverage? Coverage, ValueMeaning? Meaning);

/// <summary>What a value stands for.</summary>
/// <param name="Kind">What sort of thing it stands for, for example an indicator or a place.</param>
/// <param name="Name">What readers call it, in both languages.</param>
/// <param name="Definition">One sentence on what it means; null where the data have none.</param>
/// <param name="Unit">Unit of an indicator's values, as in <c>unit.unit</c>; null for everything else.</param>
/// <param name="OtherNames">Names under which it is found too.</param>
public sealed record ValueMeaning(
    CompletionKind Kind,
    Localized Name,
    Localized? Definition,
    string? Unit,
    IReadOnlyList<string> OtherNames
);

/// <summary>
/// Everything that completion knows of a session, as it stood when it was read. Immutable: made on the session's
/// thread, used from any.
/// </summary>
public sealed class CompletionCatalog
{
    private readonly FrozenDictionary<string, IReadOnlyList<CatalogValue>> _values;

    internal CompletionCatalog(
        IReadOnlyList<CatalogTable> tables,
        IReadOnlyList<CatalogFunction> functions,
        IReadOnlyDictionary<string, string> settings,
        IReadOnlyDictionary<string, IReadOnlyList<CatalogValue>> values,
        IReadOnlyList<QueryFile> queries
    )
    {
        Tables = tables;
        Functions = functions;
        Settings = settings;
        Queries = queries;
        _values = values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Meanings =
        [
            .. values
                .Values.SelectMany(v => v)
                .Where(v => v.Meaning is not null)
                .GroupBy(v => v.Text)
                .Select(g => g.MaxBy(v => v.Coverage?.Figures ?? 0)!),
        ];
    }

    public IReadOnlyList<CatalogTable> Tables { get; }
    public IReadOnlyList<CatalogFunction> Functions { get; }

    /// <summary>Description by name of setting.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public IReadOnlyList<QueryFile> Queries { get; }

    /// <summary>Names and ids of indicators, places, units and codes, each once.</summary>
    internal IReadOnlyList<CatalogValue> Meanings { get; }

    /// <summary>
    /// Reads tables, columns, functions and the values of the product's text columns. Takes the session's thread for many moments.
    /// </summary>
    /// <param name="session">Asked on the calling thread; not kept.</param>
    /// <param name="keptResults">Names of tables that are kept results.</param>
    /// <param name="turn">Does one question to the session, so that others may come between two of them; null where there are none.</param>
    /// <exception cref="UserException">A data file is missing or damaged.</exception>
    /// <exception cref="DuckDbException">The engine failed.</exception>
    public static CompletionCatalog Read(
        AnalyticsSession session,
        IReadOnlyCollection<string>? keptResults = null,
        Action<Action>? turn = null
    ) => new CatalogReader(session, keptResults ?? [], turn ?? (ask => ask())).Read();

    /// <summary>Values of a column of the product's tables, the most frequent first; none for others.</summary>
    internal IReadOnlyList<CatalogValue> ValuesOf(string table, string column) => _values.GetValueOrDefault(table + "." + column) ?? [];
}
