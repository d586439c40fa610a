using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>The published ReadyToRun program, made once for all benchmarks that start it.</summary>
internal sealed class PublishedProduct : IDisposable
{
    private readonly Lazy<string> _folder = new(Publish);

    /// <summary>Folder with the program, the native libraries, data and queries.</summary>
    public string Folder => _folder.Value;

    public string Program => Path.Combine(Folder, "analytics");

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            Directory.Delete(Folder, recursive: true);
    }

    private static string Publish()
    {
        if (OperatingSystem.IsWindows())
            throw new BenchmarkSkippedException("Whole processes are measured on Linux and macOS only.");
        var target = Directory.CreateTempSubdirectory("analytics-published-").FullName;
        Console.Error.WriteLine("Publishing the program …");
        // No hard links: a build that runs meanwhile would change the files that are measured.
        ChildProcess.Run(
            DotnetPath(),
            [
                "publish",
                Repository.Folder("src", "Analytics"),
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "--no-self-contained",
                "-p:CreateHardLinksForPublishFilesIfPossible=false",
                "-p:CreateHardLinksForCopyFilesToOutputDirectoryIfPossible=false",
                "-o",
                target,
                "-v",
                "q",
                "-nodeReuse:false",
            ]
        );
        return target;
    }

    private static string DotnetPath() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
