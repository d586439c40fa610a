using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;

namespace Analytics.Tui.Pages;

/// <summary>A column of a visual as it is shown.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
/// <param name="Parts">What a cell in it is filtered by, besides its row.</param>
internal sealed record ShownColumn(string Label, bool IsNumber, ImmutableArray<Filter> Parts);

/// <summary>A cell of a visual as it is shown.</summary>
/// <param name="Text">Its text; of a verdict the middle sentence.</param>
/// <param name="Value">Its number; null for none.</param>
/// <param name="IsState">Whether it says why there is no figure.</param>
/// <param name="Evidence">Observations behind it.</param>
internal sealed record ShownCell(string Text, double? Value, bool IsState, IReadOnlyList<string> Evidence)
{
    /// <summary>The shorter sentence of a verdict.</summary>
    public string Brief { get; init; } = Text;

    public static ShownCell Of(string text) => new(text, null, false, []);
}

/// <summary>A row, mark, question, sentence or paragraph of a visual as it is shown.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Cells">One for each column; of a chart its value; of a sentence what stands below it.</param>
/// <param name="Parts">What the page is filtered by where it is chosen.</param>
/// <param name="Evidence">Observations behind it.</param>
internal sealed record ShownRow(string Label, IReadOnlyList<ShownCell> Cells, ImmutableArray<Filter> Parts, IReadOnlyList<string> Evidence)
{
    /// <summary>Members by the names of columns, for what Enter hands on.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    public PageStyle? Style { get; init; }

    /// <summary>Its number with the bounds that the text gives; null where it has none.</summary>
    public (double Value, double Low, double High)? Point { get; init; }
}

/// <summary>Lines over categories.</summary>
/// <param name="Categories">From left to right.</param>
/// <param name="Series">Names, empty for a single line, and a value for each category.</param>
/// <param name="Unit">Of all values; may be empty.</param>
internal sealed record ShownLines(
    IReadOnlyList<string> Categories,
    IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> Series,
    string Unit
);

/// <summary>What a visual shows, in words of one language.</summary>
internal sealed record ShownVisual(VisualSpec Visual)
{
    // A function of result and language; keeping it spares a thousand rows from being put into words at each frame.
    private static readonly ConditionalWeakTable<VisualResult, ShownVisual> Zh = [],
        En = [];

    public IReadOnlyList<ShownColumn> Columns { get; init; } = [];

    public IReadOnlyList<ShownRow> Rows { get; init; } = [];

    /// <summary>Of a line chart, its lines as numbers.</summary>
    public ShownLines? Lines { get; init; }

    /// <summary>Whether the last column is that of totals.</summary>
    public bool HasTotal { get; init; }

    /// <summary>Rows that there are, shown or not.</summary>
    public long RowCount { get; init; }

    /// <summary>Lines below the rows.</summary>
    public IReadOnlyList<string> Tail { get; init; } = [];

    /// <summary>Why there are no rows.</summary>
    public string? Empty { get; init; }

    /// <summary>What went wrong instead.</summary>
    public string? Failure { get; init; }

    /// <summary>What stands at the right of its title.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The result in words.</summary>
    public static ShownVisual Of(VisualResult result, ModelMembers members, Language language) =>
        (language == Language.En ? En : Zh).GetValue(result, r => new ShownVisualMaker(r, members, language).Make());
}

/// <summary>Puts a result into words.</summary>
internal sealed class ShownVisualMaker(VisualResult result, ModelMembers members, Language language)
{
    private const double InTenThousands = 100_000;

    private readonly VisualSpec _visual = result.Visual;

    public ShownVisual Make()
    {
        var made = result.Content switch
        {
            VisualContent.Groups groups => _visual.Kind == VisualKind.Matrix ? Matrix(groups) : Marks(groups),
            VisualContent.Table table => Table(table),
            VisualContent.Card card => new ShownVisual(_visual) { Rows = [.. card.Lines.Select(CardLine)] },
            VisualContent.Sentences sentences => new ShownVisual(_visual)
            {
                Rows = [.. sentences.Rows.Select(Sentence)],
                RowCount = sentences.RowCount,
            },
            VisualContent.Verdict verdict => Verdict(verdict),
            VisualContent.Words words => new ShownVisual(_visual)
            {
                Rows = [.. words.Text.In(language).Split('\n').Select(l => new ShownRow(l, [], [], []))],
            },
            VisualContent.Failed failed => new ShownVisual(_visual) { Failure = failed.Message.In(language) },
            _ => new ShownVisual(_visual),
        };
        var note = result.Note?.In(language);
        var isEmpty = made.Rows.Count == 0 && made.Failure is null && _visual.Kind is not VisualKind.Article;
        return made with
        {
            RowCount = Math.Max(made.RowCount, made.Rows.Count),
            Empty = isEmpty ? _visual.Empty?.In(language) ?? note ?? "–" : null,
            Tail = [.. made.Tail, .. result.Tail.Select(t => t.In(language)), .. note is null || isEmpty ? [] : new[] { note }],
        };
    }

