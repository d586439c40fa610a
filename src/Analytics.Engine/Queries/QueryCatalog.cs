using Analytics.Engine.Sessions;

namespace Analytics.Engine.Queries;

/// <summary>The canned queries: every <c>.sql</c> file below <c>queries/</c>, known by its path without the ending.</summary>
public sealed class QueryCatalog(string folder)
{
    /// <summary>All names, in order. Reads no file.</summary>
    public IReadOnlyList<string> Names() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories).Select(NameOf).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>All queries, in the order of their names.</summary>
    /// <exception cref="UserException">A file breaks a rule of the format.</exception>
    public IReadOnlyList<QueryFile> All() => [.. Names().Select(Read)];

    /// <exception cref="UserException">No query has this name; the message gives the nearest ones.</exception>
    /// <exception cref="UserException">The file breaks a rule of the format.</exception>
    public QueryFile Get(string name)
    {
        var names = Names();
        if (names.Contains(name))
            return Read(name);
        var nearest = NearestNames.Of(name, names);
        var hint = nearest.Count > 0 ? $" Did you mean {string.Join(", ", nearest)}?" : "";
        throw UserException.Usage(
            $"没有名为“{name}”的查询。analytics list queries 列出全部 {names.Count} 个。",
            $"No canned query is called '{name}'.{hint} 'analytics list queries' shows all {names.Count}."
        );
    }

    /// <summary>The file of a name, whether or not there is one.</summary>
    public string PathOf(string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar) + ".sql");

    private QueryFile Read(string name)
    {
        var path = PathOf(name);
        return QueryHeader.Parse(name, path, Utf8Text.ReadFile(path));
    }

    private string NameOf(string path) =>
        Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace(Path.DirectorySeparatorChar, '/');
}
