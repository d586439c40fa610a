using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Each field by itself: there when it must be, and of its kind.</summary>
internal static partial class FieldRules
{
    public static readonly Rule Required = new(
        "field.required",
        Severity.Critical,
        "Fields that must be filled are.",
        new("填写这个字段。", "Fill the field.")
    );

    public static readonly Rule Choice = new(
        "field.choice",
        Severity.Critical,
        "A field with a closed vocabulary holds one of its words.",
        new("用消息里列出的词。", "Use one of the words named in the message.")
    );

    public static readonly Rule Number = new(
        "field.number",
        Severity.Critical,
        "Numbers are plain decimals: digits and at most one point.",
        new("数字不写分隔符、空格、指数和单位。", "Write the number without separators, blanks, exponent or unit.")
    );

    public static readonly Rule Integer = new(
        "field.integer",
        Severity.Critical,
        "Line numbers and occurrences are whole numbers from 1.",
        new("写整数。", "Write a whole number.")
    );

    public static readonly Rule Date = new(
        "field.date",
        Severity.Critical,
        "Dates are real days written yyyy-MM-dd.",
        new("日期写作 2024-01-31。", "Write the date as 2024-01-31.")
    );

    public static readonly Rule Flag = new(
        "field.flag",
        Severity.Critical,
        "Flags are true or false.",
        new("写 true 或 false。", "Write true or false.")
    );

    public static readonly Rule Id = new(
        "field.id",
        Severity.Critical,
        "Ids are made of letters, digits, '.', '-' and '_'.",
        new("换一个编号。", "Use another id.")
    );

    public static readonly IReadOnlyList<Rule> All = [Required, Choice, Number, Integer, Date, Flag, Id];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        from schema in CuratedSchemas.All
        from row in scope.Data.Tables[schema]
        from finding in CheckRow(row)
        select finding;

    private static IEnumerable<Finding> CheckRow(CsvRow row)
    {
        for (var i = 0; i < row.Fields.Length; i++)
        {
            if (CheckField(row.Schema.Columns[i], row.Fields[i]) is var (rule, expected))
            {
                yield return rule.At(
                    row.File,
                    row.Line,
                    new(
                        $"{row.Schema.Columns[i].Name} 列：应为{expected.Zh}，写的是{Excerpt.Of(row.Fields[i])}。",
                        $"Column {row.Schema.Columns[i].Name}: expected {expected.En}, found {Excerpt.Of(row.Fields[i])}."
                    ),
                    KeyOf(row)
                );
            }
        }
    }

    private static (Rule Rule, Localized Expected)? CheckField(CsvColumn column, string text)
    {
        if (text.Length == 0)
            return column.Required ? (Required, new("有内容", "a value")) : null;
        return column.Kind switch
        {
            FieldKind.Choice when !column.Values.Contains(text) => (
                Choice,
                new("以下之一：" + string.Join("、", column.Values), "one of " + string.Join(", ", column.Values))
            ),
            FieldKind.Number when CsvRow.ParseNumber(text) is null => (Number, new("普通小数", "a plain decimal number")),
            FieldKind.Integer when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1 => (
                Integer,
                new("从 1 起的整数", "a whole number from 1")
            ),
            FieldKind.Date when CsvRow.ParseDate(text) is null => (Date, new("yyyy-MM-dd 的日期", "a day as yyyy-MM-dd")),
            FieldKind.Flag when text is not ("true" or "false") => (Flag, new("true 或 false", "true or false")),
            FieldKind.Id when !IdPattern().IsMatch(text) => (Id, new("字母、数字、'.'、'-'、'_'", "letters, digits, '.', '-' and '_'")),
            _ => null,
        };
    }

    /// <summary>The row's key fields as ids, so far as they are ids.</summary>
    public static string[] KeyOf(CsvRow row) =>
        row.Schema.Columns[row.Schema.Key[0]].Kind == FieldKind.Id && row.Schema.Key.Count == 1 ? [row.Fields[row.Schema.Key[0]]] : [];

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._\-]*$")]
    private static partial Regex IdPattern();
}
