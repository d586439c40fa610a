using Analytics.Engine.Layouts;
using Analytics.Engine.Sessions;

namespace Analytics.Tui.Catalogue;

/// <summary>What is said about files, and by the catalogue.</summary>
internal static class CatalogueTexts
{
    extension(Texts texts)
    {
        public string MadeTables => texts.Say("本次所建的表", "Tables made here");
        public string OpenDataFile => texts.Say("打开数据文件", "Open a data file");
        public string OpenableFiles =>
            texts.Say(
                "可打开 CSV、TSV、Excel、Parquet、JSON、DuckDB 文件；可把文件拖进来。",
                "CSV, TSV, Excel, Parquet, JSON or DuckDB; a file can be dropped."
            );

        public string TableName => texts.Say("表名：", "Table name: ");
        public string DatabaseName => texts.Say("库名：", "Database name: ");
        public string LoadHint => texts.Say("尚未打开。↑ ↓ 滚动", "Not open yet. ↑ ↓ scroll");
        public string ImportHint =>
            texts.Say(
                "下面是将要读成的样子。↑ ↓ 换项，← → 或空格改，PgUp PgDn 滚动",
                "Below: what will be read. ↑ ↓ field, ← → or Space changes it, PgUp PgDn"
            );
        public string Sheet => texts.Say("工作表：", "Sheet: ");
        public string FirstSheet => texts.Say("第一个有内容的", "the first that holds anything");
        public string Cells => texts.Say("区域：", "Cells: ");
        public string AllCells => texts.Say("全部；或如 A3:D20", "all; or as A3:D20");
        public string Encoding => texts.Say("编码：", "Encoding: ");
        public string Separator => texts.Say("分隔符：", "Separator: ");
        public string SkippedLines => texts.Say("表头前的行数：", "Lines before header: ");
        public string HeaderRows => texts.Say("表头：", "Header: ");
        public string Clean => texts.Say("清洗：", "Cleaning: ");
        public string AsItIs => texts.Say("不清洗", "none, as it is");
        public string CleanedSafely => texts.Say("清洗；有读不成的文本的列仍作文本", "clean; a column with texts left over stays text");
        public string CleanedLossy => texts.Say("清洗；读不成的文本略去并列出", "clean; texts left over are left out and listed");
        public string FoundOut => texts.Say("自动查出", "found out");
        public string LinesNeeded => texts.Say("应为行数，如 2", "should be a number of lines, as 2");

        public string FoundSo(string found) => texts.Say($"{found}（自动查出）", $"{found} (found out)");

        public string HiddenSheet(string name) => texts.Say($"{name}（隐藏）", $"{name} (hidden)");

        public string HeaderName(int rows) =>
            rows switch
            {
                0 => texts.Say("没有", "none"),
                1 => texts.Say("1 行", "1 row"),
                _ => texts.Say($"{rows} 行", $"{rows} rows"),
            };

        public string SeparatorName(string sign) =>
            sign switch
            {
                "\t" or "\\t" or "tab" => texts.Say("制表符", "tab"),
                " " => texts.Say("空格", "blank"),
                _ => $"“{sign}”",
            };

        public string CleaningSql(InspectedCleaning cleaning) =>
            cleaning.IsThere
                ? texts.Say($"清洗用的 SQL：{cleaning.Path}", $"SQL that cleans: {cleaning.Path}")
                : texts.Say(
                    $"清洗用的 SQL（打开时写入 {cleaning.Path}）",
                    $"SQL that cleans (written to {cleaning.Path} when it is opened)"
                );

        public string CellCounts(CellCounts cells)
        {
            var said = texts.Say($"{cells.Values:N0} 个值", $"{cells.Values:N0} {Plural.Of(cells.Values, "value")}");
            if (cells.Blank > 0)
                said += texts.Say($" · {cells.Blank:N0} 个空", $" · {cells.Blank:N0} blank");
            if (cells.Left > 0)
                said += texts.Say($" · {cells.Left:N0} 个读不成：", $" · {cells.Left:N0} left over: ") + cells.FirstLeft;
            return said;
        }

