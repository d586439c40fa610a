using FsCheck.Xunit;

namespace Analytics.Curation.Tests;

/// <summary>What is written is read back by other code; whatever differs stops the build, and the old files stay.</summary>
public class ProofTests
{
    [Theory]
    [InlineData("* REPLACE (CASE WHEN obs_id = 'a-1.age' THEN value + 0.0000000001 ELSE value END AS value)", "a-1.age", "value")]
    [InlineData("* REPLACE (CASE WHEN obs_id = 'a-1.age' THEN NULL ELSE value END AS value)", "a-1.age", "NULL")]
    [InlineData("* REPLACE (CASE WHEN obs_id = 'a-1.age' THEN 'x' ELSE note END AS note)", "expected NULL", "「x」")]
    [InlineData("* REPLACE (CASE WHEN obs_id = 'a-1.age' THEN quote || ' ' ELSE quote END AS quote)", "a-1.age", "quote")]
    [InlineData("* REPLACE (CASE WHEN obs_id = 'a-1.age' THEN char_start + 1 ELSE char_start END AS char_start)", "a-1.age", "char_start")]
    [InlineData("* REPLACE (NOT bound_open AS bound_open)", "bound_open", "true")]
    [InlineData("* REPLACE (period_start + 1 AS period_start)", "period_start", "2024-01-02")]
    [InlineData("* REPLACE (value::DOUBLE AS value)", "DECIMAL(38,10)", "DOUBLE")]
    [InlineData("* REPLACE (value::DECIMAL(38,9) AS value)", "DECIMAL(38,10)", "DECIMAL(38,9)")]
    [InlineData("* REPLACE (char_start::INTEGER AS char_start)", "BIGINT", "INT32")]
    [InlineData("* REPLACE (encode(quote) AS quote)", "VARCHAR", "BYTE_ARRAY")]
    [InlineData("* RENAME (quote AS qoute)", "quote", "qoute")]
    [InlineData("* EXCLUDE (note_en)", "note_en", "NULL")]
    [InlineData("*, 1 AS more", "NULL", "more")]
    public void A_changed_cell_type_or_column_is_noticed_and_the_old_file_keeps_its_bytes(string columns, string expected, string found)
    {
        using var staged = new StagedBuild();
        staged.Rewrite("observation", $"SELECT {columns} FROM file", staged.Notes("observation"));
        var finding = staged.Publish().ShouldHaveSingleItem();
        finding.RuleId.ShouldBe("build.verification");
        finding.File.ShouldBe("data/observation.parquet");
        finding.Message.En.ShouldContain(expected);
        finding.Message.En.ShouldContain(found);
        staged.OldFilesAreUntouched();
    }

    [Theory]
    [InlineData("FROM file LIMIT 17", "Rows")]
    [InlineData("FROM file UNION ALL (FROM file LIMIT 1)", "Rows")]
    [InlineData("FROM file ORDER BY obs_id DESC", "Row 1 (")]
    public void A_lost_added_or_moved_row_is_noticed(string sql, string what)
    {
        using var staged = new StagedBuild();
        staged.Rewrite("observation", sql, staged.Notes("observation"));
        staged.Publish().ShouldContain(f => f.Message.En.Contains(what));
        staged.OldFilesAreUntouched();
    }

    [Theory]
    [InlineData("{\"table\": 'anchor', schema_version: '1'}", "Note content_sha256")]
    [InlineData("{\"table\": 'link', schema_version: '1', content_sha256: '$hash'}", "Note table")]
    [InlineData("{\"table\": 'anchor', schema_version: '1', content_sha256: '$hash', more: 'x'}", "Note more")]
    public void A_missing_changed_or_added_note_is_noticed(string notes, string what)
    {
        using var staged = new StagedBuild();
        staged.Rewrite("anchor", "FROM file", notes.Replace("$hash", staged.ContentHash));
        staged.Publish().ShouldHaveSingleItem().Message.En.ShouldStartWith(what);
        staged.OldFilesAreUntouched();
    }