    private ShownVisual Matrix(VisualContent.Groups groups)
    {
        var columns = groups
            .AcrossKeys.Select(k => new ShownColumn(
                k is null ? MeasureLabel() : members.NameOf(groups.Across!, k, language),
                IsNumber: true,
                k is null ? [] : Part(groups.Across!, k)
            ))
            .ToList();
        var hasTotal = _visual.TotalsRows && groups.Across is not null;
        if (hasTotal)
            columns.Add(new ShownColumn(language == Language.Zh ? "合计" : "total", IsNumber: true, []));
        return new ShownVisual(_visual)
        {
            Columns = columns,
            HasTotal = hasTotal,
            Rows = [.. groups.Rows.Select(r => Row(groups, r, hasTotal ? [.. r.Cells, r.Total] : r.Cells)), .. Totals(groups, hasTotal)],
            Remark = Unit(),
            Tail = Legend(groups),
        };
    }

    /// <summary>What the marks of cells without figures mean.</summary>
    private IReadOnlyList<string> Legend(VisualContent.Groups groups)
    {
        var states = groups.Rows.SelectMany(r => r.Cells).Select(c => c.State).OfType<CellState>().Distinct();
        var words = states.Select(s => $"{s.Mark.In(language)} {s.Meaning.In(language)}").ToList();
        return words.Count == 0 ? [] : [string.Join("   ", words)];
    }

    private IEnumerable<ShownRow> Totals(VisualContent.Groups groups, bool hasTotal) =>
        groups.ColumnTotals.Count == 0
            ? []
            :
            [
                new ShownRow(
                    language == Language.Zh ? "合计" : "total",
                    [.. groups.ColumnTotals.Concat(hasTotal ? [groups.Total] : []).Select(Cell)],
                    [],
                    []
                )
                {
                    Style = PageStyle.Strong,
                },
            ];

    private ShownLines Lines(VisualContent.Groups groups) =>
        new(
            [.. groups.Rows.Select(r => Name(groups, r))],
            [
                .. groups.AcrossKeys.Select(
                    (key, i) =>
                        (
                            key is null ? "" : members.NameOf(groups.Across!, key, language),
                            (IReadOnlyList<double?>)[.. groups.Rows.Select(r => r.Cells[i].Value)]
                        )
                ),
            ],
            Measure?.Unit is null ? "" : NumberText.Of(1, Measure).In(language).TrimStart('1', '.', '0').Trim()
        );

    private ShownVisual Marks(VisualContent.Groups groups) =>
        new(_visual)
        {
            Lines = _visual.Kind == VisualKind.Line ? Lines(groups) : null,
            Rows =
            [
                .. groups.Rows.SelectMany(r =>
                    r.Cells.Select(
                        (c, i) =>
                            groups.AcrossKeys[i] is { } key
                                ? Row(groups, r, [c]) with
                                {
                                    Label = $"{Name(groups, r)} {members.NameOf(groups.Across!, key, language)}",
                                    Parts = [.. Part(groups.Axis, r.Key), .. Part(groups.Across!, key)],
                                }
                                : Row(groups, r, [c])
                    )
                ),
            ],
        };

    private ShownRow Row(VisualContent.Groups groups, GroupRow row, IReadOnlyList<GroupCell> cells) =>
        new(Name(groups, row), [.. cells.Select(Cell)], row.IsOthers ? [] : Part(groups.Axis, row.Key), row.Total.Evidence)
        {
            Keys = new Dictionary<string, string> { [groups.Axis.Name] = row.Key },
        };

    private string Name(VisualContent.Groups groups, GroupRow row) =>
        row.IsOthers ? (language == Language.Zh ? "其他" : "others") : members.NameOf(groups.Axis, row.Key, language);

