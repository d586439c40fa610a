using Analytics.Tests.Cli;

namespace Analytics.Tests.Tui;

/// <summary>Compares a screen with the reviewed one; <c>UPDATE_GOLDENS=1</c> writes it instead.</summary>
internal static class Golden
{
    public static void ShouldMatch(string actual, string name)
    {
        var path = Path.Combine(AnalyticsProcess.Repository, "tests", "Analytics.Tests", "Tui", "Goldens", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        File.Exists(path).ShouldBeTrue($"{path} is missing; UPDATE_GOLDENS=1 writes it for review");
        actual.ShouldBe(File.ReadAllText(path), $"differs from {name}");
    }
}
