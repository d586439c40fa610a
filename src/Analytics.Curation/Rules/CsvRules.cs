namespace Analytics.Curation;

/// <summary>Form of the curated CSV files: nothing that would lose or shift a field goes unsaid.</summary>
internal static class CsvRules
{
    public static readonly Rule Quote = new(
        "csv.quote",
        Severity.Critical,
        "Quotation marks follow RFC 4180.",
        new("给字段加引号，字段内的引号写两个。", "Enclose the field in quotation marks and double those inside it.")
    );

    public static readonly Rule ColumnMissing = new(
        "csv.column_missing",
        Severity.Critical,
        "The header names every column of the format.",
        new("补上这一列。", "Add the column.")
    );

    public static readonly Rule ColumnUnknown = new(
        "csv.column_unknown",
        Severity.Critical,
        "The header names only columns of the format.",
        new("改正列名，或删去这一列。", "Correct the name or delete the column.")
    );

    public static readonly Rule ColumnDuplicate = new(
        "csv.column_duplicate",
        Severity.Critical,
        "The header names each column once.",
        new("删去其中一列。", "Delete one of the columns.")
    );

    public static readonly Rule FieldCount = new(
        "csv.field_count",
        Severity.Critical,
        "Each line has as many fields as the header.",
        new("看是否少了逗号，或逗号没有放在引号里。", "Look for a missing or an unquoted comma.")
    );

    public static readonly Rule LineBreak = new(
        "csv.line_break",
        Severity.Critical,
        "One fact stands on one line: no field contains a line break.",
        new("补上后引号，或把字段的几行并成一行。", "Close the quotation mark, or join the lines of the field.")
    );

    public static readonly Rule Whitespace = new(
        "csv.whitespace",
        Severity.Critical,
        "No field begins or ends with white space.",
        new("删去空白；空白从不悄悄去掉。", "Delete the white space; it is never trimmed silently.")
    );

    public static readonly Rule ControlCharacter = new(
        "csv.control_character",
        Severity.Critical,
        "No field contains a control character.",
        new("删去这个字符。", "Delete the character.")
    );

    public static readonly Rule FinalNewline = new(
        "csv.final_newline",
        Severity.Warning,
        "The last line is ended, so that a cut file is noticed.",
        new("看末尾是否缺了内容，并给最后一行加换行。", "Check that nothing is missing at the end and end the last line.")
    );

    public static readonly Rule UnknownFile = new(
        "csv.unknown_file",
        Severity.Warning,
        "The folder of curated files holds no other CSV file.",
        new("改正文件名，或把文件移到别处。", "Correct the file name or move the file elsewhere.")
    );

    public static readonly IReadOnlyList<Rule> All =
    [
        Quote,
        ColumnMissing,
        ColumnUnknown,
        ColumnDuplicate,
        FieldCount,
        LineBreak,
        Whitespace,
        ControlCharacter,
        FinalNewline,
        UnknownFile,
    ];
}
