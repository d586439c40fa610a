using Analytics.Engine.Queries;
using Analytics.Engine.Sql;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.Catalogue;

/// <summary>What keys do with the entry that is selected in the catalogue.</summary>
internal static class CatalogueActions
{
    /// <summary>Does an action; null if it is none of the catalogue's.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.OpenDataFile => FileActions.Ask(state),
            ConsoleAction.InsertName => Insert(state),
            ConsoleAction.PreviewEntry => Preview(state),
            ConsoleAction.CloseEntry => Close(state),
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };

    /// <summary>The selected name, or the SQL of a query, at the editor's cursor; the focus stays, so that several can be put in.</summary>
    private static ConsoleState Insert(ConsoleState state)
    {
        var catalogue = state.Catalogue;
        if (catalogue.SelectedQuery is { } query)
        {
            return With(state, PlainSql.Of(query, ParameterForm.Of(query, state.Texts, 0).Values), isColumn: false)
                .Say(state.Texts.InsertedName(query.Name));
        }

        if (catalogue.SelectedColumn is { } column)
            return With(state, PlainSql.Name(column.Column.Name), isColumn: true).Say(state.Texts.InsertedName(column.Column.Name));
        return
            (
                catalogue.SelectedTable?.Name
                ?? catalogue.SelectedKept
                ?? (catalogue.SelectedFile is { } file ? PlainSql.Name(file.Name) : null)
            )
                is { } name
            ? With(state, name, isColumn: false).Say(state.Texts.InsertedName(name))
            : state.Say(state.Texts.NothingToInsert, isError: true);
    }

    /// <summary>The text apart from what stands before it: a column after another thing than a keyword begins with a comma.</summary>
    private static ConsoleState With(ConsoleState state, string text, bool isColumn)
    {
        var editor = state.Query.Editor;
        var before = editor.Text[..editor.MoveTo(editor.SelectionStart).CursorOffset];
        var isApart = before.Length == 0 || char.IsWhiteSpace(before[^1]) || before[^1] is '(' or '.';
        var joined =
            isApart ? text
            : isColumn && EndsAnExpression(before) ? ", " + text
            : " " + text;
        return Completing.Stopped(state with { Query = state.Query with { ShowsForm = false, Editor = editor.Insert(joined) } });
    }

    private static bool EndsAnExpression(string sql) =>
        SqlTokenizer.Read(sql)
            is [.., { Kind: not (SqlTokenKind.Keyword or SqlTokenKind.Comment or SqlTokenKind.Operator or SqlTokenKind.Separator) }];

    private static Outcome<ConsoleState, ConsoleEffect> Preview(ConsoleState state)
    {
        var (catalogue, texts) = (state.Catalogue, state.Texts);
        if (catalogue.SelectedQuery is { } query)
            return state with { Window = new LinesWindow(query.Title.In(state.Language), About(query, texts), 0) };
        if (catalogue.SelectedTable is { } table)
            return FirstRows(state, table.Name, About(table, texts), table.Columns);
        if (catalogue.SelectedKept is { } name && state.Result.Entry(name) is { } kept)
        {
            return FirstRows(
                state,
                name,
                [StyledLine.Of(kept.View.Query.Title(state.Language)), StyledLine.Of(texts.RowsKept(kept.View.Table.Progress), Theme.Dim)],
                [.. CatalogueState.ColumnsOf(kept)]
            );
        }

        if (catalogue.SelectedColumn is { } column)
            return state with { Window = new LinesWindow(column.Column.Name, About(column, texts), 0) };
        return catalogue.SelectedFile is { } file
            ? state with
            {
                Window = new LinesWindow(
                    file.Name,
                    [
                        StyledLine.Of(file.Path, Theme.Dim),
                        .. catalogue.Tables.Where(t => t.File == file).Select(t => StyledLine.Of(t.Name)),
                    ],
                    0
                ),
            }
            : state.Say(texts.NothingToPreview, isError: true);
    }

    private static Outcome<ConsoleState, ConsoleEffect> FirstRows(
        ConsoleState state,
        string name,
        IReadOnlyList<StyledLine> about,
        IReadOnlyList<ColumnEntry> columns
    )
    {
        var request = state.LastRequest + 1;
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                LastRequest = request,
                Window = new PreviewWindow(name, about, columns, request, null, 0),
            },
            new ReadFirstRows(request, name)
        );
    }

    private static List<StyledLine> About(TableEntry table, Texts texts)
    {
        var lines = new List<StyledLine>();
        if (table.Description is { } text)
            lines.Add(StyledLine.Of(text.In(texts.Language), Theme.Bold));
        if (table.File is { } file)
            lines.Add(StyledLine.Of(file.Path, Theme.Dim));
        lines.Add(
            StyledLine.Of(
                texts.AboutTable(
                    new(
                        table.Name,
                        table.IsView,
                        [.. table.Columns.Select(c => new Engine.Sessions.InspectedColumn(c.Name, c.Type))],
                        table.Rows
                    )
                ),
                Theme.Dim
            )
        );
        return lines;
    }

    private static IReadOnlyList<StyledLine> About(ColumnOf column, Texts texts) =>
        [
            StyledLine.Of([(column.Column.Type.ToLowerInvariant(), Theme.Heading), (" " + texts.OfTable(column.Table), Theme.Dim)]),
            .. column.Column.Description is { } text ? [StyledLine.Of(text.In(texts.Language))] : Array.Empty<StyledLine>(),
        ];

    private static List<StyledLine> About(QueryFile query, Texts texts)
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
            .. query.Sql.ReplaceLineEndings("\n").Split('\n').Select(l => StyledLine.Of(l, Theme.Plain)),
        ]);
        return lines;
    }

    private static Outcome<ConsoleState, ConsoleEffect> Close(ConsoleState state)
    {
        if (state.Catalogue.SelectedKept is { } name && state.Result.Entry(name) is { } kept)
            return KeptActions.Drop(state, kept, showsList: false);
        if (state.Catalogue.SelectedFile is not { } file)
            return state.Say(state.Texts.NothingToClose, isError: true);
        return state.Catalogue.IsSafe
            ? state.Announce(state.Texts.SafeClosesNothing, isError: true)
            : Outcome.Of<ConsoleState, ConsoleEffect>(state, new CloseDataFile(file));
    }
}
