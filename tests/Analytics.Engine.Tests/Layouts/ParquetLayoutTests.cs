using Analytics.DuckDb;
using Analytics.Engine.Layouts;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Layouts;

public sealed class ParquetLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_tells_its_writer_notes_columns_row_groups_codecs_encodings_sizes_and_statistics()
    {
        var layout = Written(
            "SELECT i::BIGINT AS n, (i / 4)::DECIMAL(38,10) AS d, CASE WHEN i % 2 = 0 THEN 'x' END AS t FROM range(5000) r(i)",
            "CODEC zstd, ROW_GROUP_SIZE 2048, KV_METADATA {note: '值'}"
        );
        layout.Writer!.ShouldStartWith("DuckDB version");
        layout.Notes.ShouldBe([KeyValuePair.Create("note", (string?)"值")]);
        layout.Rows.ShouldBe(5000);
        layout.RowGroups.Select(g => g.Rows).ShouldBe([2048L, 2048L, 904L]);
        layout
            .Columns.Select(c => $"{c.Name} {c.Type} {c.Stored} {c.Repetition}")
            .ShouldBe(["n INT64 INT64 optional", "d DECIMAL(38,10) FIXED_LEN_BYTE_ARRAY(16) optional", "t STRING BYTE_ARRAY optional"]);
        var last = layout.RowGroups[2].Chunks;
        last.ShouldAllBe(c => c.Codec == "ZSTD" && c.Bytes > 0 && c.UnpackedBytes > 0 && c.Encodings.Count > 0);
        last[0].Statistics!.Least.ShouldBe("4096");
        last[0].Statistics!.Greatest.ShouldBe("4999");
        last[2].Statistics!.Nulls.ShouldBe(452);
    }

    [Theory]
    [InlineData("'0044-03-15 (BC)'::DATE", "0044-03-15 (BC)")]
    [InlineData("'5877642-06-24'::DATE", "5877642-06-24")]
    [InlineData("'294246-12-31 23:59:59.999999'::TIMESTAMP", "294246-12-31 23:59:59.999999")]
    [InlineData("'290308-12-21 (BC) 00:00:00'::TIMESTAMP", "290308-12-21 (BC) 00:00:00")]
    [InlineData("'infinity'::TIMESTAMP", "infinity")]
    [InlineData("'24:00:00'::TIME", "24:00:00")]
    public void Days_and_times_beyond_those_of_dotnet_are_told(string value, string text)
    {
        var statistics = Written($"SELECT {value} AS v", "CODEC snappy").RowGroups[0].Chunks[0].Statistics!;
        statistics.Least.ShouldBe(text);
        statistics.Greatest.ShouldBe(text);
    }

    [Fact]
    public void Encrypted_missing_and_other_files_get_a_sentence_in_both_languages()
    {
        foreach (
            var (content, reason) in new (byte[], string)[]
            {
                ([.. "PARE1234PARE"u8], "encrypted"),
                ([.. "PAR1"u8], "shorter"),
                ([.. "PAR1abcd1234"u8], "does not end with PAR1"),
                ([.. "a,b\n1,2\n3,4\n"u8], "does not begin as such a file does"),
                ([], "is empty"),
            }
        )
        {
            var path = _folder.File("x.parquet");
            File.WriteAllBytes(path, content);
            var refused = Should.Throw<UserException>(() => ParquetLayoutReader.Read(path));
            refused.Message.ShouldContain(reason);
            refused.Text.Zh.ShouldContain(c => c > 0x2E80);
        }

        Should.Throw<UserException>(() => ParquetLayoutReader.Read(_folder.File("none.parquet"))).Message.ShouldContain("no such file");
    }

    [Fact]
    public void No_changed_byte_of_a_footer_gives_anything_but_a_layout_or_a_sentence()
    {
        Written("SELECT i AS n, 'x' AS t, {'a': [i]} AS nested FROM range(9) r(i)", "CODEC zstd, KV_METADATA {note: 'x'}");
        var path = _folder.File("made.parquet");
        var bytes = File.ReadAllBytes(path);
        for (var at = bytes.Length - 8 - BitConverter.ToInt32(bytes, bytes.Length - 8); at < bytes.Length; at++)
        {
            foreach (var change in new byte[] { 0x01, 0x10, 0x55, 0x80, 0xFF })
            {
                byte[] damaged = [.. bytes];
                damaged[at] ^= change;
                File.WriteAllBytes(path, damaged);
                try
                {
                    ParquetLayoutReader.Read(path).Path.ShouldBe(path);
                }
                catch (UserException e)
                {
                    e.Text.Zh.ShouldNotBeEmpty();
                }
            }
        }
    }

    private ParquetLayout Written(string sql, string options)
    {
        var path = _folder.File("made.parquet");
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["threads"] = "1", ["memory_limit"] = "256MB" });
        using var connection = database.Connect();
        connection.Execute($"COPY ({sql}) TO {SqlText.Literal(path)} (FORMAT parquet, {options})");
        return ParquetLayoutReader.Read(path);
    }
}