    [Fact]
    public void A_file_that_ends_early_is_noticed()
    {
        using var staged = new StagedBuild();
        var path = staged.PathOf("unit");
        var bytes = File.ReadAllBytes(path);
        foreach (var length in new[] { 0, 3, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            staged.Publish().ShouldHaveSingleItem().Message.En.ShouldStartWith("It cannot be read back");
        }

        staged.OldFilesAreUntouched();
    }

    /// <summary>
    /// Over all pages of a small file. A few of their bytes say nothing that this reader needs; with some of those changed the engine
    /// refuses the file.
    /// </summary>
    [Fact]
    public void No_changed_byte_of_a_page_gives_the_engine_other_rows_unnoticed()
    {
        var table = new TableBuilder<int>("made", "", "")
            .Position("row", i => i, "", "")
            .Number("number", i => i / 8m, "", "")
            .Text("text", i => i % 3 == 0 ? null : $"第{i}行", "", "")
            .Build("row", "row")
            .Fill([.. Enumerable.Range(0, 40)]);
        using var folder = new MadeFolder();
        Dictionary<string, string> notes = new() { ["note"] = "x" };
        folder.Write(table, notes);
        const string AllRows = "SELECT string_agg(concat_ws(' ', row, number, text), ', ' ORDER BY row) FROM $file";
        var rows = folder.Text(AllRows);
        var bytes = File.ReadAllBytes(folder.File);
        var noticed = 0;
        var footer = bytes.Length - 8 - BitConverter.ToInt32(bytes, bytes.Length - 8);
        for (var at = 4; at < footer; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x55;
            File.WriteAllBytes(folder.File, damaged);
            if (new TableProof(table, notes).Differences(folder.File).Count > 0)
                noticed++;
            else
                folder.TextOrNull(AllRows).ShouldBeOneOf([rows, null], $"byte {at}");
        }

        noticed.ShouldBeGreaterThan(footer / 2);
    }

    [Fact]
    public void What_was_staged_unchanged_is_published()
    {
        using var staged = new StagedBuild();
        staged.Publish().ShouldBeEmpty();
    }

    [Fact]
    public void Rows_are_proved_over_several_row_groups_and_the_widest_values_exactly()
    {
        const int Rows = 70_000;
        decimal?[] numbers = [null, 0, -1, 9999999999999999.9999999999m, -0.0000000001m, 7922816251426433759.3543950335m];
        DateOnly?[] days = [null, DateOnly.MinValue, DateOnly.MaxValue, new(1970, 1, 1), new(1969, 12, 31)];
        string?[] texts = [null, "\"", "a\nb", "𠮷村", "\uFF01", new string('长', 20_000), "'; DROP TABLE made; --"];
        var table = new TableBuilder<int>("made", "", "")
            .Position("row", i => i, "", "")
            .Integer("whole", i => i % 3 == 0 ? null : -i, "", "")
            .Number("number", i => numbers[i % numbers.Length], "", "")
            .Date("day", i => days[i % days.Length], "", "")
            .Text("text", i => i % 1000 < texts.Length ? texts[i % 1000] : $"{i % 7}", "", "")
            .Flag("flag", i => i % 2 == 0, "", "")
            .Build("row", "row")
            .Fill([.. Enumerable.Range(0, Rows).Reverse()]);
        using var folder = new MadeFolder();
        Dictionary<string, string> notes = new() { ["note"] = "'“𠮷\n" };
        folder.Write(table, notes);
        new TableProof(table, notes).Differences(folder.File).ShouldBeEmpty();
        folder.Text("SELECT count(DISTINCT row_group_id) > 1 FROM parquet_metadata($file)").ShouldBe("true");
        folder
            .Text("SELECT string_agg(DISTINCT number, ' ' ORDER BY number) FROM $file")
            .ShouldBe("-1.0000000000 -0.0000000001 0.0000000000 9999999999999999.9999999999 7922816251426433759.3543950335");
        // One cell of the last row is another: the last row group is read, too.
        var other = table with
        {
            Cell = (column, row) => column == 4 && row == Rows - 1 ? "other" : table.Cell(column, row),
        };
        new TableProof(other, notes).Differences(folder.File).ShouldHaveSingleItem().ShouldContain($"Row {Rows} (row {Rows - 1}), text");
    }

    [Fact]
    public void A_value_that_must_be_there_is_missed_though_the_content_lacks_it_too()
    {
        var table = new TableBuilder<int>("made", "", "").Position("row", i => i, "", "").Key("name", i => i == 1 ? "" : "x", "", "");
        using var folder = new MadeFolder();
        Dictionary<string, string> notes = new() { ["note"] = "x" };
        var content = table.Build("row", "row").Fill([0, 1, 2]);
        folder.Write(content, notes);
        new TableProof(content, notes).Differences(folder.File).ShouldHaveSingleItem().ShouldStartWith("Row 2 (row 1), name");
    }

    [Property]
    public bool Rows_stand_in_the_order_in_which_the_engine_sorts_them(string?[] texts, int?[] numbers)
    {
        var rows = texts
            .Select((text, i) => (Text: Cleaned(text), Number: numbers.Length > 0 ? numbers[i % numbers.Length] : null))
            .Distinct()
            .ToArray();
        var table = new TableBuilder<(string? Text, int? Number)>("made", "", "")
            .Text("text", r => r.Text, "", "")
            .Integer("number", r => r.Number, "", "")
            .Build("", "text number")
            .Fill(rows);
        using var folder = new MadeFolder();
        folder.Write(table, new Dictionary<string, string> { ["note"] = "x" });
        return folder.Text(
                "SELECT count(*) FROM (SELECT file_row_number AS place, "
                    + "row_number() OVER (ORDER BY text NULLS FIRST, number NULLS FIRST) - 1 AS sorted "
                    + "FROM read_parquet($file, file_row_number = true)) WHERE place <> sorted"
            ) == "0";
    }

    [Theory]
    [InlineData("observation", "obs_id", "a-1.age", "Keys (obs_id) that are not unique: 17")]
    [InlineData("observation", "place_id", "nowhere", "Values of place_id that are not in place: 18")]
    [InlineData("link", "to_obs", "a-1.nothing", "Values of to_obs that are not in observation: 9")]
    [InlineData("anchor", "quote", "x", "Anchors whose quote is not the text of their source: 19")]
    [InlineData("anchor", "char_end", "1000000", "Anchors whose quote is not the text of their source: 19")]
    [InlineData("anchor", "source_file", "b.txt", "Values of source_file that are not in source: 19")]
    public void Tables_that_do_not_hold_together_are_noticed(string name, string column, string value, string fault)
    {
        using var project = new SmallProject();
        var tables = StagedBuild.Contents(project);
        var table = tables.Single(t => t.Schema.Name == name);
        var changed = table.IndexOf(column);
        var wrong = table with { Cell = (at, row) => at == changed ? value : table.Cell(at, row) };
        IReadOnlyList<TableContent> all = [.. tables.Select(t => t == table ? wrong : t)];
        new TableRelations(tables).Faults(table).ShouldBeEmpty();
        new TableRelations(all).Faults(wrong).ShouldContain(f => f.StartsWith(fault, StringComparison.Ordinal));
    }

    /// <summary>Text as files can hold it: no half characters, and no NUL, which no checked file has.</summary>
    private static string? Cleaned(string? text) =>
        text is null ? null : string.Concat(text.EnumerateRunes().Where(r => r.Value != 0).Select(r => r.ToString()));
}
