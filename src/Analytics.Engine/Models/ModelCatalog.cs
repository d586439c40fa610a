using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>
/// The models of folders; a name in an earlier folder comes before the same in a later one. While no file changes, a model is the same one
/// each time, so that whoever has opened it can know it again. Thread-safe.
/// </summary>
/// <param name="folders">The user's own first; one that is not there has none.</param>
public sealed class ModelCatalog(IReadOnlyList<string> folders)
{
    private readonly SpecFolder _files = new(folders);
    private readonly Dictionary<string, Reading<SemanticModel>> _read = [];
    private readonly Lock _gate = new();
    private string _stamp = "";

    /// <summary>The models of the product and of a user's own folder.</summary>
    public static ModelCatalog Of(Home home, string userFolder) =>
        new([Path.Combine(userFolder, "models"), Path.Combine(home.Queries, "models")]);

    public IReadOnlyList<string> Names() => _files.Names();

    /// <summary>All files that models are read from, those of their words among them.</summary>
    public IEnumerable<string> Files() => _files.Files();

    /// <summary>The model of a name, or all that is wrong with its file.</summary>
    /// <exception cref="UserException">There is no such model.</exception>
    public Reading<SemanticModel> Read(string name)
    {
        lock (_gate)
        {
            if (_files.Stamp() is var stamp && stamp != _stamp)
            {
                _read.Clear();
                _stamp = stamp;
            }

            return _read.TryGetValue(name, out var known) ? known : _read[name] = Read(name, []);
        }
    }

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

    /// <summary>What changes when any file does.</summary>
    public string Stamp() => string.Join('|', Files().Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks}"));

    /// <summary>All files, those in folders below (words) among them, in order.</summary>
    public IEnumerable<string> Files() =>
        folders
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*" + Ending, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    /// <summary>Null where there is none.</summary>
    public string? PathOf(string name) => folders.Select(f => Path.Combine(f, name + Ending)).FirstOrDefault(File.Exists);
}
