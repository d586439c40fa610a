using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Catalogue;

/// <summary>What an entry of the catalogue is, as lines that are not wrapped.</summary>
internal static class EntryLines
{
    /// <summary>The entry that is selected, under its name; null for a branch.</summary>
    public static IReadOnlyList<StyledLine>? OfSelected(CatalogueState state, Texts texts) =>
        state.SelectedQuery is { } query ? [StyledLine.Of(query.Title.In(texts.Language), Theme.Bold), .. Of(query, texts)]
        : state.SelectedTable is { } table
            ?
            [
                StyledLine.Of(table.Name, Theme.Heading),
                .. Of(table, texts),
                StyledLine.Empty,
                StyledLine.Of(texts.Columns, Theme.Heading),
                .. table.Columns.Select(c => Of(c, texts)),
            ]
        : state.SelectedColumn is { } column ? [StyledLine.Of(column.Column.Name, Theme.Heading), .. Of(column, texts)]
        : null;

    public static List<StyledLine> Of(TableEntry table, Texts texts)
    {
        var lines = new List<StyledLine>();
        if (table.Description is { } text)
            lines.Add(StyledLine.Of(text.In(texts.Language), Theme.Bold));
        if (table.File is { } file)
            lines.Add(StyledLine.Of(file.Path, Theme.Dim));
        lines.Add(
            StyledLine.Of(
                texts.AboutTable(
                    new(table.Name, table.IsView, [.. table.Columns.Select(c => new InspectedColumn(c.Name, c.Type))], table.Rows)
                ),
                Theme.Dim
            )
        );
        return lines;
    }

    public static IReadOnlyList<StyledLine> Of(ColumnOf column, Texts texts) =>
        [
            StyledLine.Of([(column.Column.Type.ToLowerInvariant(), Theme.Heading), (" " + texts.OfTable(column.Table), Theme.Dim)]),
            .. column.Column.Description is { } text ? [StyledLine.Of(text.In(texts.Language))] : Array.Empty<StyledLine>(),
        ];

    public static List<StyledLine> Of(QueryFile query, Texts texts)
    {
        List<StyledLine> lines = [StyledLine.Of(query.Name, Theme.Dim), StyledLine.Of(query.Summary.In(texts.Language))];
        if (query.Parameters.Count > 0)
        {
            lines.AddRange([
                StyledLine.Empty,
                StyledLine.Of(texts.ParameterLabel, Theme.Heading),
                .. query.Parameters.Select(p =>
                    StyledLine.Of($"  {p.Label.In(texts.Language)} (${p.Name}, {p.Type.ToString().ToLowerInvariant()})")
                ),
            ]);
        }

        lines.AddRange([
            StyledLine.Empty,
            StyledLine.Of("SQL", Theme.Heading),
            .. query.Statement.ReplaceLineEndings("\n").Trim().Split('\n').Select(l => StyledLine.Of(l, Theme.Plain)),
        ]);
        return lines;
    }

    private static StyledLine Of(ColumnEntry column, Texts texts) =>
        StyledLine.Of([
            ($"  {column.Name}", Theme.Plain),
            ($"  {column.Type.ToLowerInvariant()}", Theme.Dim),
            (column.Description is { } text ? $"  {text.In(texts.Language)}" : "", Theme.Plain),
        ]);
}
