using System.Security.Cryptography;
using Analytics.DuckDb;

namespace Analytics.Curation;

/// <summary>Writes the tables of a project as Parquet files with their description: all of them, or nothing.</summary>
internal sealed class TableFiles(ProjectFiles files, string folder)
{
    /// <summary>Changes when a table or column changes its name or meaning; stands in every file.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes, opens again, compares and only then replaces the old files.</summary>
    /// <param name="tables">What curators wrote, and what follows from each row of it.</param>
    /// <param name="derived">The SQL of the tables that follow from these, by their names.</param>
    /// <returns>The tables written; or the critical findings that stopped it.</returns>
    public (IReadOnlyList<BuiltTable> Tables, IReadOnlyList<Finding> Findings) Write(
        IReadOnlyList<TableContent> tables,
        IReadOnlyDictionary<string, string> derived
    )
    {
        try
        {
            using var target = new BuildFolder(folder);
            return Write([.. tables, .. DerivedTables.Fill(tables, derived)], target);
        }
        catch (DuckDbException e) when (e.Kind is DuckDbErrorKind.IO or DuckDbErrorKind.OutOfMemory)
        {
            return (
                [],
                [BuildRules.Unwritable.At("data", null, new($"{folder} 写不进去：{e.Message}", $"{folder} cannot be written: {e.Message}"))]
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var rule = BuildFolder.IsHeld(e) ? BuildRules.Busy : BuildRules.Unwritable;
            return ([], [rule.At("data", null, new($"{folder} 写不进去：{e.Message}", $"{folder} cannot be written: {e.Message}"))]);
        }
    }

    private (IReadOnlyList<BuiltTable>, IReadOnlyList<Finding>) Write(IReadOnlyList<TableContent> tables, BuildFolder target)
    {
        // The check leaves nearly as much garbage as it keeps, and the runtime does not see the memory that the engine takes beside it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Stage(tables, target);
        return Publish(tables, target);
    }

    /// <summary>Writes every table beside the file that it is to replace.</summary>
    internal void Stage(IReadOnlyList<TableContent> tables, BuildFolder target)
    {
        using var writer = new TableWriter();
        foreach (var table in tables)
            writer.Write(table, PathOf(table, target), Notes(table.Schema));
    }

    /// <summary>Proves every file that was staged and, if all hold, puts them in the place of the old ones.</summary>
    internal (IReadOnlyList<BuiltTable>, IReadOnlyList<Finding>) Publish(IReadOnlyList<TableContent> tables, BuildFolder target)
    {
        var relations = new TableRelations(tables);
        var findings = tables
            .SelectMany(t =>
                new TableProof(t, Notes(t.Schema))
                    .Differences(PathOf(t, target))
                    .Concat(relations.Faults(t))
                    .Select(message => BuildRules.Verification.At($"data/{t.Schema.Name}.parquet", null, Unlike(message)))
            )
            .ToList();
        if (findings.Count > 0)
            return ([], findings);
        var built = tables.Select(t => Describe(t, PathOf(t, target))).ToList();
        File.WriteAllBytes(target.Temporary(DataPackage.FileName), DataPackage.Describe(tables, built, files));
        target.Publish();
        return (built, []);
    }

    private static Localized Unlike(string difference) => new($"写成的文件与应写的不符：{difference}", difference);

    private static string PathOf(TableContent table, BuildFolder target) => target.Temporary(table.Schema.Name + ".parquet");

    private Dictionary<string, string> Notes(TableSchema schema) =>
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
