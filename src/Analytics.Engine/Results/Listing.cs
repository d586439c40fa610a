using Analytics.DuckDb;

namespace Analytics.Engine.Results;

/// <summary>A small table of the program's own, which every format writes as it does a result.</summary>
/// <param name="Columns">Of the types of <see cref="OwnRows"/>.</param>
/// <param name="Rows">As many cells each as there are columns; null is NULL.</param>
public sealed record Listing(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>What was wrong with what is listed; it is listed all the same.</summary>
    public IReadOnlyList<Localized> Faults { get; init; } = [];

    /// <summary>A table of texts.</summary>
    /// <param name="columns">Their names.</param>
    /// <param name="rows">As many cells each as there are columns; null is NULL.</param>
    public static Listing OfTexts(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows) =>
        new([.. columns.Select(name => new ResultColumn(name, OwnRows.Text))], [.. rows]);

    /// <summary>The rows as a result; the caller owns it.</summary>
    /// <param name="limit">The most rows to take; by default all.</param>
    public ResultTable Table(RowLimit limit = default)
    {
        var admitted = limit.Admit(0, Rows.Count);
        DuckDbType[] types = [.. Columns.Select(c => c.Type)];
        return new ResultTable(
            Columns,
            [.. Rows.Take(admitted).Chunk(DataChunk.Capacity).Select(rows => OwnRows.Chunk(types, rows))],
            admitted,
            isTruncated: admitted < Rows.Count
        );
    }
}
