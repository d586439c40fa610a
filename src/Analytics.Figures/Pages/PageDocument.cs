using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>A page with all its rows, in one language: what exports write and screens can show.</summary>
/// <param name="Page">The page.</param>
/// <param name="State">What is chosen.</param>
/// <param name="Language">Of its words.</param>
/// <param name="Title">With the chosen members in it.</param>
/// <param name="Filters">Every filter in words; there is at least a line that says that there is none.</param>
/// <param name="Visuals">All, in the order of the file.</param>
/// <param name="Source">What the figures are, and whose.</param>
public sealed record PageDocument(
    PageSpec Page,
    PageState State,
    Language Language,
    string Title,
    IReadOnlyList<string> Filters,
    IReadOnlyList<PageBlock> Visuals,
    string Source
)
{
    /// <summary>Runs every visual of a page, or one.</summary>
    /// <param name="session">Has the model's source; one thread.</param>
    /// <param name="model">The page's model, opened.</param>
    /// <param name="page">The page.</param>
    /// <param name="state">What is chosen.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="only">The one visual that is wanted; null: all.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PageDocument Make(
        AnalyticsSession session,
        OpenModel model,
        PageSpec page,
        PageState state,
        Language language,
        string? only = null,
        CancellationToken cancellation = default
    )
    {
        var reader = new VisualReader(session, model, page, state);
        var words = FilterSql.Words(state.AllFilters(page), model.Members, language);
        string[] filters = words.Count > 0 ? [.. words] : [language == Language.Zh ? "没有筛选" : "no filters"];
        // What only shows the cursor's row of another visual has nothing to show where there is no cursor.
        var blocks = page
            .Visuals.Where(v => v.Kind != VisualKind.Article && (only is null || v.Name == only))
            .Select(v => PageBlock.Of(reader.Read(v, cancellation), model, language));
        return new PageDocument(
            page,
            state,
            language,
            TitleOf(page, model.Members, state, language),
            filters,
            [.. blocks],
            SourceOf(model, language)
        );
    }

    /// <summary>The title with what is chosen in the slicers that it names.</summary>
    public static string TitleOf(PageSpec page, ModelMembers members, PageState state, Language language)
    {
        var title = page.Title.In(language);
        foreach (var slicer in page.Slicers.Where(s => title.Contains($"{{{s.Name}}}", StringComparison.Ordinal)))
        {
            var names = state.Chosen(slicer.Name).Select(k => slicer.Field is { } field ? members.FullNameOf(field, k, language) : k);
            var chosen = string.Join(language == Language.Zh ? "、" : ", ", names);
            title = title.Replace(
                $"{{{slicer.Name}}}",
                chosen.Length > 0 ? chosen
                    : language == Language.Zh ? "全部"
                    : "all",
                StringComparison.Ordinal
            );
        }

        return title;
    }

    /// <summary>Figures of a file of the user's never carry the articles' reservation, nor the other way round.</summary>
    private static string SourceOf(OpenModel model, Language language) =>
        (model.Model.Source.File, language) switch
        {
            (null, _) => DocumentWords.AsStated.In(language),
            ({ } file, Language.Zh) => $"来源：{Path.GetFileName(file)}（使用者文件，{model.RowCount} 行）；与报道数字无关。",
            ({ } file, _) => $"Source: {Path.GetFileName(file)} (the user's file, {model.RowCount} {Plural.Of(model.RowCount, "row")}); "
                + "unrelated to the articles' figures.",
        };
}

