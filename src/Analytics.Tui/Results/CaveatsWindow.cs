using Analytics.Engine.Results;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Results;

/// <summary>What speaks against comparing figures of the result in view: a line a code, with its rows; it follows the result.</summary>
internal sealed record CaveatsWindow : ReadingWindow<ResultState>
{
    protected override string TitleOf(Part<ResultState> part) => part.Own.Open is { } open ? part.Texts.CaveatsTitle(open.Label) : "";

    protected override IReadOnlyList<StyledLine> Lines(Part<ResultState> part, int width, AmbiguousWidth ambiguous) =>
        [.. Lines(part.Own.Open?.Table, part.Texts).SelectMany(line => line.Wrap(width, ambiguous))];

    private static IEnumerable<StyledLine> Lines(ResultRows? rows, Texts texts)
    {
        if (rows is null || !rows.Kept.Lineage.MayStandOnFigures)
            return [StyledLine.Of(texts.NoFiguresToCompare, Theme.Dim)];
        if (rows.IsGrowing || rows.Judged?.Caveats is not { } caveats)
            return [StyledLine.Of(texts.Reading, Theme.Dim)];
        var notes = Notes(rows, texts).Select(note => StyledLine.Of(note, Theme.Dim));
        return caveats.Count == 0
            ? [StyledLine.Of(texts.NothingAgainstComparing, Theme.Dim), .. notes]
            : [.. caveats.SelectMany(c => Lines(c, rows, texts)), .. notes];
    }

    private static IEnumerable<StyledLine> Lines(ResultCaveat caveat, ResultRows rows, Texts texts)
    {
        yield return StyledLine.Of([(CodeWords.OfCaveat(caveat.Code, texts.Language), Theme.Warning), ($"  {caveat.Message}", default)]);
        var columns = string.Join(", ", caveat.Columns.Select(c => rows.Columns[c].Name));
        yield return StyledLine.Of($"  {columns} · {texts.RowsOf(caveat.Rows, rows.Judged!.Rows)}", Theme.Dim);
    }

    private static IEnumerable<string> Notes(ResultRows rows, Texts texts)
    {
        if (rows.RowCount > ResultCaveats.MostRows)
            yield return texts.OnlyFirstRowsJudged(ResultCaveats.MostRows);
        if (!rows.Kept.Lineage.IsKept)
            yield return texts.JudgedByNamedFigures;
    }
}
