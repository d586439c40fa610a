using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>
/// What curators write stands in both languages: beside each column whose name has an English one (<c>note</c>, <c>note_en</c>) the
/// English is there when the Chinese is, tells the same numbers, and quotes Chinese only in quotation marks.
/// </summary>
internal static partial class TranslationRules
{
    private const string English = "_en";

    public static readonly Rule Missing = new(
        "translation.missing",
        Severity.Critical,
        "An English text stands wherever the Chinese one does, and only there.",
        new("译出原文，或删去译文。", "Translate the text, or delete the translation.")
    );

    public static readonly Rule Number = new(
        "translation.number",
        Severity.Critical,
        "A translation tells the numbers of its text and no others.",
        new("改正数字；21.4万是 214,000。", "Correct the numbers; 21.4万 is 214,000.")
    );

    public static readonly Rule Words = new(
        "translation.language",
        Severity.Critical,
        "A translation has Chinese only in quotation marks.",
        new("译出这些字，或放进引号。", "Translate the words, or set them in quotation marks.")
    );

    public static readonly IReadOnlyList<Rule> All = [Missing, Number, Words];

    public static IEnumerable<Finding> Check(CuratedTables tables) =>
        from schema in CuratedSchemas.All
        from column in schema.Columns
        where schema.Has(column.Name + English)
        from row in tables[schema]
        from finding in Check(row, column.Name)
        select finding;

    private static IEnumerable<Finding> Check(CsvRow row, string column)
    {
        var (text, english) = (row[column], row[column + English]);
        if (text.Length > 0 != english.Length > 0)
        {
            yield return At(
                Missing,
                row,
                new(
                    $"{column} 列是{Excerpt.Of(text)}，{column}{English} 是{Excerpt.Of(english)}。",
                    $"Column {column} is {Excerpt.Of(text)}, {column}{English} is {Excerpt.Of(english)}."
                )
            );
            yield break;
        }

        var (told, translated) = (Numbers(WithoutMonths().Replace(text, "")), Numbers(english));
        if (!told.SetEquals(translated))
        {
            var differing = string.Join(", ", told.Except(translated).Concat(translated.Except(told)));
            yield return At(
                Number,
                row,
                new(
                    $"{column}{English} 列：{differing} 只在两文之一里。",
                    $"Column {column}{English}: {differing} stands in one of the two texts alone."
                )
            );
        }

        if (Chinese().Match(Quoted().Replace(english, "")) is { Success: true } word)
        {
            yield return At(
                Words,
                row,
                new($"{column}{English} 列里有{Excerpt.Of(word.Value)}。", $"Column {column}{English} has {Excerpt.Of(word.Value)}.")
            );
        }
    }

    private static Finding At(Rule rule, CsvRow row, Localized message) => rule.At(row.File, row.Line, message, FieldRules.KeyOf(row));

    /// <summary>The numbers of a text, each once: 21.4万 is 214000.</summary>
    private static HashSet<decimal> Numbers(string text) =>
        [
            .. Figures()
                .Matches(text.Replace(",", "", StringComparison.Ordinal))
                .Select(m =>
                    decimal.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture) * (m.Groups["myriad"].Success ? 10_000 : 1)
                ),
        ];

    [GeneratedRegex(@"(?<number>[0-9]+(?:\.[0-9]+)?)余?(?<myriad>万)?")]
    private static partial Regex Figures();

    /// <summary>Months, which English has names for.</summary>
    [GeneratedRegex("[0-9]{1,2}月")]
    private static partial Regex WithoutMonths();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
