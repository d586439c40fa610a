using Analytics.DuckDb;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>Holds the names in a cleaned table against those of the product's places.</summary>
internal static class CleanPlaces
{
    /// <summary>As many names as a remark lists.</summary>
    private const int Named = 10;

    /// <summary>Of each column of which at least half of the names are places: how many, and which are not.</summary>
    /// <param name="connection">Has the product's table of names.</param>
    /// <param name="file">Cleaned, its views made.</param>
    public static IEnumerable<FileRemark> Remarks(DuckDbConnection connection, OpenedFile file) =>
        connection
            .Rows(
                $"""
                SELECT column_name FROM duckdb_columns() WHERE database_name = 'memory' AND schema_name = 'main'
                    AND table_name = {SqlText.Literal(file.Name)} AND data_type = 'VARCHAR' ORDER BY column_index
                """,
                row => row.Text(0)
            )
            .Select(column => Remark(connection, file, column))
            .OfType<FileRemark>();

    private static FileRemark? Remark(DuckDbConnection connection, OpenedFile file, string column)
    {
        var name = SqlText.Identifier(column);
        var folded = $"translate(lower(name), {SqlText.Literal(FoldedName.Letters)}, {SqlText.Literal(FoldedName.Plain)})";
        var (all, found, unknown) = connection.Rows(
            $"""
            SELECT count(*), count(*) FILTER (is_known), coalesce(array_to_string(
                (list(name || ' (' || line || ')' ORDER BY line) FILTER (NOT is_known))[:{Named}], ', '), '')
            FROM (
                SELECT name, line, EXISTS (
                    FROM {ProductTables.Qualified(PlaceFunction.Table)} AS known WHERE known.folded = {folded}) AS is_known
                FROM (
                    SELECT {name} AS name, min({RawTable.Line}) AS line FROM memory.main.{SqlText.Identifier(file.Name)}
                    WHERE {name} IS NOT NULL GROUP BY 1)
            )
            """,
            row => (row.Whole(0), row.Whole(1), row.Text(2))
        )[0];
        if (found == 0 || 2 * found < all)
            return null;
        var more = all - found > Named;
        return FileRemark.Of(
            file.Path,
            $"“{column}”：{all} 个名称里有 {found} 个是本库的地方"
                + $"{(all == found ? "" : $"；未对上的（括号内是行号）：{unknown}")}{(more ? "……" : "")}",
            $"'{column}': {found:N0} of {all:N0} names are places of this library"
                + $"{(all == found ? "" : $"; not known: {unknown}")}{(more ? ", …" : "")}"
        );
    }
}
