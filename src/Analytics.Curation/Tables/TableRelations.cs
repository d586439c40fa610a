using System.Text;

namespace Analytics.Curation;

/// <summary>Proves that tables hold together: keys are unique, references lead to rows, anchors are the text of their source.</summary>
internal sealed class TableRelations(IReadOnlyList<TableContent> tables)
{
    private readonly Dictionary<(string Table, string Column), HashSet<string>> _targets = [];

    /// <summary>One sentence for each kind of fault that a table has.</summary>
    public IEnumerable<string> Faults(TableContent table)
    {
        if (table.Schema.Key is { Count: > 0 } key && Repeated(table, key) is > 0 and var repeated)
            yield return $"Keys ({string.Join(", ", key)}) that are not unique: {repeated}.";
        foreach (var reference in table.Schema.ForeignKeys)
        {
            var targets = Targets(reference);
            if (table.Column(reference.Column).Count(cell => cell is not null && !targets.Contains(cell)) is > 0 and var lost)
                yield return $"Values of {reference.Column} that are not in {reference.Table}: {lost}.";
        }

        if (table.Schema.Name is "anchor" && Misplaced(table) is > 0 and var misplaced)
            yield return $"Anchors whose quote is not the text of their source: {misplaced}.";
    }

    private static int Repeated(TableContent table, IReadOnlyList<string> key)
    {
        int[] columns = [.. key.Select(table.IndexOf)];
        var seen = new HashSet<string>(table.RowCount, StringComparer.Ordinal);
        return Enumerable.Range(0, table.RowCount).Count(row => !seen.Add(string.Join('\0', columns.Select(c => table.Cell(c, row)))));
    }

    private HashSet<string> Targets(ForeignKey reference)
    {
        if (!_targets.TryGetValue((reference.Table, reference.TargetColumn), out var targets))
        {
            targets = [.. Table(reference.Table).Column(reference.TargetColumn).OfType<string>()];
            _targets.Add((reference.Table, reference.TargetColumn), targets);
        }
        return targets;
    }

    /// <summary>UTF-32 has one unit a code point, which is what positions count.</summary>
    private int Misplaced(TableContent anchors)
    {
        var sources = Table("source");
        var texts = sources
            .Column("source_file")
            .Zip(sources.Column("text"))
            .ToDictionary(s => s.First!, s => Encoding.UTF32.GetBytes(s.Second ?? ""));
        int[] columns = [.. new[] { "source_file", "char_start", "char_end", "quote" }.Select(anchors.IndexOf)];
        return Enumerable
            .Range(0, anchors.RowCount)
            .Count(row =>
            {
                var text = texts.GetValueOrDefault(anchors.Cell(columns[0], row) ?? "") ?? [];
                var (start, end) = (int.Parse(anchors.Cell(columns[1], row)!) * 4, int.Parse(anchors.Cell(columns[2], row)!) * 4);
                var quote = Encoding.UTF32.GetBytes(anchors.Cell(columns[3], row) ?? "");
                return start > end || end > text.Length || !text.AsSpan(start, end - start).SequenceEqual(quote);
            });
    }

    private TableContent Table(string name) => tables.First(t => t.Schema.Name == name);
}
