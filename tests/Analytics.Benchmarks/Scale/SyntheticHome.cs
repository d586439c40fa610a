using Analytics.Engine.Tables;

namespace Analytics.Benchmarks;

/// <summary>
/// The shipped tables so many times over: each copy is a prefecture of its own, with its own sentences, values and, one in five, years; the
/// indicators stay as many as they are. Made by the measured program itself, because what this one held in memory would count as the
/// program's. Deleted when disposed.
/// </summary>
internal sealed class SyntheticHome : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-scale-").FullName;

    public SyntheticHome(string program, int copies)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Folder("data")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        // What follows from the multiplied tables is worked out from them.
        foreach (var table in ProductTables.Derived.Keys)
            File.Delete(Path.Combine(_folder, table + ".parquet"));
        // The description has the hashes of what was built.
        var package = Path.Combine(_folder, "datapackage.json");
        File.WriteAllText(package, File.ReadAllText(package).Replace("\"hash\"", "\"former_hash\"", StringComparison.Ordinal));
        var script = Path.Combine(_folder, "copies.sql");
        File.WriteAllText(script, Script(copies));
        ChildProcess.Run(program, ["query", "-f", script, "--quiet"]);
    }

    public string Data => _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Script(int copies) =>
        $"CREATE TABLE copy AS SELECT k, '~' || k AS s, to_years(CAST(k % 5 AS INTEGER)) AS later FROM range(1, {copies + 1}) AS t(k);"
        + Copied(
            "observation",
            """
            obs_id || s AS obs_id, article_id || s AS article_id, place_id || s AS place_id, county_id || s AS county_id,
            restates_obs_id || s AS restates_obs_id, k || '_' || source_file AS source_file, sentence || k AS sentence,
            CAST(value * (1 + k % 97 * 0.01) AS DECIMAL(38, 10)) AS value, CAST(period_start + later AS DATE) AS period_start,
            CAST(period_end + later AS DATE) AS period_end
            """
        )
        + Copied(
            "place",
            """
            place_id || s AS place_id, name_zh || k AS name_zh, name_en || ' ' || k AS name_en, parent_id || s AS parent_id,
            county_id || s AS county_id, k || gb_code AS gb_code
            """
        )
        + Copied(
            "article",
            """
            article_id || s AS article_id, k || '_' || source_file AS source_file, place_id || s AS place_id,
            CAST(date_from + later AS DATE) AS date_from, CAST(date_to + later AS DATE) AS date_to
            """
        )
        + Copied("link", "from_obs || s AS from_obs, to_obs || s AS to_obs")
        + Copied("anchor", "obs_id || s AS obs_id, k || '_' || source_file AS source_file")
        + Copied("source", "k || '_' || source_file AS source_file")
        + "SELECT 1";

    private string Copied(string table, string changed)
    {
        var from = Path.Combine(Repository.Folder("data"), table + ".parquet");
        var to = Path.Combine(_folder, table + ".parquet");
        return $"COPY (SELECT t.* REPLACE ({changed}) FROM read_parquet('{from}') AS t, copy ORDER BY k) TO '{to}' (FORMAT parquet);";
    }
}
