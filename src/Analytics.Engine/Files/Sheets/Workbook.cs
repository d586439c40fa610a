namespace Analytics.Engine.Files.Sheets;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">As its tab shows it.</param>
/// <param name="IsHidden">Whether its tab is not shown.</param>
/// <param name="Place">Where the book has it: 0-based, or the path of its part.</param>
internal sealed record SheetInfo(string Name, bool IsHidden, string Place);

/// <summary>What is told of a sheet once it is read to its end.</summary>
internal sealed class SheetNotes
{
    public List<CellRange> Merged { get; } = [];

    public long HiddenRows { get; set; }
}

/// <summary>A workbook, open for reading. Owns its file.</summary>
internal abstract class Workbook : IDisposable
{
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>Whether it tells cells with errors from blank ones.</summary>
    public abstract bool TellsErrors { get; }

    /// <summary>The rows of a sheet that hold anything, from above; read once.</summary>
    /// <param name="sheet">One of <see cref="Sheets"/>.</param>
    /// <param name="notes">Filled while the rows are read.</param>
    public abstract IEnumerable<GridRow> Read(SheetInfo sheet, SheetNotes notes);

    public abstract void Dispose();

    /// <summary>Opens a workbook by what it is, whatever its ending says. The caller disposes it.</summary>
    /// <exception cref="UserException">It is protected by a password, of a kind that is not read, or no workbook.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Workbook Open(string path)
    {
        var beginning = PackedFile.Beginning(path, 8);
        return beginning switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => XlsxBook.Open(path),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => XlsBook.Open(path),
            [] => throw Refused(path, "文件是空的。", "The file is empty."),
            _ => throw Refused(
                path,
                "内容不是工作簿，多半是改了后缀的网页或文本；请用表格软件另存为 .xlsx，或改后缀为 .csv、.tsv。",
                "It is no workbook but rather a web page or a text with another ending; save it as .xlsx with a spreadsheet program, "
                    + "or give it the ending .csv or .tsv."
            ),
        };
    }

    internal static UserException Refused(string path, string zh, string en, Exception? inner = null) =>
        UserException.Failed($"{Path.GetFileName(path)}：{zh}", $"{Path.GetFileName(path)}: {en}", inner);

    internal static UserException Protected(string path, Exception? inner = null) =>
        Refused(
            path,
            "工作簿有打开密码，读不了；请用表格软件打开后另存一份不加密的。",
            "The workbook is protected by a password and cannot be read; save it without one with a spreadsheet program.",
            inner
        );
}
