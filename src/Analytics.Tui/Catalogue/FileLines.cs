using Analytics.Engine.Sessions;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Catalogue;

/// <summary>What a file or a table holds, as lines.</summary>
internal static class FileLines
{
    private const int WidestName = 32,
        WidestType = 24,
        WidestCell = 28;

    /// <summary>Rows of a file above its columns, so that both are in sight.</summary>
    private const int RowsAbove = 3;

    /// <summary>A file before it is opened.</summary>
    public static IReadOnlyList<StyledLine> Of(FileInspection file, int width, Texts texts, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var lines = new List<StyledLine>(StyledLine.Of(file.Path, Theme.Dim).Wrap(width, ambiguous));
        lines.AddRange(StyledLine.Of(texts.AboutFile(file)).Wrap(width, ambiguous));
        if (file.Csv is { } csv)
            lines.AddRange(StyledLine.Of(texts.Dialect(csv, file.Found.Encoding)).Wrap(width, ambiguous));
        foreach (var remark in file.Remarks)
            lines.AddRange(StyledLine.Of(Unnamed(remark.Text.In(texts.Language), file.Path), Theme.Error).Wrap(width, ambiguous));
        if (file.Kind == FileKind.Database)
        {
            foreach (var table in file.Tables)
            {
                lines.AddRange([
                    StyledLine.Empty,
                    .. StyledLine.Of([(table.Name, Theme.Heading), ("  " + texts.AboutTable(table), Theme.Dim)]).Wrap(width, ambiguous),
                    .. Columns(table.Columns, width, ambiguous),
                ]);
            }
        }
        else
        {
            var columns = file.Tables[0].Columns;
            lines.AddRange([
                StyledLine.Empty,
                .. Rows(columns, [.. file.FirstRows.Take(RowsAbove)], width, texts, ambiguous, hasTypes: true),
                StyledLine.Empty,
                StyledLine.Of(texts.Columns, Theme.Heading),
                .. columns.Any(c => c.Cells is not null) ? Counted(columns, width, texts, ambiguous) : Columns(columns, width, ambiguous),
            ]);
            if (file.FirstRows.Count > RowsAbove)
            {
                lines.AddRange([
                    StyledLine.Empty,
                    StyledLine.Of(texts.NextRows, Theme.Heading),
                    .. Rows(columns, [.. file.FirstRows.Skip(RowsAbove)], width, texts, ambiguous),
                ]);
            }
        }

        if (file.Cleaning is { } cleaning)
        {
            lines.AddRange([StyledLine.Empty, .. StyledLine.Of(texts.CleaningSql(cleaning), Theme.Heading).Wrap(width, ambiguous)]);
            lines.AddRange(
                cleaning.Sql.TrimEnd().Split('\n').SelectMany(l => StyledLine.Of("  " + Printable.Of(l)).Wrap(width, ambiguous))
            );
        }

        if (file.LayoutFault is { } fault)
            lines.AddRange([StyledLine.Empty, .. StyledLine.Of(fault.In(texts.Language), Theme.Error).Wrap(width, ambiguous)]);
        if (file.Layout is { } layout)
            lines.AddRange(LayoutLines.Of(layout, width, texts, ambiguous));
        return lines;
    }

    /// <summary>A table of the catalogue.</summary>
    public static IReadOnlyList<StyledLine> Of(PreviewWindow preview, int width, Texts texts, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        List<StyledLine> lines =
        [
            .. preview.About.SelectMany(line => line.Wrap(width, ambiguous)),
            StyledLine.Empty,
            StyledLine.Of(texts.FirstRows, Theme.Heading),
        ];
        lines.AddRange(
            preview.Rows switch
            {
                null => [StyledLine.Of(texts.Reading, Theme.Dim)],
                { Fault: { } fault } => StyledLine.Of(fault.In(texts.Language), Theme.Error).Wrap(width, ambiguous),
                var rows => Rows(rows.Columns, rows.Rows, width, texts, ambiguous),
            }
        );
        lines.AddRange([StyledLine.Empty, StyledLine.Of(texts.Columns, Theme.Heading)]);
        var names = Width(preview.Columns.Select(c => c.Name), WidestName, ambiguous);
        var types = Width(preview.Columns.Select(c => c.Type), WidestType, ambiguous);
        lines.AddRange(
            preview.Columns.SelectMany(c => Column(c.Name, c.Type, c.Description?.In(texts.Language) ?? "", names, types, width, ambiguous))
        );
        return lines;
    }

    private static IEnumerable<StyledLine> Columns(IReadOnlyList<InspectedColumn> columns, int width, AmbiguousWidth ambiguous)
    {
        var names = Width(columns.Select(c => c.Name), WidestName, ambiguous);
        return columns.SelectMany(c => Column(c.Name, c.Type, "", names, WidestType, width, ambiguous));
    }

