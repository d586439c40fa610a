using Analytics.Engine.Queries;

namespace Analytics.Tui.Shared;

/// <summary>A query to run: canned, with the values of its parameters, or SQL as written. A closed family.</summary>
/// <param name="Sql">The text that positions of errors refer to.</param>
internal abstract record QueryRequest(string Sql)
{
    /// <summary>What stands over the result.</summary>
    public abstract string Title(Language language);
}

/// <param name="File">The canned query.</param>
/// <param name="Values">Values by parameter name; null stands for NULL.</param>
internal sealed record CannedRequest(QueryFile File, IReadOnlyDictionary<string, string?> Values) : QueryRequest(File.Sql)
{
    /// <summary>What values are called, by parameter, where it is not the values themselves.</summary>
    public IReadOnlyDictionary<string, Localized> Names { get; init; } = new Dictionary<string, Localized>();

    public override string Title(Language language) => File.TitleOf(Called(language), language);

    /// <summary>A name for a file of the result: the query's, and what narrows it.</summary>
    public string FileStem(Language language) =>
        string.Join('-', Called(language).Values.Prepend(File.Name)).Replace('/', '-').Replace(' ', '-');

    private Dictionary<string, string> Called(Language language) =>
        File
            .Parameters.Select(p => (p.Name, Called: Called(p)?.In(language)))
            .Where(c => !string.IsNullOrEmpty(c.Called))
            .ToDictionary(c => c.Name, c => c.Called!);

    private Localized? Called(QueryParameter parameter) =>
        Values.GetValueOrDefault(parameter.Name) is not { } value
            ? File.AllOf(parameter)
            : Names.GetValueOrDefault(parameter.Name) ?? Localized.Same(value);
}

/// <param name="Sql">One or several statements; the last one's result is shown.</param>
/// <param name="Offset">Where the text begins in the editor, when only a selection is run.</param>
internal sealed record SqlRequest(string Sql, int Offset = 0) : QueryRequest(Sql)
{
    private const int LongestTitle = 60;

    /// <summary>Whether there may be several statements, of which earlier ones can have made tables.</summary>
    public bool IsScript => Sql.AsSpan().TrimEnd("; \r\n\t").Contains(';');

    public override string Title(Language language)
    {
        var line = string.Join(' ', Sql.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestTitle ? line : line[..LongestTitle] + "…";
    }
}
