using System.Buffers;
using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Data;
using Parquet.Meta;
using Parquet.Schema;
using PhysicalType = Parquet.Meta.Type;

namespace Analytics.Curation;

/// <summary>
/// Proves a written file: reads it back with other code than wrote it (the engine writes, Parquet.Net reads) and compares it with what was
/// to be written. One column of one row group is in memory at a time.
/// </summary>
/// <param name="content">What was to be written.</param>
/// <param name="notes">What the footer was to say, by key.</param>
internal sealed class TableProof(TableContent content, IReadOnlyDictionary<string, string> notes)
{
    private const string DayFormat = "yyyy-MM-dd";

    // Without these a decimal is rounded to 28 digits and a day gets a time.
    private static readonly ParquetOptions Options = new() { UseBigDecimal = true, UseDateOnlyTypeForDates = true };

    /// <summary>Compares notes, columns, number of rows and then every cell.</summary>
    /// <param name="path">The file.</param>
    /// <returns>One sentence a difference, for cells one a column and row group; empty if the file holds exactly the table.</returns>
    public IReadOnlyList<string> Differences(string path)
    {
        try
        {
            return Read(path).GetAwaiter().GetResult();
        }
        // A reader that meets damaged bytes throws whatever it runs into.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [$"It cannot be read back: {e.Message}"];
        }
    }

    private async Task<List<string>> Read(string path)
    {
        using var file = new BoundedReading(File.OpenRead(path));
        await using var reader = await ParquetReader.CreateAsync(file, Options);
        // The first element is the root of the columns, which are flat.
        var elements = reader.Metadata!.Schema.Skip(1);
        List<string> differences = [.. OfNotes(reader.CustomMetadata), .. OfColumns(elements), .. OfRowCount(reader)];
        if (differences.Count > 0)
            return differences;
        var fields = reader.Schema.Fields;
        var firstRow = 0;
        foreach (var group in reader.RowGroups)
        {
            for (var column = 0; column < fields.Count; column++)
            {
                if (await OfCells(new Chunk(group, (DataField)fields[column], column, firstRow)) is { } difference)
                    differences.Add(difference);
            }

            firstRow += (int)group.RowCount;
        }

        return differences;
    }

    private IEnumerable<string> OfNotes(Dictionary<string, string> found) =>
        notes
            .Keys.Union(found.Keys)
            .Where(key => notes.GetValueOrDefault(key) != found.GetValueOrDefault(key))
            .Select(key => Difference($"Note {key}", notes.GetValueOrDefault(key), found.GetValueOrDefault(key)));

    /// <summary>The engine declares every column as one that may lack values; that some must not is proved on their cells.</summary>
    private IEnumerable<string> OfColumns(IEnumerable<SchemaElement> found)
    {
        string[] expected = [.. content.Schema.Columns.Select(c => $"{c.Name} {c.SqlType}")],
            read = [.. found.Select(Declaration)];
        for (var i = 0; i < Math.Max(expected.Length, read.Length); i++)
        {
            if (expected.ElementAtOrDefault(i) != read.ElementAtOrDefault(i))
                yield return Difference($"Column {i + 1}", expected.ElementAtOrDefault(i), read.ElementAtOrDefault(i));
        }
    }

    private static string Declaration(SchemaElement element)
    {
        var type = (element.Type, element.ConvertedType) switch
        {
            (PhysicalType.BYTE_ARRAY, ConvertedType.UTF8) => "VARCHAR",
            (PhysicalType.INT64, ConvertedType.INT_64) => "BIGINT",
            (PhysicalType.BOOLEAN, null) => "BOOLEAN",
            (PhysicalType.INT32, ConvertedType.DATE) => "DATE",
            (PhysicalType.FIXED_LEN_BYTE_ARRAY, ConvertedType.DECIMAL) => $"DECIMAL({element.Precision},{element.Scale})",
            var (physical, converted) => $"{physical} {converted}",
        };
        return element.RepetitionType == FieldRepetitionType.OPTIONAL
            ? $"{element.Name} {type}"
            : $"{element.Name} {type} {element.RepetitionType}";
    }

    private IEnumerable<string> OfRowCount(ParquetReader reader)
    {
        var rows = reader.RowGroups.Sum(g => g.RowCount);
        if (rows != content.RowCount)
            yield return Difference("Rows", content.RowCount.ToString(), rows.ToString());
    }

    /// <summary>The first difference in a column of a row group; null without any.</summary>
    private ValueTask<string?> OfCells(Chunk chunk) =>
        content.Schema.Columns[chunk.Column].SqlType switch
        {
            "VARCHAR" => OfCells<ReadOnlyMemory<char>>(chunk, (value, cell) => value.Span.SequenceEqual(cell), value => value.ToString()),
            "BIGINT" => OfCells<long>(
                chunk,
                (value, cell) => value == long.Parse(cell, CultureInfo.InvariantCulture),
                value => value.ToString()
            ),
            "BOOLEAN" => OfCells<bool>(chunk, (value, cell) => value == (cell == "true"), value => value ? "true" : "false"),
            "DATE" => OfCells<DateOnly>(
                chunk,
                (value, cell) => value == DateOnly.ParseExact(cell, DayFormat, CultureInfo.InvariantCulture),
                value => value.ToString(DayFormat)
            ),
            _ => OfCells<BigDecimal>(
                chunk,
                (value, cell) => value.UnscaledValue == Unscaled(cell, value.Scale),
                value => $"{value.UnscaledValue}E-{value.Scale}"
            ),
        };

    private async ValueTask<string?> OfCells<T>(Chunk chunk, Func<T, string, bool> holds, Func<T, string> text)
        where T : struct
    {
        var rows = (int)chunk.Group.RowCount;
        var values = ArrayPool<T>.Shared.Rent(rows);
        var levels = ArrayPool<int>.Shared.Rent(rows);
        try
        {
            await chunk.Group.ReadRawAsync(chunk.Field, values.AsMemory(0, rows), levels.AsMemory(0, rows), null);
            var present = 0;
            for (var row = 0; row < rows; row++)
            {
                T? found = levels[row] == chunk.Field.MaxDefinitionLevel ? values[present++] : null;
                var cell = content.Cell(chunk.Column, chunk.FirstRow + row);
                if (found is { } value ? cell is null || !holds(value, cell) : cell is not null || IsRequired(chunk.Column))
                    return Difference(Place(chunk.Column, chunk.FirstRow + row), cell, found is { } other ? text(other) : null);
            }

            var nulls = chunk.Group.GetMetadata(chunk.Field)?.MetaData?.Statistics?.NullCount;
            return nulls == rows - present
                ? null
                : Difference($"Count of NULL for {chunk.Field.Name}", $"{rows - present}", nulls?.ToString());
        }
        finally
        {
            ArrayPool<T>.Shared.Return(values, clearArray: true);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private bool IsRequired(int column) => content.Schema.Columns[column].Required;

    /// <summary>The digits of a plain decimal as a whole number of units of 10^-scale.</summary>
    private static BigInteger Unscaled(string text, int scale)
    {
        var point = text.IndexOf('.');
        var decimals = point < 0 ? "" : text[(point + 1)..];
        return BigInteger.Parse((point < 0 ? text : text[..point]) + decimals.PadRight(scale, '0'), CultureInfo.InvariantCulture);
    }

    private string Place(int column, int row)
    {
        var key = content.Schema.Key.Select(name => $"{name} {content.Cell(content.IndexOf(name), row)}");
        return $"Row {row + 1} ({string.Join(", ", key)}), {content.Schema.Columns[column].Name}";
    }

    private static string Difference(string where, string? expected, string? found) =>
        $"{where}: expected {Said(expected)}; the file has {Said(found)}.";

    private static string Said(string? text) => text is null ? "NULL" : Excerpt.Of(text);

    /// <summary>A column of a row group, whose first row has that number in the table.</summary>
    private readonly record struct Chunk(ParquetRowGroupReader Group, DataField Field, int Column, int FirstRow);
}