/// <summary>One visual as text: words, or a head and rows.</summary>
/// <param name="Name">The visual's name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Result">What it shows.</param>
/// <param name="Lines">Words.</param>
/// <param name="Head">Headings of columns; empty where it is no table.</param>
/// <param name="Rows">As many cells as the head has.</param>
/// <param name="Numbers">Which columns are set to the right.</param>
/// <param name="Notes">What stands under it.</param>
public sealed record PageBlock(
    string Name,
    string Title,
    VisualResult Result,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<bool> Numbers,
    IReadOnlyList<string> Notes
)
{
    /// <summary>A result in words of one language.</summary>
    public static PageBlock Of(VisualResult result, OpenModel model, Language language)
    {
        var visual = result.Visual;
        var title = visual.Title?.In(language) ?? Made(visual, language);
        var notes = result.Tail.Append(result.Note).OfType<Localized>().Select(n => n.In(language));
        var block = new PageBlock(visual.Name, title, result, [], [], [], [], [.. notes]);
        return result.Content switch
        {
            VisualContent.Verdict verdict => block with { Lines = [.. verdict.Answers.SelectMany(a => Words(a, visual, language))] },
            VisualContent.Card card => block with { Lines = [.. card.Lines.Select(l => Line(l, language))] },
            VisualContent.Words words => block with { Lines = words.Text.In(language).Split('\n') },
            VisualContent.Failed failed => block with { Lines = [failed.Message.In(language)] },
            VisualContent.Sentences sentences => Sentences(block, sentences, language),
            VisualContent.Table table => Table(block, table, language),
            VisualContent.Groups groups => Groups(block, groups, model.Members, language),
            _ => block,
        };
    }

    /// <summary>A heading for a visual whose file gives none: what it shows, and along what.</summary>
    private static string Made(VisualSpec visual, Language language)
    {
        var measure = visual.Values.Select(v => v.Measure?.Label.In(language)).OfType<string>().FirstOrDefault();
        var axes = new[] { visual.Axis, visual.Cols ?? visual.Series }.OfType<Field>().Select(f => f.Label.In(language)).ToArray();
        return (measure, axes) switch
        {
            (null, _) => visual.Name,
            (_, []) => measure,
            _ => $"{string.Join(" × ", axes)} · {measure}",
        };
    }

    private static IEnumerable<string> Words(VerdictAnswer answer, VisualSpec visual, Language language)
    {
        if (answer.Question is { } question)
            yield return question.Text.In(language);
        yield return (visual.Length == VerdictLength.Short ? answer.Brief : answer.Full).In(language);
    }

    private static string Line(CardLine line, Language language) =>
        language == Language.Zh ? $"{line.Label.Zh}：{line.Text.Zh}" : $"{line.Label.En}: {line.Text.En}";

    private static PageBlock Sentences(PageBlock block, VisualContent.Sentences sentences, Language language)
    {
        string[] head =
            language == Language.Zh ? ["数字", "指标", "原句", "报道", "行"] : ["figure", "measure", "sentence", "article", "line"];
        var rows = sentences.Rows.Select(r =>
            (IReadOnlyList<string>)
                [r.Printed.In(language), r.Indicator.In(language), r.Sentence, r.Article.Length > 0 ? r.Article : r.ArticleId, $"{r.Line}"]
        );
        return More(
            block with
            {
                Head = head,
                Rows = [.. rows],
                Numbers = [false, false, false, false, true],
            },
            sentences.RowCount,
            language
        );
    }

    private static PageBlock Table(PageBlock block, VisualContent.Table table, Language language)
    {
        var shown = block with
        {
            Head = [.. table.Columns.Select(c => c.Label.In(language))],
            Rows = [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c?.In(language) ?? "")])],
            Numbers = [.. table.Columns.Select(c => c.IsNumber)],
        };
        return More(shown, table.RowCount, language);
    }

    /// <summary>That there are rows which are not shown.</summary>
    private static PageBlock More(PageBlock block, long all, Language language) =>
        all <= block.Rows.Count
            ? block
            : block with
            {
                Notes =
                [
                    .. block.Notes,
                    language == Language.Zh
                        ? $"还有 {all - block.Rows.Count} 行没有列出"
                        : $"{all - block.Rows.Count} more rows are not listed",
                ],
            };

    private static PageBlock Groups(PageBlock block, VisualContent.Groups groups, ModelMembers members, Language language)
    {
        var measure = block.Result.Visual.Values[0].Measure;
        var totals = block.Result.Visual.TotalsRows;
        var across = groups.Across is { } field
            ? groups.AcrossKeys.Select(k => members.NameOf(field, k ?? Member.NullKey, language))
            : [measure?.Label.In(language) ?? ""];
        string[] total = totals ? [language == Language.Zh ? "合计" : "total"] : [];
        var rows = groups.Rows.Select(r =>
            (IReadOnlyList<string>)
                [
                    r.IsOthers ? (language == Language.Zh ? "其余" : "others") : members.NameOf(groups.Axis, r.Key, language),
                    .. r.Cells.Select(c => Cell(c, measure, language)),
                    .. totals ? [Cell(r.Total, measure, language)] : Array.Empty<string>(),
                ]
        );
        var states = groups.Rows.SelectMany(r => r.Cells).Select(c => c.State).OfType<CellState>().Distinct();
        string[] head = [groups.Axis.Label.In(language), .. across, .. total];
        return block with
        {
            Head = head,
            Rows = [.. rows],
            Numbers = [.. head.Select((_, i) => i > 0)],
            Notes = [.. block.Notes, .. states.Select(s => $"{s.Mark.In(language)} {s.Meaning.In(language)}")],
        };
    }

    /// <summary>A value, or the mark of what it is in its place.</summary>
    private static string Cell(GroupCell cell, Measure? measure, Language language) =>
        cell.State is { } state ? state.Mark.In(language) + (cell.StateCount > 0 ? $"{cell.StateCount}" : "")
        : cell.Value is { } value ? NumberText.Plain(value, measure?.Decimals)
        : "";
}