    private ShownCell Cell(GroupCell cell) =>
        cell.State is { } state ? new ShownCell(state.Mark.In(language) + (cell.StateCount > 0 ? $"{cell.StateCount}" : ""), null, true, [])
        : cell.Value is { } value ? new ShownCell(Figure(value), value, false, cell.Evidence)
        : new ShownCell("–", null, true, []);

    private ShownVisual Table(VisualContent.Table table) =>
        new(_visual)
        {
            Columns = [.. table.Columns.Select(c => new ShownColumn(c.Label.In(language), c.IsNumber, []))],
            RowCount = table.RowCount,
            Rows =
            [
                .. table.Rows.Select(r => new ShownRow(
                    r.Cells.FirstOrDefault(c => c is not null)?.In(language) ?? "",
                    [.. r.Cells.Select(c => ShownCell.Of(c?.In(language) ?? ""))],
                    [.. _visual.Emit.Where(f => r.Keys.ContainsKey(f.Name)).SelectMany(f => Part(f, r.Keys[f.Name]))],
                    r.Evidence
                )
                {
                    Keys = r.Keys,
                    Style = r.IsBase ? PageStyle.Strong : null,
                    Point = r.Number is { Value: { } value } number ? (value, number.Low ?? value, number.High ?? value) : null,
                }),
            ],
        };

    private ShownRow CardLine(CardLine line) =>
        new(line.Label.In(language), [ShownCell.Of(line.Text.In(language))], [], []) { Style = line.IsHead ? PageStyle.Strong : null };

    private ShownRow Sentence(FigureSentence s)
    {
        var quote = $"“{s.Quote.Replace("\n", "", StringComparison.Ordinal)}”";
        var line = language == Language.Zh ? $"第{s.Line}行" : $"line {s.Line}";
        var article = language == Language.Zh ? $"《{s.Article}》{line}" : $"《{s.Article}》 {line}";
        List<ShownCell> below =
        [
            ShownCell.Of($"{s.Printed.In(language)} · {s.Indicator.In(language)}"),
            ShownCell.Of(
                s.NotBefore is { } date ? article + (language == Language.Zh ? $" · 见报不早于{date}" : $" · not before {date}") : article
            ),
        ];
        if (_visual.ShowsNotes && s.Note is { } note)
            below.Add(ShownCell.Of((language == Language.Zh ? "注：" : "Note: ") + note.In(language)));
        return new ShownRow(quote, below, [], [s.Id]);
    }

    private ShownVisual Verdict(VisualContent.Verdict verdict)
    {
        var counts =
            verdict.Standings is not { } standings || !_visual.CountsStandings ? ""
            : language == Language.Zh ? $"可比 {standings.Comparable} · 可并列 {standings.Side} · 不可比 {standings.Not}"
            : $"{standings.Comparable} comparable · {standings.Side} side by side · {standings.Not} not";
        return new ShownVisual(_visual)
        {
            Remark = counts,
            Rows =
            [
                .. verdict.Answers.Select(a => new ShownRow(
                    a.Question?.Text.In(language) ?? "",
                    [ShownCell.Of(a.Medium.In(language)) with { Brief = a.Brief.In(language) }],
                    [],
                    a.Evidence
                )),
            ],
        };
    }

    private ImmutableArray<Filter> Part(Field field, string key) => _visual.Emit.Contains(field) ? [Filter.In(field, key)] : [];

    private Measure? Measure => _visual.Values is [{ Measure: { } measure }, ..] ? measure : null;

    private string MeasureLabel() => Measure?.Label.In(language) ?? "";

    /// <summary>The unit of all cells, with 万 where they are large.</summary>
    private string Unit()
    {
        if (Measure is not { Unit: not null } measure)
            return "";
        var unit = NumberText.Of(1, measure).In(language).TrimStart('1', '.', '0').Trim();
        return IsLarge ? $"{(language == Language.Zh ? "万" : "10,000 ")}{unit}" : unit;
    }

    private bool IsLarge =>
        Measure is { Unit: not null }
        && result.Content is VisualContent.Groups groups
        && groups.Rows.SelectMany(r => r.Cells).Any(c => Math.Abs(c.Value ?? 0) >= InTenThousands);

    /// <summary>With its unit, but in a matrix, where that stands in the frame.</summary>
    private string Figure(double value) =>
        Measure is not { } measure ? NumberText.Plain(value)
        : _visual.Kind != VisualKind.Matrix ? NumberText.Of(value, measure).In(language)
        : IsLarge ? NumberText.Plain(value / 10_000, 1)
        : NumberText.Plain(value, measure.Decimals);
}
