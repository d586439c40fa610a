using Analytics.Engine.Verdicts;

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
/// <param name="From">SQL whose first column lists the allowed values; a second one, if any, says what they are called, and a third what
/// they are called in English. Null: any value of the type.</param>
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
)
{
    /// <summary>What it is called not to choose any value; null where the header does not say.</summary>
    public Localized? All { get; init; }
}

/// <summary>A value that a parameter may have.</summary>
/// <param name="Value">As it is bound.</param>
/// <param name="Label">What it is called.</param>
public sealed record ParameterChoice(string Value, Localized Label);

/// <summary>How a column of the result is shown; never what it holds.</summary>
/// <param name="Name">The column's name in the result.</param>
/// <param name="Unit">Unit of the column's values, as in <c>unit.unit</c>.</param>
/// <param name="Decimals">Digits after the point on display; null: as stored.</param>
/// <param name="Label">Its heading in both languages; null: the name.</param>
/// <param name="Line">1-based line of its declaration.</param>
public sealed record ColumnDisplay(string Name, string? Unit, int? Decimals, Localized? Label, int Line);

/// <summary>
/// The chart that a query asks for; column names of its result. Which kinds there are and which options each takes is the charts' to say.
/// </summary>
/// <param name="Values">What is said, in both languages where it is for people.</param>
/// <param name="Line">1-based line of its declaration.</param>
public sealed record ChartHint(ChartOptionValues<Localized> Values, int Line)
{
    /// <summary>A chart kind, for example <c>bar</c>.</summary>
    public string Kind => Word("kind")!;

    /// <summary>Column of the values.</summary>
    public string Y => Word("y")!;

    /// <summary>Its columns by key.</summary>
    public IEnumerable<(string Key, string Name)> Columns =>
        Values.Given.Where(o => o.Form == ChartOptionForm.Column).Select(o => (o.Key, Word(o.Key)!));

    /// <summary>The value of an option that is no text for people; null where nothing is said.</summary>
    public string? Word(string key) => Values.One(key)?.En;
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

    /// <summary>The title of a run that values narrow, <c>{county}</c> standing for what the value is called; null where none is.</summary>
    public Localized? Titled { get; init; }

    /// <summary>The question whose verdict stands before the rows; null where the query compares nothing.</summary>
    public VerdictQuestion? Verdict { get; init; }

    /// <summary>The columns whose observations the verdict is on ; empty for those of the question.</summary>
    public IReadOnlyList<string> VerdictRows { get; init; } = [];

    /// <summary>Whether a verdict stands before the rows.</summary>
    public bool Compares => Verdict is not null || VerdictRows.Count > 0;

    /// <summary>The title of a run, with the values that narrow it: in their places, or else behind it.</summary>
    /// <param name="called">What the values are called, by parameter; those that narrow nothing are left out.</param>
    /// <param name="language">Of the title.</param>
    public string TitleOf(IReadOnlyDictionary<string, string> called, Language language)
    {
        var places = called.Keys.Where(IsTitled).ToArray();
        var title = places.Length == 0 ? Title.In(language) : Titled!.In(language);
        foreach (var name in places)
            title = title.Replace($"{{{name}}}", called[name], StringComparison.Ordinal);
        string[] rest = [.. called.Where(c => !places.Contains(c.Key)).Select(c => c.Value)];
        return rest.Length == 0 ? title
            : language == Language.En ? $"{title} ({string.Join(", ", rest)})"
            : $"{title}（{string.Join("，", rest)}）";
    }

    /// <summary>What stands in the title for a parameter without a value; null where nothing does.</summary>
    public Localized? AllOf(QueryParameter parameter) => IsTitled(parameter.Name) ? parameter.All : null;

    /// <summary>Whether the title of a run names a parameter's value.</summary>
    public bool IsTitled(string parameter) => Titled?.Zh.Contains($"{{{parameter}}}", StringComparison.Ordinal) == true;

    /// <summary>A query of the user's own, from the text of a file; null where the text begins with no header.</summary>
    /// <exception cref="UserException">The header breaks a rule of the format.</exception>
    public static QueryFile? WithHeader(string path, string text) =>
        QueryHeader.Begins(text) ? QueryHeader.Parse(System.IO.Path.GetFileNameWithoutExtension(path), path, text) : null;

    /// <summary>The SQL after the header.</summary>
    public string Statement => Sql[(Sql.IndexOf(QueryHeader.Closing, StringComparison.Ordinal) + QueryHeader.Closing.Length)..];
}
