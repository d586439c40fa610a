using Analytics.DuckDb;
using Analytics.Engine.Documents;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>What a part of a document is made of: rows, and what is known of them.</summary>
/// <param name="Query">The statement.</param>
/// <param name="Result">Its rows; has to live until the document is written.</param>
/// <param name="Language">Of the words around them.</param>
public sealed record ResultPart(EvidenceQuery Query, EvidenceResult Result, Language Language)
{
    /// <summary>The canned query that it is of; null for none.</summary>
    public QueryFile? Canned { get; init; }

    /// <summary>Whether its columns are named by the product, so that they can stand under words, and ids be left out.</summary>
    public bool IsOurs { get; init; }

    /// <summary>How the figures compare; null where the query compares nothing.</summary>
    public Localized? Verdict { get; init; }

    /// <summary>Why rows are missing, or none stands on a figure; null where that is not so.</summary>
    public MissingFigures? Missing { get; init; }

    /// <summary>What speaks against comparing or adding.</summary>
    public IReadOnlyList<ResultCaveat> Caveats { get; init; } = [];

    /// <summary>What stands for NULL.</summary>
    public string Null { get; init; } = "–";

    private ResultTable Table => Result.Table;

    /// <summary>Whether rows are known to stand on observations.</summary>
    public bool StandsOnFigures => Result is { IsTraced: true, Reason: null } && Query.MostObservations > 0 && !Result.StandsOnNothing;

    /// <summary>The observations behind all rows.</summary>
    public IReadOnlyList<string> ObservationIds() =>
        !StandsOnFigures
            ? []
            :
            [
                .. Enumerable
                    .Range(0, (int)Table.RowCount)
                    .SelectMany(row => Result.Row(row).ObservationIds)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>The part, whose sentences take their numbers.</summary>
    /// <param name="name">Of its sheet and anchor.</param>
    /// <param name="title">Its heading; empty for none.</param>
    /// <param name="sentences">Those of the document.</param>
    public DocumentPart Of(string name, string title, SentenceNumbers sentences)
    {
        IReadOnlyList<int>[]? numbers = StandsOnFigures
            ? [.. Enumerable.Range(0, (int)Table.RowCount).Select(row => sentences.Of(Result.Row(row).ObservationIds))]
            : null;
        return new DocumentPart(name, title)
        {
            Paragraphs = Verdict is { } verdict ? [new(verdict.In(Language), ParagraphKind.Verdict)] : [],
            Table = new DocumentTable(Headed(), Table.Pieces)
            {
                Caption = title,
                Shown = Shown(numbers is not null),
                Sources = numbers is null ? null : row => numbers[row],
                Beside = numbers is null ? new Dictionary<int, Func<long, string>>() : Beside(sentences),
                Words = IsOurs ? Read : null,
                Null = Null,
            },
            Notes = _ => Notes(),
        };
    }

    /// <summary>Codes in words, numbers with as many decimals as the query's header says.</summary>
    private string Read(int column, string text)
    {
        var name = Table.Columns[column].Name;
        if (!Table.Columns[column].Type.IsNumeric)
            return CodeWords.Of(name, text, Language);
        return NumberDisplay.Rounded(text, Canned?.Columns.FirstOrDefault(c => c.Name == name)?.Decimals);
    }

    private string[] Notes() =>
        [
            .. Missing is { } missing && (Table.RowCount == 0 || missing.IsOfPlaces) ? [missing.Text.In(Language)] : Array.Empty<string>(),
            .. Caveats.Select(c => c.Message),
            .. (Result.Reason ?? Query.Refusal) is { } reason && Query.MostObservations > 0
                ? [new Localized($"查不出依据：{reason.Reason.Zh}", $"not traced: {reason.Reason.En}").In(Language)]
                : Array.Empty<string>(),
            .. Table.IsTruncated
                ?
                [
                    new Localized($"只有前 {Table.RowCount} 行，后面还有", $"only the first {Table.RowCount} rows; there are more").In(
                        Language
                    ),
                ]
                : Array.Empty<string>(),
        ];

    /// <summary>Columns of a canned query under words, those of somebody's SQL under the names that he gave them.</summary>
    private IReadOnlyList<ResultColumn> Headed()
    {
        if (!IsOurs)
            return Table.Columns;
        string Heading(ResultColumn column) => ColumnHeadings.Of(column.Name, Canned, Language);
        var count = Table.Columns.CountBy(Heading).ToDictionary();
        return [.. Table.Columns.Select(c => c with { Name = count[Heading(c)] == 1 ? Heading(c) : $"{Heading(c)} {c.Name}" })];
    }

    /// <summary>
    /// The columns for readers: without ids, without the other language's words of what there is in this one, and without sentences where
    /// numbers lead to them, and without those that hold nothing. All, if none were left.
    /// </summary>
    private int[]? Shown(bool hasSentences)
    {
        if (!IsOurs)
            return null;
        var names = Table.Columns.Select(c => c.Name).ToHashSet();
        int[] shown = [.. Table.Columns.Index().Where(c => !IsLeftOut(c.Index, c.Item.Name)).Select(c => c.Index)];
        return shown.Length == 0 ? null : shown;

        bool IsLeftOut(int index, string name) =>
            IsTechnical(index, name)
            || IsOfOtherLanguage(name, names)
            || hasSentences && name is "sentence" or "quote"
            || Table.RowCount > 0 && IsEmpty(index);
    }

    private bool IsEmpty(int column) => Enumerable.Range(0, (int)Table.RowCount).All(row => Table.IsNull(row, column));

    private bool IsTechnical(int index, string name) =>
        Query.Columns.Count > index && Query.Columns[index] is { Way: ColumnWay.Copy, Sources: [{ IsTechnical: true }] }
        || name.EndsWith("_obs_id", StringComparison.Ordinal)
        || name is "obs_id" or "obs_ids";

    private bool IsOfOtherLanguage(string name, HashSet<string> names)
    {
        const string Chinese = "_zh",
            English = "_en";
        if (Language == Language.Zh)
            return name.EndsWith(English, StringComparison.Ordinal) && (names.Contains(name[..^3]) || names.Contains(name[..^3] + Chinese));
        var stem = name.EndsWith(Chinese, StringComparison.Ordinal) ? name[..^3] : name;
        return !name.EndsWith(English, StringComparison.Ordinal) && names.Contains(stem + English);
    }

    /// <summary>Beside values of single observations, unless their text is a column already, the figure as it reads.</summary>
    private Dictionary<int, Func<long, string>> Beside(SentenceNumbers sentences)
    {
        var origins = Query.Columns;
        if (origins.Any(o => o.Sources is [{ IsPrintedValue: true }]))
            return [];
        return Table
            .Columns.Index()
            .Where(c => c.Item.Type.IsNumeric && origins.Count > c.Index && origins[c.Index].IsObservationValue)
            .ToDictionary(c => c.Index, c => (Func<long, string>)(row => Reads(row, c.Index)));

        string Reads(long row, int column) =>
            !Table.IsNull(row, column) && sentences.Read(Result.Cell(row, column).ObservationIds) is [var only]
                ? Language == Language.Zh
                    ? only.Display
                    : only.Shown(Language)
                : "";
    }
}
