using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files.Sheets;

/// <summary>Reads a sheet of a workbook into a copy, each column with the type that its cells have.</summary>
internal static class SheetFile
{
    /// <summary>As many cells as a remark names.</summary>
    private const int NamedCells = 5;

    public static OpenedFile Prepared(OpenedFile file, FileChoices choices, FileCopies copies)
    {
        using var book = Workbook.Open(file.Path);
        var (sheet, range) = Choose(book, file);
        using var to = copies.Create();
        using var writer = new GridWriter(to);
        var copying = new SheetCopy(range, choices, writer);
        var notes = new SheetNotes();
        foreach (var row in book.Read(sheet, notes))
        {
            if (!copying.Take(row))
                break;
        }

        copying.End(notes);
        if (copying.Columns.Count == 0)
        {
            throw Workbook.Refused(
                file.Path,
                $"工作表“{sheet.Name}”在所选范围内是空的。",
                $"The sheet '{sheet.Name}' is empty in that range."
            );
        }
        var columns = string.Join(", ", copying.Columns.Select(c => $"{SqlText.Literal(c.Name)}: {SqlText.Literal(c.Type)}"));
        return file with
        {
            Reading = new FileReading(to.Name, null, [.. Remarks(file.Path, book, sheet, copying, notes)])
            {
                Options =
                    ", auto_detect=false, delim=',', quote='\"', escape='\"', header=false, new_line='\\n', allow_quoted_nulls=false, "
                    + (copying.IsRagged ? "null_padding=true, parallel=false, " : "")
                    + $"columns={{{columns}}}",
                Stated = choices,
                Found = new() { SkippedLines = copying.Header.Skipped, HeaderRows = copying.Header.Rows },
            },
        };
    }

    /// <summary>The sheets of a workbook, those out of sight too.</summary>
    /// <exception cref="UserException">It cannot be read.</exception>
    public static IReadOnlyList<SheetInfo> Sheets(string path)
    {
        using var book = Workbook.Open(path);
        return book.Sheets;
    }

    /// <summary>The rows of what is asked for of a workbook, as they stand in it.</summary>
    public static (SheetInfo Sheet, IEnumerable<GridRow> Rows) Rows(Workbook book, OpenedFile file, SheetNotes notes)
    {
        var (sheet, range) = Choose(book, file);
        var rows = book.Read(sheet, notes).SkipWhile(r => r.Line < range.FirstRow).TakeWhile(r => r.Line <= range.LastRow);
        return (sheet, rows.Select(r => SheetCopy.Within(range, r)).Where(r => r.Filled > 0));
    }

    /// <summary>The sheet and range that are asked for; else the first sheet in sight that holds anything.</summary>
    private static (SheetInfo Sheet, CellRange Range) Choose(Workbook book, OpenedFile file)
    {
        var (name, range) = Split(book, file.Part);
        if (name.Length > 0)
            return (book.Sheets.FirstOrDefault(s => s.Name == name) ?? throw NoSheet(book, file.Path, name), range);
        return (
            book.Sheets.FirstOrDefault(s => !s.IsHidden && book.Read(s, new SheetNotes()).Any())
                ?? book.Sheets.FirstOrDefault(s => !s.IsHidden)
                ?? (book.Sheets.Count > 0 ? book.Sheets[0] : null)
                ?? throw Workbook.Refused(file.Path, "工作簿里没有工作表。", "The workbook has no sheet."),
            range
        );
    }

    /// <summary>A sheet, a range, or both with <c>!</c> between them; a sheet may be called as a range is.</summary>
    private static (string Sheet, CellRange Range) Split(Workbook book, string part)
    {
        if (part.Length == 0)
            return ("", CellRange.All);
        if (book.Sheets.Any(s => s.Name == part))
            return (part, CellRange.All);
        var at = part.LastIndexOf('!');
        if (CellRange.Parse(part.AsSpan(at + 1)) is { } range)
            return (at < 0 ? "" : part[..at].Trim('\''), range);
        return (part.Trim('\''), CellRange.All);
    }

    private static UserException NoSheet(Workbook book, string path, string name)
    {
        var near = Queries.NearestNames.Of(name, book.Sheets.Select(s => s.Name)) is [var nearest, ..] ? nearest : null;
        var all = string.Join("、", book.Sheets.Select(s => s.Name));
        return UserException.Usage(
            $"{Path.GetFileName(path)}：没有工作表“{name}”；有 {all}。{(near is null ? "" : $"是否指“{near}”？")}",
            $"{Path.GetFileName(path)}: there is no sheet '{name}'; there are {all}.{(near is null ? "" : $" Did you mean '{near}'?")}"
        );
    }

