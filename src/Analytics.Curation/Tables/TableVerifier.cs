namespace Analytics.Curation;

/// <summary>Opens the written files again and proves that they hold the tables, and that the tables hold together.</summary>
internal sealed class TableVerifier(TableStore store, Func<string, string> pathOf)
{
    public IEnumerable<Finding> Verify(TableSchema schema)
    {
        foreach (var (what, sql) in Checks(schema))
            if (store.Scalar(sql) is var wrong && wrong != "0")
                yield return BuildRules.Verification.At($"data/{schema.Name}.parquet", null, $"{what}: {wrong} rows.");
    }

    private IEnumerable<(string What, string Sql)> Checks(TableSchema schema)
    {
        string table = Sql.Name(schema.Name), file = File(schema.Name);
        string columns = string.Join(", ", schema.Columns.Select(c => Sql.Name(c.Name)));
        yield return ("Rows lost in the file", $"SELECT count(*) FROM (SELECT {columns} FROM {table} EXCEPT ALL SELECT {columns} FROM {file})");
        yield return ("Rows in the file that were not written", $"SELECT abs((SELECT count(*) FROM {file}) - (SELECT count(*) FROM {table}))");
        if (schema.Key.Count > 0)
        {
            string key = string.Join(", ", schema.Key.Select(Sql.Name));
            yield return ($"Keys ({key}) that are not unique", $"SELECT count(*) FROM (SELECT {key} FROM {file} GROUP BY ALL HAVING count(*) > 1)");
        }
        foreach (var reference in schema.ForeignKeys)
            yield return ($"Values of {reference.Column} that are not in {reference.Table}",
                $"SELECT count(*) FROM {file} f WHERE f.{Sql.Name(reference.Column)} IS NOT NULL AND NOT EXISTS "
                + $"(FROM {File(reference.Table)} t WHERE t.{Sql.Name(reference.TargetColumn)} = f.{Sql.Name(reference.Column)})");
        if (schema.Name is "anchor")
            yield return ("Anchors whose quote is not the text of their source",
                $"SELECT count(*) FROM {file} a LEFT JOIN {File("source")} s USING (source_file) "
                + "WHERE substr(s.text, a.char_start + 1, a.char_end - a.char_start) IS DISTINCT FROM a.quote");
    }

    private string File(string table) => $"read_parquet({Sql.Text(pathOf(table))})";
}
