using System.Security.Cryptography;
using Analytics.DuckDb;

namespace Analytics.Curation;

/// <summary>Writes the tables of a project as Parquet files with their description: all of them, or nothing.</summary>
internal sealed class TableFiles(ProjectFiles files, string folder)
{
    /// <summary>Changes when a table or column changes its name or meaning; stands in every file.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes, opens again, compares and only then replaces the old files.</summary>
    /// <returns>The tables written; or the critical findings that stopped it.</returns>
    public (IReadOnlyList<BuiltTable> Tables, IReadOnlyList<Finding> Findings) Write(IReadOnlyList<TableContent> tables)
    {
        try
        {
            using var target = new BuildFolder(folder);
            return Write(tables, target);
        }
        catch (DuckDbException e) when (e.Kind is DuckDbErrorKind.IO or DuckDbErrorKind.OutOfMemory)
        {
            return ([], [BuildRules.Unwritable.At("data", null, $"{folder} cannot be written: {e.Message}")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var rule = BuildFolder.IsHeld(e) ? BuildRules.Busy : BuildRules.Unwritable;
            return ([], [rule.At("data", null, $"{folder} cannot be written: {e.Message}")]);
        }
    }

    private (IReadOnlyList<BuiltTable>, IReadOnlyList<Finding>) Write(IReadOnlyList<TableContent> tables, BuildFolder target)
    {
        string PathOf(string table) => target.Temporary(table + ".parquet");
        using var store = new TableStore();
        var verifier = new TableVerifier(store, PathOf);
        var findings = new List<Finding>();
        foreach (var table in tables)
        {
            store.Add(table);
            store.Write(table.Schema, PathOf(table.Schema.Name), Metadata(table.Schema));
            findings.AddRange(verifier.Compare(table.Schema));
            store.Remove(table.Schema);
        }
        findings.AddRange(tables.SelectMany(t => verifier.Verify(t.Schema)));
        if (findings.Count > 0)
            return ([], findings);
        var built = tables.Select(t => Describe(t, PathOf(t.Schema.Name))).ToList();
        File.WriteAllBytes(target.Temporary(DataPackage.FileName), DataPackage.Describe(tables, built, files));
        target.Publish();
        return (built, []);
    }

    private Dictionary<string, string> Metadata(TableSchema schema) =>
        new()
        {
            ["table"] = schema.Name,
            ["schema_version"] = SchemaVersion,
            ["content_sha256"] = files.ContentHash,
        };

    private static BuiltTable Describe(TableContent table, string path)
    {
        using var file = File.OpenRead(path);
        return new BuiltTable(table.Schema.Name, table.RowCount, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