    private static IEnumerable<FileRemark> Remarks(string path, Workbook book, SheetInfo sheet, SheetCopy copied, SheetNotes notes)
    {
        yield return FileRemark.Of(path, Read(book, sheet, copied, Language.Zh), Read(book, sheet, copied, Language.En));
        if (copied.SkippedLines.Count > 0)
        {
            var lines = string.Join(", ", copied.SkippedLines);
            yield return FileRemark.Of(
                path,
                $"表头之前略过第 {lines} 行。",
                $"before the header row {lines} was skipped.",
                leavesOut: true
            );
        }

        if (notes.HiddenRows > 0)
        {
            yield return FileRemark.Of(
                path,
                $"有 {notes.HiddenRows} 行在表中是隐藏的，也读入了。",
                $"{notes.HiddenRows:N0} {Plural.Of(notes.HiddenRows, "row")} hidden in the sheet "
                    + $"{Plural.Of(notes.HiddenRows, "is", "are")} read as well."
            );
        }

        if (copied.Errors.Count > 0)
            yield return Cells(path, copied.Errors, "个单元格是错误值，读作空", "errors are read as blank", leavesOut: true);
        if (!book.TellsErrors)
        {
            yield return FileRemark.Of(
                path,
                ".xls 里的错误值读出来同空单元格一样，无从列出；另存为 .xlsx 可列出。",
                "cells with errors of an .xls are read like blank ones and cannot be listed; an .xlsx lists them."
            );
        }

        if (copied.Uncalculated.Count > 0)
        {
            yield return Cells(
                path,
                copied.Uncalculated,
                "个公式没有存结果，读作空",
                "formulas without a stored value are read as blank",
                leavesOut: true
            );
        }
        if (copied.Long.Count > 0)
        {
            yield return Cells(
                path,
                copied.Long,
                "个数字超过 15 位，表格软件存时已丢了末几位，按文本读，不可作代码用",
                "numbers of more than 15 digits lost their last ones when they were stored and are read as text, of no use as codes,"
            );
        }

        foreach (var column in copied.Columns.Where(c => c.IsPercent))
        {
            yield return FileRemark.Of(
                path,
                $"“{column.Name}”是百分数：0.8578 即 85.78%。",
                $"'{column.Name}' are percentages: 0.8578 is 85.78 %."
            );
        }
    }

    private static string Read(Workbook book, SheetInfo sheet, SheetCopy copied, Language language)
    {
        var others = book.Sheets.Where(s => s != sheet).ToList();
        var isZh = language == Language.Zh;
        var (seen, hidden) = (Names(others.Where(s => !s.IsHidden)), Names(others.Where(s => s.IsHidden)));
        var header = copied.HeaderLines switch
        {
            [] => isZh ? "没有列名行" : "no row of column names",
            [var one] => isZh ? $"列名在第 {one} 行" : $"named by row {one}",
            [var first, .., var last] => isZh ? $"列名在第 {first}–{last} 行" : $"named by rows {first}–{last}",
        };
        return isZh
            ? $"读工作表“{sheet.Name}”，{header}{Told("；另有 ", seen)}{Told("；隐藏的有 ", hidden)}。"
            : $"sheet '{sheet.Name}' is read, {header}{Told("; others: ", seen)}{Told("; hidden: ", hidden)}.";

        string Told(string words, string names) => names.Length > 0 ? words + names : "";

        string Names(IEnumerable<SheetInfo> sheets) => string.Join(isZh ? "、" : ", ", sheets.Select(s => s.Name));
    }

    private static FileRemark Cells(string path, FoundCells found, string zh, string en, bool leavesOut = false)
    {
        var more = found.Count > found.First.Count;
        return FileRemark.Of(
            path,
            $"{found.Count} {zh}：{string.Join("、", found.First)}{(more ? "……" : "")}",
            $"{en} in {found.Count:N0} {Plural.Of(found.Count, "cell")}: {string.Join(", ", found.First)}{(more ? ", …" : "")}",
            leavesOut
        );
    }

    /// <summary>Cells that are worth naming.</summary>
    internal sealed class FoundCells
    {
        public long Count { get; private set; }

        public List<string> First { get; } = [];

        public void Add(string cell)
        {
            if (Count++ < NamedCells)
                First.Add(cell);
        }
    }
}
