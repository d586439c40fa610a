using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>What keys do with the entry that is selected in the catalogue.</summary>
internal static class CatalogueActions
{
    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<CatalogueState>? Do(Part<CatalogueState> part, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Filter => part with { Own = part.Own.WithFilter(TextField.Empty, part.Texts) },
            ConsoleAction.OpenDataFile => FileActions.Ask(part),
            ConsoleAction.PreviewEntry => Preview(part),
            ConsoleAction.CloseEntry => Close(part),
            _ => null,
        };

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<CatalogueState>? Apply(Part<CatalogueState> part, ConsoleEvent answer) =>
        answer switch
        {
            TablesRead read => part with
            {
                Own = part.Own.WithTables(read.Tables, read.Files, part.Texts) with { Facts = read.Facts ?? part.Own.Facts },
            },
            DataFailed failed => part with
            {
                Common = part.Common with { Faults = part.Common.Faults.Add(failed.Message) },
                Own = failed.Tables.Count > 0 ? part.Own.WithTables(failed.Tables, failed.Files, part.Texts) : part.Own,
            },
            RowsCounted counted => part with { Own = part.Own.WithCount(counted.Name, counted.Rows, part.Texts) },
            _ => FileActions.Apply(part, answer),
        };

    /// <summary>Keys that no binding took, text and the wheel: for the filter or the tree.</summary>
    /// <param name="part">The catalogue.</param>
    /// <param name="input">What came.</param>
    /// <param name="page">Lines in view.</param>
    public static Part<CatalogueState> Handle(Part<CatalogueState> part, InputEvent input, int page)
    {
        var catalogue = part.Own;
        if (
            catalogue.Filter is { } filter
            && input is not (KeyEvent { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } or MouseEvent)
        )
        {
            return filter.Handle(input) is { } next ? part with { Own = catalogue.WithFilter(next, part.Texts) } : part;
        }

        return catalogue.Tree.Handle(input, page) is { } tree ? part with { Own = catalogue with { Tree = tree } } : part;
    }

    /// <summary>Asks for the rows of views that have come into sight.</summary>
    public static Part<CatalogueState> Settle(Part<CatalogueState> part) =>
        part.Own.Uncounted is { Count: > 0 } names
            ? (part with { Own = part.Own with { Counting = part.Own.Counting.Union(names) } }).Doing(
                names.Select(name => new CountRows(name))
            )
            : part;

    private static Part<CatalogueState> Preview(Part<CatalogueState> part)
    {
        var (catalogue, texts) = (part.Own, part.Texts);
        if (catalogue.SelectedQuery is { } query)
            return part with { Window = new LinesWindow(query.Title.In(part.Language), EntryLines.Of(query, texts)) };
        if (catalogue.SelectedTable is { } table)
            return FirstRows(part, table.Name, EntryLines.Of(table, texts), table.Columns);
        if (catalogue.SelectedKept is { } kept)
        {
            return FirstRows(
                part,
                kept.Name,
                [StyledLine.Of(kept.Title.In(part.Language)), StyledLine.Of(texts.RowsKept(kept.Progress), Theme.Dim)],
                kept.Columns
            );
        }

        if (catalogue.SelectedColumn is { } column)
            return part with { Window = new LinesWindow(column.Column.Name, EntryLines.Of(column, texts)) };
        return catalogue.SelectedFile is { } file
            ? part with
            {
                Window = new LinesWindow(
                    file.Name,
                    [StyledLine.Of(file.Path, Theme.Dim), .. catalogue.Tables.Where(t => t.File == file).Select(t => StyledLine.Of(t.Name))]
                ),
            }
            : part.Say(texts.NothingToPreview, isError: true);
    }

    private static Part<CatalogueState> FirstRows(
        Part<CatalogueState> part,
        string name,
        IReadOnlyList<StyledLine> about,
        IReadOnlyList<ColumnEntry> columns
    )
    {
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = new PreviewWindow(name, about, columns, request, null) }).Doing(
            new ReadFirstRows(request, name)
        );
    }

    private static Part<CatalogueState> Close(Part<CatalogueState> part)
    {
        if (part.Own.SelectedFile is not { } file)
            return part.Say(part.Texts.NothingToClose, isError: true);
        return part.Own.IsSafe ? part.Announce(part.Texts.SafeClosesNothing, isError: true) : part.Doing(new CloseDataFile(file));
    }
}
