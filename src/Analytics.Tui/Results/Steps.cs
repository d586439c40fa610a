using System.Collections.Immutable;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Results;

/// <summary>A column that was hidden by hand.</summary>
/// <param name="Column">Its index in the table.</param>
/// <param name="At">Where it stood among those in view.</param>
internal sealed record HiddenColumn(int Column, int At);

/// <summary>The steps that led to a result: operations, each of which made another one, and columns hidden in it.</summary>
internal static class Steps
{
    /// <summary>Before the last step.</summary>
    public static Part<ResultState> Undo(Part<ResultState> part, OpenResult open)
    {
        if (open.Hidden is [.., var last])
        {
            var shown = ColumnActions.Unhidden(open, last) with
            {
                Hidden = open.Hidden.RemoveAt(open.Hidden.Count - 1),
                Rehidden = open.Rehidden.Add(last),
            };
            return With(part, shown).Say(part.Texts.ShownAgain(open.Table.Columns[last.Column].Name));
        }

        if (open.Parent is not { } parent || part.Own.Entry(parent) is null)
            return part.Say(part.Texts.NoParent);
        var back = KeptActions.Show(part, parent);
        return With(back, back.Own.Open! with { Undone = open.Name });
    }

    /// <summary>The step that was undone last; where none was, the last one that was made of the result, if it is still kept.</summary>
    public static Part<ResultState> Redo(Part<ResultState> part, OpenResult open)
    {
        if (open.Rehidden is [.., var last] && open.Shown.IndexOf(last.Column) is >= 0 and var at)
        {
            var hidden = ColumnActions.Hidden(open, at);
            return With(part, hidden with { Rehidden = open.Rehidden.RemoveAt(open.Rehidden.Count - 1) }).Say(Said(part, open, last));
        }

        var children = part.Own.Kept.Where(k => k.View.Parent == open.Name).ToArray();
        var next = children.FirstOrDefault(k => k.Name == open.Undone) ?? children.LastOrDefault();
        return next is null ? part.Say(part.Texts.NoStep) : KeptActions.Show(part, next.Name);
    }

    /// <summary>The names of the columns that are hidden by hand, here or before the operations that led here.</summary>
    public static ImmutableArray<string> HiddenNames(OpenResult open) =>
        [
            .. ResultColumns
                .Shown(open.Table.Columns, open.Language, open.ShowsAllColumns)
                .Except(open.Shown)
                .Select(column => open.Table.Kept.ColumnNames[column]),
        ];

    /// <summary>A query without some of its columns; a script of several statements stays as it is.</summary>
    public static string Without(string sql, IReadOnlyList<string> hidden)
    {
        var script = SqlScript.Read(sql);
        if (hidden.Count == 0 || script.Statements is not [var only])
            return sql;
        return $"SELECT * EXCLUDE ({string.Join(", ", hidden.Select(SqlText.Identifier))}) FROM (\n{sql[only]}\n)";
    }

    /// <summary>All steps in words, and what they come to.</summary>
    public static LinesWindow Window(Part<ResultState> part, OpenResult open, string sql)
    {
        var (texts, chain) = (part.Texts, new Stack<OpenResult>([open]));
        while (chain.Peek().Parent is { } parent && part.Own.Entry(parent) is { } entry)
            chain.Push(entry.View);
        var lines = chain.SelectMany(result => Lines(result, texts)).Index().Select(l => StyledLine.Of($"{l.Index + 1}. {l.Item}"));
        return new(
            texts.StepsTitle(open.Label),
            [
                .. lines,
                StyledLine.Empty,
                StyledLine.Of(texts.StepsAsSql, Theme.Dim),
                .. sql.Split('\n').Select(line => StyledLine.Of(line, Theme.Accent)),
            ]
        );
    }

    private static IEnumerable<string> Lines(OpenResult result, Texts texts)
    {
        yield return $"{result.Label}  {result.Query.Title(result.Language)}";
        if (!result.Hidden.IsEmpty)
            yield return texts.HidStep(string.Join(", ", result.Hidden.Select(h => result.Table.Columns[h.Column].Name)));
    }

    private static string Said(Part<ResultState> part, OpenResult open, HiddenColumn hidden) =>
        part.Texts.HiddenColumn(open.Table.Columns[hidden.Column].Name);

    private static Part<ResultState> With(Part<ResultState> part, OpenResult open) => part with { Own = part.Own with { Open = open } };
}
