namespace Analytics.Curation;

/// <summary>Opens the written files again and proves that they hold the tables, and that the tables hold together.</summary>
internal sealed class TableVerifier(TableStore store, Func<string, string> pathOf)
{
    /// <summary>
    /// Compares a written file with the table that is still in the store: as many rows, and the same sum of their hashes.
    /// </summary>
    public IEnumerable<Finding> Compare(TableSchema schema)
    {
        var columns = string.Join(", ", schema.Columns.Select(c => Sql.Name(c.Name)));
        string Fingerprint(string table) =>
            store.Scalar($"SELECT count(*) || ' rows, hash ' || coalesce(sum(hash({columns})), 0) FROM {table}");
        string expected = Fingerprint(Sql.Name(schema.Name)),
            found = Fingerprint(File(schema.Name));
        if (expected != found)
            yield return Wrong(schema, $"Expected {expected}; the file has {found}.");
    }

    /// <summary>Checks keys, references and anchors in the written files.</summary>
    public IEnumerable<Finding> Verify(TableSchema schema)
    {
        foreach (var (what, sql) in Checks(schema))
        {
            if (store.Scalar(sql) is var wrong && wrong != "0")
                yield return Wrong(schema, $"{what}: {wrong}.");
        }
    }

    private static Finding Wrong(TableSchema schema, string message) =>
        BuildRules.Verification.At($"data/{schema.Name}.parquet", null, message);

    private IEnumerable<(string What, string Sql)> Checks(TableSchema schema)
    {
        var file = File(schema.Name);
        if (schema.Key.Count > 0)
        {
            var key = string.Join(", ", schema.Key.Select(Sql.Name));
            yield return (
                $"Keys ({key}) that are not unique",
                $"SELECT count(*) FROM (SELECT {key} FROM {file} GROUP BY ALL HAVING count(*) > 1)"
            );
        }
        foreach (var reference in schema.ForeignKeys)
        {
            yield return (
                $"Values of {reference.Column} that are not in {reference.Table}",
                $"SELECT count(*) FROM {file} f WHERE f.{Sql.Name(reference.Column)} IS NOT NULL AND NOT EXISTS "
                    + $"(FROM {File(reference.Table)} t WHERE t.{Sql.Name(reference.TargetColumn)} = f.{Sql.Name(reference.Column)})"
            );
        }

        if (schema.Name is "anchor")
        {
            yield return (
                "Anchors whose quote is not the text of their source",
                $"SELECT count(*) FROM {file} a LEFT JOIN {File("source")} s USING (source_file) "
                    + "WHERE substr(s.text, a.char_start + 1, a.char_end - a.char_start) IS DISTINCT FROM a.quote"
            );
        }
    }

    private string File(string table) => $"read_parquet({Sql.Text(pathOf(table))})";
}