    /// <summary>Columns with what their cells become.</summary>
    private static IEnumerable<StyledLine> Counted(IReadOnlyList<InspectedColumn> columns, int width, Texts texts, AmbiguousWidth ambiguous)
    {
        var names = Width(columns.Select(c => c.Name), WidestName, ambiguous);
        var types = Width(columns.Select(c => c.Type), WidestType, ambiguous);
        return columns.SelectMany(c => Column(c.Name, c.Type, Said(c, texts), names, types, width, ambiguous));

        static string Said(InspectedColumn column, Texts texts) =>
            (column.Cells is { } cells ? texts.CellCounts(cells) : "")
            + (column.Cleaned.Length > 0 ? " · " + texts.CleanedTo(column.Cleaned) : "");
    }

    /// <summary>Name, type and description side by side; what is long goes on below itself.</summary>
    private static IEnumerable<StyledLine> Column(
        string name,
        string type,
        string description,
        int names,
        int types,
        int width,
        AmbiguousWidth ambiguous
    )
    {
        var (shown, kind) = (CellText.Truncate(name, names, "…", ambiguous), type.ToLowerInvariant());
        var before = 2 + names + 2 + (description.Length > 0 ? types + 2 : 0);
        var wrapped = CellText.Wrap(description.Length > 0 ? description : kind, Math.Max(8, width - before), ambiguous);
        for (var i = 0; i < wrapped.Count; i++)
        {
            yield return i > 0 ? StyledLine.Of(new string(' ', before) + wrapped[i], description.Length > 0 ? Theme.Plain : Theme.Dim)
            : description.Length == 0
                ? StyledLine.Of([("  " + CellText.Pad(shown, names + 2, ambiguous: ambiguous), Theme.Plain), (wrapped[0], Theme.Dim)])
            : StyledLine.Of([
                ("  " + CellText.Pad(shown, names + 2, ambiguous: ambiguous), Theme.Plain),
                (CellText.Pad(CellText.Truncate(kind, types, "…", ambiguous), types + 2, ambiguous: ambiguous), Theme.Dim),
                (wrapped[0], Theme.Plain),
            ]);
        }
    }

    /// <summary>Rows under their columns' names, as many columns as there is room for, and how many are left out.</summary>
    private static IEnumerable<StyledLine> Rows(
        IReadOnlyList<InspectedColumn> columns,
        IReadOnlyList<IReadOnlyList<string?>> rows,
        int width,
        Texts texts,
        AmbiguousWidth ambiguous,
        bool hasTypes = false
    )
    {
        if (rows.Count == 0)
        {
            yield return StyledLine.Of("  " + texts.NoRows, Theme.Dim);
            yield break;
        }
        var widths = columns
            .Select((c, i) => Width([.. rows.Select(r => Shown(r[i])), c.Name, hasTypes ? Kind(c) : ""], WidestCell, ambiguous))
            .ToArray();
        var fitting = 0;
        for (var used = 0; fitting < widths.Length && used + 2 + widths[fitting] <= width - 1; fitting++)
            used += 2 + widths[fitting];
        fitting = Math.Max(1, fitting);
        yield return StyledLine.Of(Line(i => columns[i].Name), Theme.Bold);
        if (hasTypes)
            yield return StyledLine.Of(Line(i => Kind(columns[i])), Theme.Dim);
        foreach (var row in rows)
            yield return StyledLine.Of(Line(i => Shown(row[i])));
        if (fitting < columns.Count)
            yield return StyledLine.Of("  " + texts.MoreColumns(columns.Count - fitting), Theme.Dim);

        string Line(Func<int, string> cell) =>
            string.Concat(
                    Enumerable
                        .Range(0, fitting)
                        .Select(i => "  " + CellText.Fit(Printable.Of(cell(i)), Math.Min(widths[i], width - 3), ambiguous: ambiguous))
                )
                .TrimEnd();
    }

    /// <summary>A remark without the name of the file, which stands above it.</summary>
    private static string Unnamed(string remark, string path) =>
        remark.StartsWith(Path.GetFileName(path), StringComparison.Ordinal)
            ? remark[Path.GetFileName(path).Length..].TrimStart('：', ':', ' ')
            : remark;

    private static string Kind(InspectedColumn column) => column.Type.ToLowerInvariant();

    private static string Shown(string? text) => text ?? "NULL";

    private static int Width(IEnumerable<string> texts, int most, AmbiguousWidth ambiguous) =>
        Math.Min(most, texts.Select(t => CellText.Width(t.Length > 2 * most ? t[..(2 * most)] : t, ambiguous)).DefaultIfEmpty().Max());
}
