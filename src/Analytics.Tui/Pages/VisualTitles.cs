using Analytics.Engine.Pages;

namespace Analytics.Tui.Pages;

/// <summary>What stands in the frame of a visual, and what the status line says of its mark.</summary>
internal static class VisualTitles
{
    /// <summary>The title: that of the file, else made of what it shows.</summary>
    public static string Of(Part<PagesState> part, PageView view, VisualSpec visual)
    {
        var shown = view.ViewOf(visual.Name).Result?.Visual ?? visual;
        var title = shown.Title is { } own ? Filled(view, own.In(part.Language), part.Language) : Made(shown, part.Texts);
        return view.IsLate(visual.Name, part.Now) ? $"{title} {view.WaitingOf(visual.Name)}" : title;
    }

    /// <summary>What stands at the right of it.</summary>
    public static string Right(Part<PagesState> part, PageView view, VisualSpec visual)
    {
        var words = new List<string>();
        if (view.ShownOf(visual.Name) is { Remark.Length: > 0 } shown)
            words.Add(shown.Remark);
        var isDeaf = !visual.ListensToAll && visual.Listen.Count == 0;
        if (isDeaf && Slicing.Count(view) > 0 && visual.Kind is not (VisualKind.Verdict or VisualKind.Text))
            words.Add(part.Texts.DoesNotListen);
        return string.Join(" · ", words);
    }

    /// <summary>A title with the names of what slicers are set to.</summary>
    public static string Filled(PageView view, string text, Language language) =>
        view.Spec.Slicers.Aggregate(
            text,
            (filled, slicer) =>
                filled.Replace(
                    $"{{{slicer.Name}}}",
                    string.Join(
                        language == Language.Zh ? "、" : ", ",
                        view.State.Chosen(slicer.Name).Select(k => Slicing.NameOf(view, slicer, k, language))
                    ),
                    StringComparison.Ordinal
                )
        );

    /// <summary>The mark under the cursor in words.</summary>
    public static string Status(PageView view, Texts texts)
    {
        if (VisualMarks.RowAt(view, view.Focus) is not { } row || view.ShownOf(view.Focus) is not { } shown)
            return "";
        if (view.ViewOf(view.Focus).Anchor is not null)
            return texts.BlockOf(VisualMarks.Block(view, view.Focus).Count);
        var words =
            shown.Visual.Kind == VisualKind.Matrix
                ? new[] { row.Label, shown.Columns[view.ViewOf(view.Focus).Column].Label, VisualMarks.CellAt(view, view.Focus)?.Text ?? "" }
                : [row.Label, .. row.Cells.Take(3).Select(c => c.Text)];
        return string.Join(' ', words.Where(w => w.Length > 0).Distinct());
    }

    /// <summary>Rows of the visual, how long it took, and how many visuals are not in view.</summary>
    public static string Place(Part<PagesState> part, PageView view)
    {
        var words = new List<string>();
        var seen = view.ViewOf(view.Focus);
        if (view.ShownOf(view.Focus) is { Rows.Count: > 0 } shown && VisualMarks.HasCursor(shown.Visual.Kind))
            words.Add(part.Texts.RowOf(seen.Row + 1, shown.RowCount));
        if (seen.Result is { Content: not (VisualContent.Words or VisualContent.Following) } result)
            words.Add(Texts.Time(result.Elapsed));
        var hidden = view.Spec.Visuals.Count - PagePlaces.Of(view, part.Size).Visuals.Count;
        if (hidden > 0)
            words.Add(part.Texts.ZoomedOnly(hidden));
        return string.Join(" · ", words);
    }

    private static string Made(VisualSpec visual, Texts texts) =>
        visual.Kind switch
        {
            VisualKind.Verdict => visual.Ask.Count > 0 ? texts.QuestionsTitle(visual.Ask.Count)
            : visual.IsAboutPlace ? texts.InOneSentence
            : texts.VerdictTitle,
            VisualKind.Sentences => texts.SourceSentence,
            VisualKind.Article => texts.ArticleTitle,
            VisualKind.Matrix => $"{visual.Rows!.Label.In(texts.Language)} × {visual.Cols?.Label.In(texts.Language)}",
            VisualKind.Bar or VisualKind.Dot or VisualKind.Line => visual.Axis is { } axis
            && visual.Values is [{ Measure: { } measure }, ..]
                ? $"{axis.Label.In(texts.Language)} · {measure.Label.In(texts.Language)}"
                : visual.Name,
            VisualKind.Card when visual.Values is [{ Measure: { } measure }] => measure.Label.In(texts.Language),
            _ => visual.Name,
        };
}
