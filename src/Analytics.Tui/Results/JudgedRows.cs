using System.Collections.Frozen;
using Analytics.Engine.Verdicts;
using Analytics.Figures;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Results;

/// <summary>What speaks against comparing the figures of a result as they stand, one a code.</summary>
/// <param name="Language">Of the words.</param>
/// <param name="Caveats">Null until they were read.</param>
internal sealed record JudgedRows(Language Language, IReadOnlyList<ResultCaveat>? Caveats)
{
    /// <summary>What a figure carries alone, however many others carry it.</summary>
    private static readonly FrozenSet<string> AlwaysMarked = ["suspect", "ambiguous"];

    private FrozenSet<(long Row, int Column)> Marked => field ??= (Caveats ?? []).SelectMany(CellsOf).ToFrozenSet();

    /// <summary>How the figures stand to each other, where the query compares; null otherwise and until it was read.</summary>
    public VerdictText? Verdict { get; init; }

    /// <summary>How many rows were judged.</summary>
    public long Rows { get; init; }

    /// <summary>
    /// The looks of a cell: a quiet line under figures that a caveat is about. A caveat about all rows is one about the result, and marks
    /// none.
    /// </summary>
    public Style StyleOf(long row, int column) => Marked.Contains((row, column)) ? Theme.Quote : default;

    /// <summary>Those that are about a cell, the most serious first.</summary>
    public IEnumerable<ResultCaveat> Of(long row, int column) =>
        (Caveats ?? []).Where(c => c.Columns.Contains(column) && c.Rows.Contains(row + 1));

    /// <summary>Asks for the caveats of a result in view, in the language of the interface.</summary>
    public static Part<ResultState> Settle(Part<ResultState> part)
    {
        if (part.Own.Open is not { Table: { IsGrowing: false, Fault: null } rows } || rows.Judged?.Language == part.Language)
            return part;
        var canned = part.Own.Open.Query as CannedRequest is { File.Compares: true } comparing ? comparing : null;
        if (canned is null && !rows.Kept.Lineage.MayStandOnFigures)
            return part;
        var asked = part.Own.With(
            rows.Kept.Name,
            r => r with { Judged = new JudgedRows(part.Language, r.Judged?.Caveats) { Verdict = r.Judged?.Verdict } }
        );
        return (part with { Own = asked }).Doing(new ReadCaveats(rows.Kept, part.Language, canned));
    }

    /// <summary>Takes in what was found. What speaks against adding up or averaging is said at once, and stays with the result.</summary>
    public static Part<ResultState> Apply(Part<ResultState> part, CaveatsRead read)
    {
        var judged = new JudgedRows(read.Language, read.Caveats)
        {
            Rows = Math.Min(read.Result.Rows, ResultCaveats.MostRows),
            Verdict = read.Verdict,
        };
        var combined = string.Join('\n', read.Caveats.Where(c => c.Code is "additive" or "overlap" or "unit").Select(c => c.Message));
        var known = part with { Own = part.Own.With(read.Result.Name, rows => rows with { Judged = judged }) };
        if (combined.Length == 0 || part.Own.Entry(read.Result.Name)?.View is not { Query: OperationRequest { Operation: GroupRows } } view)
            return known;
        var cautioned = known with { Own = known.Own.With(read.Result.Name, rows => rows with { Caution = combined }) };
        return view.Table.Caution is null ? cautioned.Announce(part.Texts.Caution + combined, isError: true) : cautioned;
    }

    private IEnumerable<(long Row, int Column)> CellsOf(ResultCaveat caveat) =>
        caveat.Rows.Count == Rows && Rows > 1 && !AlwaysMarked.Contains(caveat.Code)
            ? []
            : caveat.Rows.SelectMany(row => caveat.Columns.Select(column => (row - 1, column)));
}
