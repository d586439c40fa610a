using Analytics.Charts;
using Analytics.Engine.Lineage;

namespace Analytics.Figures;

/// <summary>How the number that a row shows stands to the observations that the row names.</summary>
internal enum RowBasis
{
    /// <summary>The number is not the articles', nobody knows whose it is, or there is none.</summary>
    None,

    /// <summary>The observation's own value, as printed.</summary>
    Stated,

    /// <summary>The sum of the observations, which no text states.</summary>
    Sum,

    /// <summary>Worked out from the observations, perhaps with numbers of the user's.</summary>
    Derived,

    /// <summary>How many observations there are, or something else about them; what they say is not shown.</summary>
    Tally,
}

/// <summary>One row of a chart: what is drawn and what it stands on.</summary>
/// <param name="Mark">What is drawn.</param>
/// <param name="Basis">How the number shown stands to the observations.</param>
/// <param name="Figures">Observations that the number shown speaks for; of a quotient those above the line. Empty for a tally.</param>
/// <param name="Behind">All observations that the number stands on; empty where it is not the articles'.</param>
internal sealed record ChartRow(ChartMark Mark, RowBasis Basis, IReadOnlyList<Observation> Figures, IReadOnlyList<Observation> Behind)
{
    /// <summary>Whose the number is.</summary>
    public ColumnOwner Owner { get; init; } = ColumnOwner.Articles;

    /// <summary>The user's files that the number is from.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What is said of whose the number is.</summary>
    public FigureOrigins Origin =>
        Mark.Presence != MarkPresence.Figure ? FigureOrigins.None
        : Basis == RowBasis.Stated ? FigureOrigins.Stated
        : Basis != RowBasis.None ? FigureOrigins.Computed | (Owner == ColumnOwner.Both ? FigureOrigins.Own : FigureOrigins.None)
        : Owner switch
        {
            ColumnOwner.User or ColumnOwner.Nobody => FigureOrigins.Own,
            ColumnOwner.Catalogue => FigureOrigins.Catalogue,
            _ => FigureOrigins.Unknown,
        };

    /// <summary>The observation whose own value is shown.</summary>
    public Observation? Stated => Basis == RowBasis.Stated ? Figures[0] : null;

    /// <summary>What parts it from rows of the same category, in brackets behind its name; empty where the category is enough.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Everything written beside the mark.</summary>
    public string Text => string.Join(' ', new[] { Mark.Panel, Mark.Category, Mark.Series, Mark.Detail ?? "" }.Where(t => t.Length > 0));

    /// <summary>Finds out what a number stands on.</summary>
    /// <param name="mark">The mark, not yet drawn up with the words of an observation.</param>
    /// <param name="shown">The number of the row; null where it has none.</param>
    /// <param name="standing">Whose the number is, and the observations it stands on.</param>
    public static ChartRow Of(ChartMark mark, double? shown, NumberStanding standing)
    {
        var named = standing.Observations;
        var isArticles = standing.Owner is ColumnOwner.Articles or ColumnOwner.Both;
        if (isArticles && !standing.IsMeasure && named.Count > 0 && shown is not null)
            return Row(RowBasis.Tally, [], named);
        if (StatedBy(shown, standing) is { } one)
            return Row(RowBasis.Stated, [one], [one]);
        if (!isArticles || named.Count == 0 || shown is not { } number)
            return Row(RowBasis.None, [], []);
        var (basis, figures) = Computed(number, named);
        return Row(basis, figures, named);

        ChartRow Row(RowBasis basis, IReadOnlyList<Observation> figures, IReadOnlyList<Observation> behind) =>
            new(mark, basis, figures, behind) { Owner = standing.Owner, Files = standing.Files };
    }

    /// <summary>
    /// The observation whose value is shown as it stands: the only one; of several, from which a row was joined, the first of that value.
    /// </summary>
    private static Observation? StatedBy(double? shown, NumberStanding standing) =>
        standing.Owner is ColumnOwner.Articles or ColumnOwner.Unknown
        && (standing.Observations.Count == 1 || standing.IsCopy && shown is not null)
            ? standing.Observations.FirstOrDefault(o => o.Value == shown && (o.Value ?? o.Low ?? o.High) is not null)
            : null;

    private static (RowBasis, IReadOnlyList<Observation>) Computed(double number, IReadOnlyList<Observation> named)
    {
        if (
            named.Count > 1
            && named.All(o => o.Value is not null)
            && Math.Abs(named.Sum(o => o.Value!.Value) - number) <= 1e-9 * Math.Abs(number)
        )
        {
            return (RowBasis.Sum, named);
        }

        return number == named.Count
            ? (RowBasis.Tally, [])
            : (RowBasis.Derived, [.. named.Where(o => o.IndicatorId == named[0].IndicatorId && o.Unit == named[0].Unit)]);
    }
}

/// <summary>A row and where it stands. A class, and its labels one text: lists of tuples have their code compiled at each start.</summary>
internal sealed record PlacedRow(int Index, ChartRow Row)
{
    public static IEnumerable<PlacedRow> All(IReadOnlyList<ChartRow> rows) => rows.Select((row, index) => new PlacedRow(index, row));

    /// <summary>All that names the mark but its detail.</summary>
    public string Name => $"{Row.Mark.Panel}\n{Row.Mark.Category}\n{Row.Mark.Series}";

    /// <summary>All that names the mark.</summary>
    public string Label => $"{Name}\n{Row.Mark.Detail}";
}

/// <summary>What the sentences about a chart call its rows.</summary>
internal static class RowNames
{
    /// <summary>Names by row: the category, with series and panel where there are several, and with its tag.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ChartRow> rows, Language language)
    {
        var series = rows.Select(r => r.Mark.Series).Distinct().Count() > 1;
        var panels = rows.Select(r => r.Mark.Panel).Distinct().Count() > 1;
        return
        [
            .. rows.Select(r =>
                Tagged(
                    string.Join(
                        ' ',
                        new[] { panels ? r.Mark.Panel : "", r.Mark.Category, series ? r.Mark.Series : "" }.Where(p => p.Length > 0)
                    ),
                    r.Tag,
                    language == Language.Zh
                )
            ),
        ];
    }

    private static string Tagged(string name, string tag, bool zh) =>
        (tag.Length, zh, name.Length > 0 ? name[^1] : ' ') switch
        {
            (0, _, _) => name,
            (_, true, '）') => $"{name[..^1]}，{tag}）",
            (_, true, _) => $"{name}（{tag}）",
            (_, false, ')') => $"{name[..^1]}, {tag})",
            _ => $"{name} ({tag})",
        };
}
