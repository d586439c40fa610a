using System.Text.Json;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>Which state of the curated data figures come from.</summary>
public static class DataVersion
{
    /// <summary>Digits of the hash that are enough to tell states apart.</summary>
    private const int Length = 12;

    /// <summary>The beginning of the content hash that the build wrote into <c>datapackage.json</c>; empty when there is none.</summary>
    public static string Of(Home home)
    {
        var path = Path.Combine(home.Data, "datapackage.json");
        if (!File.Exists(path))
            return "";
        using var package = JsonDocument.Parse(File.ReadAllBytes(path));
        return package.RootElement.TryGetProperty("content_sha256", out var hash) && hash.GetString() is { Length: >= Length } text
            ? text[..Length]
            : "";
    }
}
