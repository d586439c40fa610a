using System.Globalization;
using CsvHelper;

namespace Analytics.Curation;

/// <summary>Reads one curated file into rows in schema order. What does not fit the format becomes a finding, never a guess.</summary>
internal sealed class CsvFile(CsvSchema schema, string name, List<Finding> findings)
{
    /// <summary>Reads the file; the rows that have the right number of fields are returned even when others are faulty.</summary>
    public List<CsvRow> Read(string text)
    {
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), Options());
        if (!reader.Read())
        {
            findings.Add(
                CsvRules.ColumnMissing.At(
                    name,
                    1,
                    new(
                        $"{name} 是空的；应有表头 {string.Join(',', schema.Columns.Select(c => c.Name))}。",
                        $"{name} is empty; expected the header {string.Join(',', schema.Columns.Select(c => c.Name))}."
                    )
                )
            );
            return [];
        }
        if (!text.EndsWith('\n'))
        {
            findings.Add(
                CsvRules.FinalNewline.At(name, null, new($"{name} 的最后一行没有换行。", $"The last line of {name} is not ended."))
            );
        }

        return ReadRows(reader, ReadHeader(reader.Current.ToArray()));
    }

    /// <summary>A line is a record whatever happens: one bad quotation mark cannot swallow the rest of the file.</summary>
    private CsvReaderOptions Options() =>
        new()
        {
            Separator = ',',
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            DetectSeparatorHint = false,
            FormatProvider = CultureInfo.InvariantCulture,
            OnMalformedRecord = Report,
        };

    private void Report(CsvMalformedRecord record)
    {
        var broken = record.Reason == CsvMalformedReason.LineBreakInQuotes;
        var what = record.Reason switch
        {
            CsvMalformedReason.StrayQuote => new(
                "没有加引号的字段里有引号",
                "A quotation mark inside a field that is not enclosed in them"
            ),
            CsvMalformedReason.TextAfterClosingQuote => new("后引号之后还有文字", "Text after a closing quotation mark"),
            CsvMalformedReason.UnterminatedQuote => new("引号没有合上", "A quotation mark that is never closed"),
            CsvMalformedReason.LineBreakInQuotes => new("引号没有在本行合上", "A quotation mark that is not closed on its line"),
            _ => Localized.Same(record.Reason.ToString()),
        };
        var text = Excerpt.Of(record.RawRecord);
        findings.Add(
            (broken ? CsvRules.LineBreak : CsvRules.Quote).At(
                name,
                (int)record.LineNumber,
                new($"{what.Zh}：{text}。", $"{what.En}: {text}.")
            )
        );
    }

    /// <summary>Where each schema column stands in the file (-1 when it is missing), and how many columns the file has.</summary>
    private (int[] Source, int Count) ReadHeader(string[] header)
    {
        foreach (var column in header.Where(c => !schema.Has(c)))
        {
            findings.Add(
                CsvRules.ColumnUnknown.At(name, 1, new($"不认识的列{Excerpt.Of(column)}。", $"Unknown column {Excerpt.Of(column)}."))
            );
        }

        foreach (var column in header.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            findings.Add(
                CsvRules.ColumnDuplicate.At(
                    name,
                    1,
                    new(
                        $"列{Excerpt.Of(column.Key)}出现 {column.Count()} 次。",
                        $"Column {Excerpt.Of(column.Key)} stands {column.Count()} times."
                    )
                )
            );
        }

        foreach (var column in schema.Columns.Where(c => !header.Contains(c.Name)))
            findings.Add(CsvRules.ColumnMissing.At(name, 1, new($"缺少 {column.Name} 列。", $"Column {column.Name} is missing.")));
        return ([.. schema.Columns.Select(c => Array.IndexOf(header, c.Name))], header.Length);
    }

    private List<CsvRow> ReadRows(CsvReader reader, (int[] Source, int Count) header)
    {
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount != header.Count)
            {
                findings.Add(
                    CsvRules.FieldCount.At(
                        name,
                        line,
                        new(
                            $"应有 {header.Count} 个字段，实有 {reader.FieldCount} 个：{Excerpt.Of(reader.Current.ToString())}。",
                            $"Expected {header.Count} fields, found {reader.FieldCount}: {Excerpt.Of(reader.Current.ToString())}."
                        )
                    )
                );
            }
            else
            {
                rows.Add(ToRow(reader, header.Source, line));
            }
        }
        return rows;
    }

    private CsvRow ToRow(CsvReader reader, int[] source, int line)
    {
        var fields = new string[schema.Columns.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = source[i] < 0 ? "" : reader.GetString(source[i]);
        foreach (var field in fields)
            CheckCharacters(field, line);
        return new CsvRow(schema, name, line, fields);
    }

    private void CheckCharacters(string field, int line)
    {
        if (field.Length == 0)
            return;
        if (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1]))
        {
            findings.Add(
                CsvRules.Whitespace.At(
                    name,
                    line,
                    new($"字段{Excerpt.Of(field)}前后有空白。", $"Field {Excerpt.Of(field)} begins or ends with white space.")
                )
            );
        }

        if (field.Any(char.IsControl))
        {
            findings.Add(
                CsvRules.ControlCharacter.At(
                    name,
                    line,
                    new(
                        $"字段{Excerpt.Of(field)}里有 U+{(int)field.First(char.IsControl):X4}。",
                        $"Field {Excerpt.Of(field)} contains U+{(int)field.First(char.IsControl):X4}."
                    )
                )
            );
        }
    }
}