        public string CleanedTo(string type) =>
            type switch
            {
                "number" => texts.Say("清洗后可为数字", "numbers when cleaned"),
                "date" => texts.Say("清洗后可为日期", "days when cleaned"),
                _ => texts.Say("清洗后可为时期", "periods when cleaned"),
            };

        public string OpenIt => texts.Say("打开", "Open");
        public string OpeningFile => texts.Say("正在打开…（查询在运行时等它结束）", "Opening… (a running query is waited for)");
        public string Columns => texts.Say("列", "Columns");
        public string NextRows => texts.Say("以下各行", "Rows that follow");
        public string FirstRows => texts.Say("前几行", "First rows");

        public string MoreColumns(int columns) =>
            texts.Say($"右边还有 {columns} 列", columns == 1 ? "1 more column to the right" : $"{columns} more columns to the right");

        public string OpenedFile(string name) => texts.Say($"已打开为 {name}", $"Opened as {name}");

        public string ClosedFile(string name) =>
            texts.Say($"已关闭 {name}；由它得出的结果仍保留", $"{name} is closed; results made from it are kept");

        public string IsOpenAlready(string name) =>
            texts.Say(
                $"此文件已打开，名为 {name}；可在目录里用 {texts.KeyOf(KeyContext.Catalogue, ConsoleAction.CloseEntry)} 关闭。",
                $"This file is open already, as {name}; "
                    + $"{texts.KeyOf(KeyContext.Catalogue, ConsoleAction.CloseEntry)} in the catalogue closes it."
            );

        public string SafeOpensNothing =>
            texts.Say("安全模式中不能再打开文件；请在启动时打开。", "In safe mode no file can be opened now; open it at the start.");
        public string SafeClosesNothing => texts.Say("安全模式中，打开的文件不能关闭。", "In safe mode opened files cannot be closed.");
        public string PasteNowhere =>
            texts.Say(
                $"这里不能粘贴文字，只能拖入数据文件；SQL 请在编辑器中粘贴（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusSql)}）",
                $"Only a data file can be dropped here; "
                    + $"text is pasted in the editor ({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusSql)})"
            );
        public string IsProductTable => texts.Say("本库自带的表", "a table of this library");

        public string IsOpenedFile(string path) => texts.Say($"已打开的 {path}", $"the opened {path}");

        public string IsKeptResult => texts.Say("保留的结果", "a kept result");
        public string IsTable => texts.Say("已有的表或库", "a table or database that exists");

        public string NameIsTaken(string name, string holder, string free) =>
            texts.Say(
                $"“{name}”是{holder}，请换一个名称；Tab 改用 {free}",
                $"“{name}” is {holder}; give another name, or press Tab for {free}"
            );

        public string InsertedName(string name) =>
            texts.Say(
                $"已插入 {name}（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusSql)} 到编辑器）",
                $"Inserted {name} ({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusSql)} for the editor)"
            );

        public string NothingToInsert =>
            texts.Say(
                "此项不能插入：请选表、列、查询、结果或打开的文件",
                "This cannot be inserted: choose a table, column, query, result or opened file"
            );
        public string NothingToPreview =>
            texts.Say(
                "此项没有预览：请选表、列、查询、结果或打开的文件",
                "This has no preview: choose a table, column, query, result or opened file"
            );
        public string NothingToClose =>
            texts.Say("只有打开的文件可关闭，保留的结果可丢弃", "Only opened files can be closed, and kept results dropped");
        public string ParameterLabel => texts.Say("参数", "Parameters");

        public string OfTable(string table) => texts.Say($"属于 {table}", $"of {table}");

        public string SizesReset => texts.Say("各栏大小已恢复", "Sizes of panels as they were at first");
        public string NotBesideNow =>
            texts.Say("此时目录不在旁边，不能改宽度", "The catalogue does not stand beside the rest now; its width cannot change");
        public string NotAboveNow =>
            texts.Say("此时编辑器不在结果上方，不能改高度", "The editor does not stand above the result now; its height cannot change");

