using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Evidence;

/// <summary>The sentences of the cell under the cursor, or of its row: the panel under the grid, and the view of its own.</summary>
internal static class SentencePanel
{
    /// <summary>The observation shown for the selected row; null while it is read, or where there is none.</summary>
    public static Observation? Selected(SentenceState state, FigureRows figures) =>
        state.Ids(figures) is { Count: > 0 } ids ? state.Known.GetValueOrDefault(ids[Index(state, ids.Count)]) : null;

    /// <summary>The title of the panel.</summary>
    public static string Title(SentenceState state, FigureRows figures, Texts texts)
    {
        var ids = state.Ids(figures);
        var place = ids.Count > 1 ? $"{texts.SourceSentence} {Index(state, ids.Count) + 1}/{ids.Count} [ ]" : texts.SourceSentence;
        return Selected(state, figures) is { } observation ? $"{place} · {SentenceLines.Heading(observation, texts)}" : place;
    }

    /// <summary>Draws the selected observation: its sentence, and in what is left (at least one line) its source.</summary>
    public static void Draw(SentenceState state, FigureRows figures, CellCanvas canvas, Texts texts)
    {
        if (Selected(state, figures) is not { } observation)
        {
            StyledLines.Draw(canvas, StyledLine.Of(Absence(state, figures, texts), Theme.Dim).Wrap(canvas.Width, canvas.Ambiguous), 0);
            return;
        }
        var sentence = SentenceLines.Sentence(observation).Wrap(canvas.Width, canvas.Ambiguous);
        var source = SentenceLines.Source(observation, texts).Wrap(canvas.Width, canvas.Ambiguous);
        if (state.Top > 0)
        {
            // Scrolled, it has a scroll bar.
            StyledLines.Draw(
                canvas,
                [
                    .. SentenceLines.Sentence(observation).Wrap(canvas.Width - 1, canvas.Ambiguous),
                    .. SentenceLines.Source(observation, texts).Wrap(canvas.Width - 1, canvas.Ambiguous),
                ],
                state.Top,
                Theme.Dim
            );
            return;
        }
        var room = Math.Max(1, canvas.Height - Math.Min(source.Count, Math.Max(1, canvas.Height - sentence.Count)));
        StyledLines.Draw(canvas.Region(new(0, 0, canvas.Width, room)), [.. Cut(sentence, room)], 0);
        StyledLines.Draw(
            canvas.Region(new(0, Math.Min(room, sentence.Count), canvas.Width, canvas.Height)),
            [.. Cut(source, canvas.Height - Math.Min(room, sentence.Count))],
            0
        );
    }

    /// <summary>The lines of sentence and source, to scroll the panel.</summary>
    public static int LineCount(SentenceState state, FigureRows figures, Texts texts, int width) =>
        Selected(state, figures) is { } observation
            ? SentenceLines.Sentence(observation).Wrap(Math.Max(1, width - 1)).Count
                + SentenceLines.Source(observation, texts).Wrap(Math.Max(1, width - 1)).Count
            : 0;

    /// <summary>All observations of the cell, or its row, in full; of many those of one page.</summary>
    public static IReadOnlyList<StyledLine> Lines(SentenceState state, FigureRows figures, Texts texts, int width, AmbiguousWidth ambiguous)
    {
        var (page, all) = (state.Page(figures), state.Ids(figures).Count);
        if (page.Count == 0 || page.All(id => !state.Known.ContainsKey(id)))
            return StyledLine.Of(Absence(state, figures, texts), Theme.Dim).Wrap(width, ambiguous);
        var first = state.Index / SentenceState.PageSize * SentenceState.PageSize;
        return
        [
            .. all > page.Count
                ? [StyledLine.Of(texts.PageOfFigures(first + 1, first + page.Count, all), Theme.Dim)]
                : Array.Empty<StyledLine>(),
            .. page.SelectMany(id =>
                state.Known.GetValueOrDefault(id) is { } o
                    ? SentenceLines.Full(o, texts, width, ambiguous)
                    : StyledLine.Of(texts.UnknownObservation(id), Theme.Dim).Wrap(width, ambiguous)
            ),
        ];
    }

    private static int Index(SentenceState state, int count) => Math.Clamp(state.Index, 0, count - 1);

    /// <summary>Why there is no sentence: it is being read, the row stands on no figure, or nobody knows.</summary>
    public static string Absence(SentenceState state, FigureRows figures, Texts texts)
    {
        if (figures.Row is null || !figures.StandOnFigures)
            return texts.NoSentenceRow;
        if (state.Evidence(figures) is not { } evidence)
            return texts.Reading;
        if (evidence.ObservationIds is { Count: > 0 } ids)
        {
            var id = ids[Index(state, ids.Count)];
            return state.Known.ContainsKey(id) ? texts.UnknownObservation(id) : texts.Reading;
        }

        return evidence.Reason is { } reason ? $"{texts.NotTraced(reason)} {texts.AtMost(figures.Kept.Lineage.MostObservations)}"
            : evidence.OwnRows.Count > 0 ? texts.OwnRows(evidence.OwnRows)
            : texts.NoSentenceRow;
    }

    /// <summary>The first lines; the last of them says by … that there are more.</summary>
    private static IEnumerable<StyledLine> Cut(IReadOnlyList<StyledLine> lines, int room)
    {
        if (lines.Count <= room)
            return lines;
        var last = lines[Math.Max(0, room - 1)];
        var kept = last.Text.Length > 2 ? last.Text[..CellText.Previous(last.Text, last.Text.Length)] : last.Text;
        return lines.Take(Math.Max(0, room - 1)).Append(last with { Text = kept + "…" });
    }
}
