using System.Text.Json;
using Analytics.DuckDb;

namespace Analytics.Curation.Tests;

public class BuildTests
{
    [Fact]
    public void A_rebuild_gives_the_same_bytes()
    {
        using var project = new SmallProject();
        project.Build().Built.ShouldBeTrue();
        var first = project.BuiltFiles();
        project.Build().Built.ShouldBeTrue();
        var second = project.BuiltFiles();
        second.Keys.ShouldBe(first.Keys, ignoreOrder: true);
        foreach (var (name, bytes) in first)
            second[name].AsSpan().SequenceEqual(bytes).ShouldBeTrue(name);
    }

    [Fact]
    public void The_order_of_curated_rows_does_not_change_the_observations()
    {
        using var project = new SmallProject();
        var before = Built(project).Single(t => t.Name == "observation").Sha256;
        var lines = project.Read("data/curated/links.csv").TrimEnd('\n').Split('\n');
        project.Write("data/curated/links.csv", string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n");
        var after = Built(project);
        // The content hash of the inputs stands in the file, so the bytes differ; the rows do not.
        after.Single(t => t.Name == "observation").Sha256.ShouldNotBe(before);
        using var tables = new BuiltTables(project);
        tables
            .Text(
                "SELECT string_agg(obs_id, ' ' ORDER BY rowid) FROM (SELECT obs_id, "
                    + "row_number() OVER () AS rowid FROM observation) WHERE rowid <= 3"
            )
            .ShouldBe("a-1.reserve a-1.age a-1.college");
    }

    [Fact]
    public void All_tables_of_the_contract_are_written()
    {
        using var project = new SmallProject();
        Built(project)
            .Select(t => t.Name)
            .ShouldBe([
                "source",
                "place",
                "alias",
                "unit",
                "indicator",
                "article",
                "segment",
                "observation",
                "anchor",
                "link",
                "exclusion",
                "known_total",
                "phrase",
                "check_result",
            ]);
        Directory.GetFiles(project.DataFolder, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public void Every_anchor_is_the_text_of_its_source_though_a_character_outside_the_bmp_stands_before_it()
    {
        using var project = new SmallProject();
        Built(project);
        using var tables = new BuiltTables(project);
        tables.Text("SELECT count(*) FROM anchor").ShouldBe("19");
        tables
            .Text(
                "SELECT count(*) FROM anchor JOIN source USING (source_file) "
                    + "WHERE substr(text, char_start + 1, char_end - char_start) = quote"
            )
            .ShouldBe("19");
        tables
            .Text(
                "SELECT count(*) FROM observation JOIN source USING (source_file) WHERE replace(replace(substr(text, "
                    + "value_start + 1, value_end - value_start), ' ', ''), chr(10), '') = value_text"
            )
            .ShouldBe("18");
    }

    [Fact]
    public void A_quote_that_a_caption_interrupts_has_two_parts()
    {
        using var project = new SmallProject();
        Built(project);
        using var tables = new BuiltTables(project);
        tables
            .Text("SELECT string_agg(quote, '|' ORDER BY part) FROM anchor WHERE obs_id = 'a-1.village_share'")
            .ShouldBe("全县5个村实现集体经济收入10万元以上，占比|达25%");
        tables
            .Text("SELECT quote FROM observation WHERE obs_id = 'a-1.village_share'")
            .ShouldBe("全县5个村实现集体经济收入10万元以上，占比达25%");
        tables
            .Text("SELECT sentence FROM observation WHERE obs_id = 'a-1.village_share'")
            .ShouldBe("全县5个村实现集体经济收入10万元以上，占比达25%。");
    }

    [Fact]
    public void Values_are_exact_decimals_in_base_units()
    {
        using var project = new SmallProject();
        Built(project);
        using var tables = new BuiltTables(project);
        tables
            .Text(
                "SELECT string_agg(obs_id || '=' || rtrim(rtrim(value::VARCHAR, '0'), '.') , ' ' ORDER "
                    + "BY obs_id) FROM observation WHERE obs_id IN ('a-1.wages', 'a-1.college_share', 'a-1.age')"
            )
            .ShouldBe("a-1.age=36.5 a-1.college_share=0.75 a-1.wages=12000");
        tables
            .Text("SELECT value_low || ' ' || value_high FROM observation WHERE obs_id = 'a-2.retained' AND value IS NULL")
            .ShouldBe("0.1000000000 0.2000000000");
        tables.Text("SELECT restates_obs_id FROM observation WHERE obs_id = 'a-1.jobs_again'").ShouldBe("a-1.jobs");
        tables
            .Text("SELECT comparability_key FROM observation WHERE obs_id = 'a-2.subsidy'")
            .ShouldBe("worker|subsidy|maximum|none|元|entitlement|all||month|person");
    }

    [Fact]
    public void Each_file_tells_its_schema_and_its_input()
    {
        using var project = new SmallProject();
        var report = project.Build();
        using var tables = new BuiltTables(project);
        tables
            .Text(
                "SELECT string_agg(decode(key) || '=' || decode(value), ' ' ORDER BY decode(key)) "
                    + $"FROM parquet_kv_metadata({Sql.Text(project.PathOf("data/link.parquet"))})"
            )
            .ShouldBe($"content_sha256={report.ContentHash} schema_version=1 table=link");
    }

    [Fact]
    public void The_content_hash_changes_with_every_input()
    {
        using var project = new SmallProject();
        var before = project.Build().ContentHash;
        project.Change("data/curated/totals.csv", "made up", "made up too");
        project.Build().ContentHash.ShouldNotBe(before);
    }

    [Fact]
    public void What_an_interrupted_build_left_is_removed()
    {
        using var project = new SmallProject();
        project.Write("data/observation.parquet.tmp", "half");
        project.Write("data/datapackage.json.tmp", "half");
        project.Write("data/mine.tmp", "not ours");
        Built(project);
        Directory.GetFiles(project.DataFolder, "*.tmp").Select(Path.GetFileName).ShouldBe(["mine.tmp"]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_and_nothing_is_lost()
    {
        using var project = new SmallProject();
        Built(project);
        var before = project.BuiltFiles();
        // A folder in the way of the first temporary file: works for any user, unlike permissions, which do not bind root.
        Directory.CreateDirectory(project.PathOf("data/source.parquet.tmp"));
        var report = project.Build();
        report.Built.ShouldBeFalse();
        report.Findings[0].RuleId.ShouldBe("build.unwritable");
        report.Findings[0].Message.En.ShouldContain(project.DataFolder);
        var after = project.BuiltFiles();
        foreach (var (name, bytes) in before)
            after[name].AsSpan().SequenceEqual(bytes).ShouldBeTrue(name);
    }

    [Fact]
    public void A_second_build_in_the_same_folder_waits_its_turn()
    {
        using var project = new SmallProject();
        using (new BuildFolder(project.DataFolder))
            project.Build().Findings[0].RuleId.ShouldBe("build.busy");
        project.Build().Built.ShouldBeTrue();
    }

    [Fact]
    public void Warnings_and_information_are_built_into_check_result()
    {
        using var project = new SmallProject();
        project.Change("data/curated/observations.csv", "ambiguous,10%-20%可读作一个区间，也可读作两档", "ambiguous,");
        project.Change("data/curated/observations.csv", "10%-20% can be read as a range or as two steps", "");
        Built(project);
        using var tables = new BuiltTables(project);
        tables
            .Text(
                "SELECT string_agg(severity || ' ' || rule_id || ' ' || ids || ' ' || file, ', ' ORDER BY severity DESC) FROM check_result"
            )
            .ShouldBe(
                "warning status.unexplained a-2.retained data/curated/observations.csv, "
                    + "info share.implied_base a-1.village_share data/curated/observations.csv"
            );
    }

    [Fact]
    public void Built_tables_are_recognised_as_missing_stale_or_damaged()
    {
        using var project = new SmallProject();
        project.Load().CheckBuilt().Single().RuleId.ShouldBe("built.missing");
        Built(project);
        project.Load().CheckBuilt().ShouldBeEmpty();
        project.Change("data/curated/totals.csv", "made up", "made up too");
        project.Load().CheckBuilt().Single().RuleId.ShouldBe("built.stale");
        Built(project);
        var bytes = File.ReadAllBytes(project.PathOf("data/anchor.parquet"));
        bytes[^20] ^= 1;
        project.WriteBytes("data/anchor.parquet", bytes);
        File.Delete(project.PathOf("data/link.parquet"));
        project
            .Load()
            .CheckBuilt()
            .Select(f => f.RuleId + " " + f.File)
            .ShouldBe(["built.damaged data/anchor.parquet", "built.missing data/link.parquet"]);
        project.Write("data/datapackage.json", "{");
        project.Load().CheckBuilt().Single().RuleId.ShouldBe("built.damaged");
    }

    [Fact]
    public void The_data_package_describes_every_table_with_types_keys_and_references()
    {
        using var project = new SmallProject();
        var report = project.Build();
        using var package = JsonDocument.Parse(File.ReadAllBytes(project.PathOf("data/datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        resources.ConvertAll(r => r.GetProperty("hash").GetString()).ShouldBe(report.Tables.Select(t => "sha256:" + t.Sha256));
        var names = resources.ConvertAll(r => r.GetProperty("name").GetString()!);
        using var tables = new BuiltTables(project);
        foreach (var resource in resources)
        {
            var fields = resource
                .GetProperty("schema")
                .GetProperty("fields")
                .EnumerateArray()
                .Select(f => f.GetProperty("name").GetString()!)
                .ToList();
            tables.Columns(resource.GetProperty("name").GetString()!).ShouldBe(fields);
            foreach (var described in resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Prepend(resource))
            {
                described.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
                described.GetProperty("description_zh").GetString()!.ShouldContain(c => c > 0x2E80);
            }
            if (!resource.GetProperty("schema").TryGetProperty("foreignKeys", out var keys))
                continue;
            foreach (var key in keys.EnumerateArray())
            {
                names.ShouldContain(
                    key.GetProperty("reference").GetProperty("resource").GetString() is { Length: > 0 } other
                        ? other
                        : resource.GetProperty("name").GetString()!
                );
            }
        }
        package.RootElement.GetProperty("sources")[0].GetProperty("hash").GetString().ShouldStartWith("sha256:");
    }

    [Fact]
    public void Anchors_are_exported_as_web_annotations()
    {
        using var project = new SmallProject();
        using var output = new MemoryStream();
        AnnotationExport.Write(project.Load(), output);
        using var json = JsonDocument.Parse(output.ToArray());
        var items = json.RootElement.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(18);
        json.RootElement.GetProperty("total").GetInt32().ShouldBe(18);
        var wages = items.Single(i => i.GetProperty("id").GetString() == "urn:tongren:obs:a-1.wages").GetProperty("target")[0];
        wages.GetProperty("source").GetString().ShouldBe("seeds/a.txt");
        wages.GetProperty("selector")[0].GetProperty("exact").GetString().ShouldBe("发放工资 1.2\n\n万元");
        wages.GetProperty("selector")[0].GetProperty("prefix").GetString()!.ShouldEndWith("达25%。");
        wages.GetProperty("selector")[0].GetProperty("suffix").GetString()!.ShouldStartWith("，近3万元用于奖励");
        items
            .Single(i => i.GetProperty("id").GetString()!.EndsWith("village_share", StringComparison.Ordinal))
            .GetProperty("target")
            .GetArrayLength()
            .ShouldBe(2);
        var start = wages.GetProperty("selector")[1].GetProperty("start").GetInt32();
        new SourceText("", project.Read("seeds/a.txt"), "")
            .CodePoint(project.Read("seeds/a.txt").IndexOf("发放工资", StringComparison.Ordinal))
            .ShouldBe(start);
    }

    [Fact]
    public void Uncertain_anchors_are_not_exported()
    {
        using var project = new SmallProject();
        project.Change("data/curated/observations.csv", "发放工资1.2万元", "发放工资1.3万元");
        using var output = new MemoryStream();
        Should.Throw<InvalidOperationException>(() => AnnotationExport.Write(project.Load(), output));
        output.Length.ShouldBe(0);
    }

    private static IReadOnlyList<BuiltTable> Built(SmallProject project)
    {
        var report = project.Build();
        report.Built.ShouldBeTrue(string.Join('\n', report.Findings));
        return report.Tables;
    }
}

/// <summary>The built files of a project as views of a small engine.</summary>
internal sealed class BuiltTables : IDisposable
{
    private readonly DuckDbDatabase _database = DuckDbDatabase.Open(
        null,
        new Dictionary<string, string> { ["threads"] = "2", ["memory_limit"] = "256MB" }
    );
    private readonly DuckDbConnection _connection;

    public BuiltTables(SmallProject project)
    {
        _connection = _database.Connect();
        foreach (var file in Directory.EnumerateFiles(project.DataFolder, "*.parquet"))
            Execute($"CREATE VIEW {Sql.Name(Path.GetFileNameWithoutExtension(file))} AS FROM read_parquet({Sql.Text(file)})");
    }

    public void Execute(string sql) => _connection.Execute(sql);

    public List<string> Columns(string table)
    {
        using var result = _connection.Query($"FROM {Sql.Name(table)} LIMIT 0");
        return [.. result.Columns.Select(c => c.Name)];
    }

    /// <summary>The first value of a query as the engine writes it.</summary>
    public string Text(string sql)
    {
        using var result = _connection.Query(sql);
        using var chunk = result.Fetch().ShouldNotBeNull();
        var text = new System.Text.StringBuilder();
        chunk.Column(0).AppendText(0, text);
        return text.ToString();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