        public string AboutFile(FileInspection file)
        {
            var what =
                file.Kind == FileKind.Database
                    ? texts.Say($"{file.Tables.Count:N0} 个表", file.Tables.Count == 1 ? "1 table" : $"{file.Tables.Count:N0} tables")
                    : texts.AboutTable(file.Tables[0]);
            return $"{texts.KindOf(file.Kind)} · {Texts.Size(file.Bytes)} · {what}";
        }

        public string AboutTable(InspectedTable table)
        {
            var columns = texts.Say(
                $"{table.Columns.Count:N0} 列",
                table.Columns.Count == 1 ? "1 column" : $"{table.Columns.Count:N0} columns"
            );
            return (table.IsView ? texts.Say("视图 · ", "view · ") : "")
                + columns
                + (table.Rows is { } rows ? " · " + texts.Rows(rows, isTruncated: false) : "");
        }

        public string Dialect(CsvDialect csv, string? encoding)
        {
            var separator = texts.SeparatorName(csv.Delimiter);
            var quote = csv.Quote.Length > 0 ? texts.Say($"，引号 {csv.Quote}", $", quoted by {csv.Quote}") : "";
            var header = csv.HasHeader
                ? texts.Say("，首行是列名", ", first line names the columns")
                : texts.Say("，没有列名行", ", no line of column names");
            var skipped =
                csv.SkippedLines > 0
                    ? texts.Say($"，略过前 {csv.SkippedLines} 行", $", {Plural.First(csv.SkippedLines, "line")} skipped")
                    : "";
            return (encoding ?? "UTF-8")
                + (csv.HasByteOrderMark ? texts.Say("（有 BOM）", " (with BOM)") : "")
                + texts.Say("，分隔符 ", ", separated by ")
                + separator
                + quote
                + header
                + skipped;
        }

        public string Layout => texts.Say("存储", "Layout");
        public string Notes => texts.Say("脚注", "Notes of the footer");
        public string UnknownWriter => texts.Say("未写明由何程序写出", "does not say what wrote it");

        public string RowGroup(int number, ParquetRowGroup group) =>
            texts.Say($"行组 {number}", $"Row group {number}")
            + $" · {texts.Rows(group.Rows, isTruncated: false)} · "
            + texts.Say(
                $"{Texts.Size(group.Bytes)}（解压后 {Texts.Size(group.UnpackedBytes)}）",
                $"{Texts.Size(group.Bytes)} ({Texts.Size(group.UnpackedBytes)} unpacked)"
            );

        public string Chunk(ParquetChunk chunk) =>
            $"{chunk.Codec} · {string.Join(' ', chunk.Encodings)} · {Texts.Size(chunk.Bytes)}"
            + (chunk.Statistics is { } statistics ? texts.Statistics(statistics) : "")
            + (chunk.HasBloomFilter ? texts.Say(" · 有布隆过滤器", " · Bloom filter") : "");

        public string MoreRowGroups(string file) =>
            texts.Say($"各行组的各列：analytics describe {file}", $"The columns of every row group: analytics describe {file}");

        private string Statistics(ParquetStatistics statistics) =>
            (statistics.Nulls is { } nulls ? $" · {nulls:N0} NULL" : "")
            + (statistics.Distinct is { } distinct ? texts.Say($" · 约 {distinct:N0} 种值", $" · {distinct:N0} distinct") : "")
            + (statistics is { Least: { } least, Greatest: { } greatest } ? $" · {least} – {greatest}" : "");

        /// <summary>Bytes, in the unit that needs few digits.</summary>
        public static string Size(long bytes) =>
            bytes switch
            {
                < 1 << 10 => $"{bytes} B",
                < 1 << 20 => $"{bytes / 1024.0:0.#} KB",
                < 1 << 30 => $"{bytes / 1048576.0:0.#} MB",
                _ => $"{bytes / 1073741824.0:0.#} GB",
            };

        private string KindOf(FileKind kind) =>
            kind switch
            {
                FileKind.Csv => "CSV",
                FileKind.Json => "JSON",
                FileKind.Parquet => "Parquet",
                FileKind.Sheet => texts.Say("工作簿", "workbook"),
                _ => texts.Say("DuckDB 库", "DuckDB database"),
            };
    }
}
