using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>The models of folders, read anew each time; a name in an earlier folder comes before the same in a later one.</summary>
/// <param name="folders">The user's own first; one that is not there has none.</param>
public sealed class ModelCatalog(IReadOnlyList<string> folders)
{
    private readonly SpecFolder _files = new(folders);

    /// <summary>The models of the product and of the user's own folder.</summary>
    public static ModelCatalog Of(Home home) => new([Path.Combine(UserFolder.Path, "models"), Path.Combine(home.Queries, "models")]);

    public IReadOnlyList<string> Names() => _files.Names();

    /// <summary>The model of a name, or all that is wrong with its file.</summary>
    /// <exception cref="UserException">There is no such model.</exception>
    public Reading<SemanticModel> Read(string name) => Read(name, []);

    /// <summary>The same of a text that is not saved yet.</summary>
    public Reading<SemanticModel> Read(string name, string path, string text) => ModelReader.Read(name, path, text, n => Other(n, [name]));

    private Reading<SemanticModel> Read(string name, IReadOnlyList<string> within)
    {
        if (_files.PathOf(name) is not { } path)
            throw Unknown(name);
        return ModelReader.Read(name, path, Utf8Text.ReadFile(path), other => Other(other, [.. within, name]));
    }

    /// <summary>A model that another is like; not one that is like this one again.</summary>
    private SemanticModel? Other(string name, IReadOnlyList<string> within) =>
        within.Contains(name) || _files.PathOf(name) is null ? null : Read(name, within).Value;

    private UserException Unknown(string name)
    {
        var near = SpecNode.Near(name, Names());
        return UserException.Usage($"没有模型“{name}”{near.Zh}。", $"There is no model '{name}'{near.En}.");
    }
}

/// <summary>YAML files of folders by their names.</summary>
internal sealed class SpecFolder(IReadOnlyList<string> folders)
{
    private const string Ending = ".yaml";

    public IReadOnlyList<string> Names() =>
        [
            .. folders
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateFiles(f, "*" + Ending))
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Null where there is none.</summary>
    public string? PathOf(string name) => folders.Select(f => Path.Combine(f, name + Ending)).FirstOrDefault(File.Exists);
}
