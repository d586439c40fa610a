namespace Analytics.Curation;

/// <summary>What every text file of the project must be: readable, UTF-8 without byte order mark, lines ended by LF.</summary>
internal static class TextFileRules
{
    public static readonly Rule Missing = new(
        "file.missing",
        Severity.Critical,
        "Every file of the project exists.",
        new("还原文件，或从列出它的清单里去掉。", "Restore the file, or take it out of the list that names it.")
    );

    public static readonly Rule Unreadable = new(
        "file.unreadable",
        Severity.Critical,
        "Every file of the project can be read.",
        new("检查路径和权限。", "Check the path and its permissions.")
    );

    public static readonly Rule Encoding = new(
        "file.encoding",
        Severity.Critical,
        "Files are UTF-8, every byte of them.",
        new("存为 UTF-8；看所指的那一行有没有坏字符。", "Save the file as UTF-8; look at the named line for damaged characters.")
    );

    public static readonly Rule ByteOrderMark = new(
        "file.bom",
        Severity.Critical,
        "Files begin without a byte order mark, because offsets count from the first character.",
        new("存为不带 BOM 的 UTF-8。", "Save the file as UTF-8 without BOM.")
    );

    public static readonly Rule LineEnding = new(
        "file.line_ending",
        Severity.Critical,
        "Lines end with LF alone.",
        new("把行尾改为 LF（例如用 dos2unix）。", "Convert the line ends to LF (for example with dos2unix).")
    );

    public static readonly IReadOnlyList<Rule> All = [Missing, Unreadable, Encoding, ByteOrderMark, LineEnding];
}
