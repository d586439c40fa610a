namespace Analytics.Engine.Queries;

/// <summary>Types of parameters; their names in lower case are those of the header.</summary>
#pragma warning disable CA1720 // the header's word for it
public enum ParameterType
{
    Text,
    Integer,
    Number,
    Boolean,
    Date,
}
#pragma warning restore CA1720

/// <summary>A parameter that a canned query declares.</summary>
/// <param name="Name">Bound as <c>$name</c>.</param>
/// <param name="Type">Which values it takes, and what they are bound as.</param>
/// <param name="From">SQL whose first column lists the allowed values (a second one, if any, says what they are); null: any value of the
/// type.</param>
/// <param name="Required">True if the header gives no default.</param>
/// <param name="Default">The default as text; null binds NULL.</param>
/// <param name="Label">What a form calls it, in both languages.</param>
/// <param name="Line">1-based line of its declaration.</param>
public sealed record QueryParameter(
    string Name,
    ParameterType Type,
    string? From,
    bool Required,
    string? Default,
    Localized Label,
    int Line
);

/// <summary>How a column of the result is shown; never what it holds.</summary>
/// <param name="Name">The column's name in the result.</param>
/// <param name="Unit">Unit of the column's values, as in <c>unit.unit</c>.</param>
/// <param name="Decimals">Digits after the point on display; null: as stored.</param>
/// <param name="Label">Its heading in both languages; null: the name.</param>
/// <param name="Line">1-based line of its declaration.</param>
public sealed record ColumnDisplay(string Name, string? Unit, int? Decimals, Localized? Label, int Line);

/// <summary>A named value that a chart holds its marks against, in the unit of its values.</summary>
public sealed record ChartReferenceHint(double Value, Localized Label);

/// <summary>A remark beside a mark of a chart, which is named as it is in each language.</summary>
public sealed record ChartAnnotationHint(Localized At, Localized Text);

/// <summary>
/// The chart that a query asks for; column names of its result. Which kinds there are and which columns each takes is the charts' to say.
/// </summary>
/// <param name="Kind">A chart kind, for example <c>bar</c>.</param>
/// <param name="X">Column of the categories, or of the horizontal axis; null where the kind has none.</param>
/// <param name="Y">Column of the values.</param>
/// <param name="Title">The headline in both languages; null: the query's title.</param>
/// <param name="Line">1-based line of its declaration.</param>
public sealed record ChartHint(string Kind, string? X, string Y, Localized? Title, int Line)
{
    /// <summary>The keys of <c>chart:</c> that name columns.</summary>
    public static readonly IReadOnlyList<string> ColumnKeys = ["x", "y", "series", "panels", "label", "detail", "low", "high"];

    /// <summary>The keys of <c>chart:</c> that hold anything else.</summary>
    public static readonly IReadOnlyList<string> OtherKeys =
    [
        "kind",
        "title",
        "subtitle",
        "notes",
        "order",
        "references",
        "annotations",
        "allow",
        "style",
        "size",
        "scale",
    ];

    /// <summary>Columns by their key, <c>x</c> and <c>y</c> among them.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>Population and period in words, instead of what the observations have in common.</summary>
    public Localized? Subtitle { get; init; }

    /// <summary>A remark for the footer.</summary>
    public Localized? Notes { get; init; }

    /// <summary><c>ranked</c> or <c>given</c>; null lets the chart decide.</summary>
    public string? Order { get; init; }

    /// <summary>Named values; a diverging bar starts from the first.</summary>
    public IReadOnlyList<ChartReferenceHint> References { get; init; } = [];

    /// <summary>Remarks beside marks.</summary>
    public IReadOnlyList<ChartAnnotationHint> Annotations { get; init; } = [];

    /// <summary>What the chart may show although it misleads, by the code that its refusal names.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary><c>light</c> or <c>dark</c>; null for light.</summary>
    public string? Style { get; init; }

    /// <summary>Size of the picture, as <c>1600x900</c> or by a name such as <c>square</c>; null for the usual one.</summary>
    public string? Size { get; init; }

    /// <summary>Pixels per unit of size; null for 1.</summary>
    public int? Scale { get; init; }
}

/// <summary>A canned query: plain SQL with a YAML header.</summary>
/// <param name="Name">Path below <c>queries/</c> without the ending, with <c>/</c>; the first part is its theme.</param>
/// <param name="Path">The file.</param>
/// <param name="Title">A short name for lists, in both languages.</param>
/// <param name="Summary">One or two sentences on what it answers, in both languages.</param>
/// <param name="Parameters">In the order of the header; empty if it takes none.</param>
/// <param name="Chart">The picture that suits its result; null if the header names none.</param>
/// <param name="Columns">Display of those columns that the header mentions; the others are shown as stored.</param>
/// <param name="Sql">The whole file: the header is a comment to the engine.</param>
public sealed record QueryFile(
    string Name,
    string Path,
    Localized Title,
    Localized Summary,
    IReadOnlyList<QueryParameter> Parameters,
    ChartHint? Chart,
    IReadOnlyList<ColumnDisplay> Columns,
    string Sql
)
{
    public string Theme => Name.Split('/')[0];

    /// <summary>A query of the user's own, from the text of a file; null where the text begins with no header.</summary>
    /// <exception cref="UserException">The header breaks a rule of the format.</exception>
    public static QueryFile? WithHeader(string path, string text) =>
        QueryHeader.Begins(text) ? QueryHeader.Parse(System.IO.Path.GetFileNameWithoutExtension(path), path, text) : null;

    /// <summary>The SQL after the header.</summary>
    public string Statement => Sql[(Sql.IndexOf(QueryHeader.Closing, StringComparison.Ordinal) + QueryHeader.Closing.Length)..];
}
