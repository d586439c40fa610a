namespace Analytics.Figures;

/// <summary>What batch is to be asked for to give the same rows or picture. How it is written as a command is batch's to know.</summary>
/// <param name="Query">Name of a canned query; null where the rows come from SQL.</param>
/// <param name="Sql">The SQL, where no canned query is named.</param>
/// <param name="Parameters">Values by parameter name, as text.</param>
/// <param name="Files">Opened data files, as <c>NAME=FILE</c> or paths.</param>
public sealed record BatchRequest(
    string? Query,
    string? Sql,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    IReadOnlyList<string> Files
)
{
    /// <summary>How the data files are read, as far as that was stated.</summary>
    public IReadOnlyList<Setting> Reading { get; init; } = [];

    /// <summary>The chart that is drawn of the rows; null for the rows themselves.</summary>
    public BatchChart? Chart { get; init; }
}

/// <summary>The chart of a <see cref="BatchRequest"/>.</summary>
/// <param name="Change">What is changed of the chart that the query asks for.</param>
/// <param name="Language">That of the picture.</param>
/// <param name="File">Name of the picture.</param>
public sealed record BatchChart(ChartChange Change, Language Language, string File);

/// <summary>A page with what is set on it.</summary>
/// <param name="Page">Its name.</param>
/// <param name="Settings">As <see cref="Engine.Pages.PageSettings"/> writes them.</param>
public sealed record PageRequest(string Page, IReadOnlyList<Setting> Settings)
{
    /// <summary>The home page, whatever it is called.</summary>
    public static PageRequest Home { get; } = new("", []);
}

/// <summary>How requests stand on the command line; batch alone knows.</summary>
/// <param name="OfBatch">The command that gives the same rows or picture.</param>
/// <param name="OfPage">The command that opens a page as it is.</param>
/// <param name="ReadPage">The page that such a command opens; what is no such command is a <see cref="UserException"/>.</param>
public sealed record CommandSyntax(
    Func<BatchRequest, string> OfBatch,
    Func<PageRequest, string> OfPage,
    Func<string, PageRequest> ReadPage
);
