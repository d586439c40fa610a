using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>Tells files that were changed after they were built, by the SHA-256 that <c>datapackage.json</c> has of each.</summary>
internal static class PackageHashes
{
    private const string Prefix = "sha256:";

    /// <summary>Those of some files of a data folder that are not what was built; none where the folder has no description.</summary>
    /// <param name="connection">Hashes: the engine needs no library of the system's for it.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="files">Their names; each exists.</param>
    public static IReadOnlyList<string> Broken(DuckDbConnection connection, string folder, IReadOnlyCollection<string> files)
    {
        var built = Read(Path.Combine(folder, "datapackage.json"));
        var known = files.Where(built.ContainsKey).ToList();
        if (known.Count == 0)
            return [];
        var paths = string.Join(", ", known.Select(file => SqlText.Literal(Path.Combine(folder, file))));
        return
        [
            .. connection
                .Rows($"SELECT filename, sha256(content) FROM read_blob([{paths}])", row => (Path.GetFileName(row.Text(0)!), row.Text(1)!))
                .Where(file => built[file.Item1] != Prefix + file.Item2)
                .Select(file => file.Item1),
        ];
    }

    // What is wrong with the description itself is told by who reads all of it.
    private static Dictionary<string, string> Read(string path)
    {
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllBytes(path));
            return package
                .RootElement.GetProperty("resources")
                .EnumerateArray()
                .Where(file => file.TryGetProperty("hash", out _))
                .ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("hash").GetString()!);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            return [];
        }
    }
}
