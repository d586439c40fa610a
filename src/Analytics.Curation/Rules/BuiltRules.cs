using System.Security.Cryptography;
using System.Text.Json;

namespace Analytics.Curation;

/// <summary>The built tables against the inputs: they are there, undamaged, and of this input.</summary>
internal static class BuiltRules
{
    public static readonly Rule Missing = new(
        "built.missing",
        Severity.Warning,
        "The tables are built.",
        new("运行 analytics build。", "Run analytics build.")
    );

    public static readonly Rule Stale = new(
        "built.stale",
        Severity.Warning,
        "The tables are built from the present sources and curated files.",
        new("运行 analytics build。", "Run analytics build.")
    );

    public static readonly Rule Damaged = new(
        "built.damaged",
        Severity.Critical,
        "Each table is the file that the build wrote.",
        new("运行 analytics build。", "Run analytics build.")
    );

    public static readonly IReadOnlyList<Rule> All = [Missing, Stale, Damaged];

    public static IEnumerable<Finding> Check(string folder, string contentHash)
    {
        var package = Path.Combine(folder, DataPackage.FileName);
        if (!File.Exists(package))
            return [Missing.At("data/" + DataPackage.FileName, null, new($"没有 {package}。", $"{package} does not exist."))];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(package));
            return [.. CheckPackage(json.RootElement, folder, contentHash)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return
            [
                Damaged.At(
                    "data/" + DataPackage.FileName,
                    null,
                    new($"{package} 不是生成时写的说明：{e.Message}", $"{package} is not the description that a build writes: {e.Message}")
                ),
            ];
        }
    }

    private static IEnumerable<Finding> CheckPackage(JsonElement package, string folder, string contentHash)
    {
        if (package.GetProperty("content_sha256").GetString() != contentHash)
        {
            yield return Stale.At(
                "data/" + DataPackage.FileName,
                null,
                new("生成各表之后，源文件或整理文件改动过。", "The sources or curated files have changed since the tables were built.")
            );
        }

        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            string name = resource.GetProperty("path").GetString()!,
                path = Path.Combine(folder, Path.GetFileName(name));
            if (!File.Exists(path))
            {
                yield return Missing.At("data/" + name, null, new($"没有 {path}。", $"{path} does not exist."));
            }
            else if ("sha256:" + HashOf(path) != resource.GetProperty("hash").GetString())
            {
                yield return Damaged.At(
                    "data/" + name,
                    null,
                    new($"{path} 不是生成的那个文件。", $"{path} is not the file that was built.")
                );
            }
        }
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
