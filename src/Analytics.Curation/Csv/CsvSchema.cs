namespace Analytics.Curation;

/// <summary>What a field of a curated file may hold.</summary>
internal enum FieldKind
{
    Id,
    Text,
    Choice,
    Number,
    Integer,
    Date,
    Flag,
}

/// <summary>A column of a curated file. <paramref name="Values"/> are the allowed words of a choice.</summary>
internal sealed record CsvColumn(string Name, FieldKind Kind, bool Required, IReadOnlyList<string> Values);

/// <summary>The columns of a curated file and which of them identify a row.</summary>
internal sealed class CsvSchema
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public CsvSchema(string name, string key, IReadOnlyList<CsvColumn> columns)
    {
        Name = name;
        Columns = columns;
        for (var i = 0; i < columns.Count; i++)
            _index.Add(columns[i].Name, i);
        Key = [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IndexOf)];
    }

    /// <summary>File name without folder: <c>observations.csv</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Indexes of the columns that together are unique.</summary>
    public IReadOnlyList<int> Key { get; }

    public int IndexOf(string column) => _index[column];

    public bool Has(string column) => _index.ContainsKey(column);
}
