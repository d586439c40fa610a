using System.Runtime.InteropServices;

namespace Analytics.Tests.Cli;

/// <summary>The program where the engine's library is missing or spoilt.</summary>
public sealed class MissingLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("analytics");

    public MissingLibraryTests()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_missing_library_is_one_clear_error()
    {
        var run = AnalyticsProcess.RunIn(_folder.FullName, "query", "SELECT 42");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("The DuckDB library was not loaded: there is no ");
        run.Error.ShouldContain(_folder.FullName);
        run.Error.TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public void A_file_that_is_no_library_is_one_clear_error()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var native = Path.Combine(_folder.FullName, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", "libduckdb.so");
        Directory.CreateDirectory(Path.GetDirectoryName(native)!);
        File.WriteAllText(native, "no library");
        var run = AnalyticsProcess.RunIn(_folder.FullName, "query", "SELECT 42");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"The DuckDB library was not loaded: {native}: ");
        run.Error.TrimEnd().ShouldNotContain('\n');
    }
}
