using System.Runtime.CompilerServices;

namespace Analytics.Testing;

/// <summary>
/// Compares a text with a reviewed file below the folder <c>Goldens</c> of the calling test's project. Where they differ, what was got is
/// left beside the golden as <c>NAME.received.ENDING</c>, to be read and, if it is right, to replace it; <c>UPDATE_GOLDENS=1</c> replaces
/// all at once.
/// </summary>
internal static class Golden
{
    /// <param name="actual">What the test got.</param>
    /// <param name="name">Path of the golden below <c>Goldens</c>, with its ending.</param>
    /// <param name="caller">The test's source file; <c>Goldens</c> is looked for beside it and in the folders above.</param>
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string caller = "")
    {
        var golden = PathOf(name, caller);
        var received = Path.ChangeExtension(golden, ".received" + Path.GetExtension(golden));
        if (File.Exists(received))
            File.Delete(received);
        var expected = File.Exists(golden) ? File.ReadAllText(golden) : null;
        if (actual == expected)
            return;
        var target = Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1" ? golden : received;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, actual);
        if (target == received)
            actual.ShouldBe(expected, $"{name} differs; what was got is in {Path.GetFileName(received)} beside it");
    }

    /// <summary>The path of a golden, whether it is there or not.</summary>
    /// <param name="name">Path below <c>Goldens</c>.</param>
    /// <param name="caller">The test's source file.</param>
    public static string PathOf(string name, [CallerFilePath] string caller = "")
    {
        for (var folder = Path.GetDirectoryName(caller); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var goldens = Path.Combine(folder, "Goldens");
            if (Directory.Exists(goldens))
                return Path.Combine(goldens, name);
        }
        throw new DirectoryNotFoundException($"No folder Goldens at or above {caller}.");
    }
}
