using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Reports;

/// <summary>Values of parameters in a YAML (or JSON) file: name and value, one a line.</summary>
public static class ParameterFile
{
    /// <exception cref="UserException">The file cannot be read, is no YAML, or a value is not a single one.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        var file = new SpecFile(path);
        var values = new Dictionary<string, string?>();
        foreach (var (name, node) in file.Root(Utf8Text.ReadFile(path), "values")?.Entries() ?? [])
            values[name] = node.IsNull ? "" : node.Text();
        return file.Faults.Count == 0 ? values : throw SpecFault.Exception(file.Faults);
    }
}
