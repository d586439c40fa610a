using System.Collections.Frozen;
using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Language;

/// <summary>A table, view, opened file or kept result.</summary>
/// <param name="SqlName">The name as SQL needs it, with schema and database where they are not the session's own.</param>
/// <param name="Source">The file it comes from, or null.</param>
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

/// <param name="Table">The table it belongs to, or that a query takes it from.</param>
/// <param name="Origin">Its name there, under which its values are known.</param>
public sealed record CatalogColumn(string Name, string Type, Localized? Comment, string Table, string Origin);

/// <summary>A function with all its overloads.</summary>
/// <param name="Signature">With the most parameters of all overloads, and the type of the result if all agree on it.</param>
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
    /// Reads tables, columns, functions and the values of the product's text columns. Takes the session's thread for a moment.
    /// </summary>
    /// <param name="keptResults">Names of tables that are kept results.</param>
    /// <exception cref="EngineException">A data file is missing or damaged.</exception>
    /// <exception cref="DuckDbException">The engine failed.</exception>
    public static CompletionCatalog Read(AnalyticsSession session, IReadOnlyCollection<string>? keptResults = null) =>
        new CatalogReader(session, keptResults ?? []).Read();

    /// <summary>Values of a column of the product's tables, the most frequent first; none for others.</summary>
    internal IReadOnlyList<CatalogValue> ValuesOf(string table, string column) => _values.GetValueOrDefault(table + "." + column) ?? [];
}
