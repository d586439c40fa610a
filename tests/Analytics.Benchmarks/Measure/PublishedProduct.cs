using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>The published program, native where the machine can make one, made once for all benchmarks that start it.</summary>
/// <param name="published">A folder with it, published already and left alone; null: it is published and deleted afterwards.</param>
/// <param name="before">A folder with an earlier program to compare with; null: none.</param>
internal sealed class PublishedProduct(string? published, string? before) : IDisposable
{
    private readonly Lazy<string> _folder = new(() => published is null ? Publish() : Path.GetFullPath(published));

    /// <summary>Folder with the program, the native libraries, data and queries.</summary>
    public string Folder => _folder.Value;

    public string Program => Path.Combine(Folder, "analytics");

    /// <summary>The earlier program.</summary>
    public string Earlier =>
        before is null
            ? throw new BenchmarkSkippedException("No earlier program is named: --before FOLDER.")
            : Path.Combine(Path.GetFullPath(before), "analytics");

    /// <summary>The folder of the earlier program, whose data and queries are its own: it does not know what today's files say.</summary>
    public string EarlierHome => Path.GetDirectoryName(Earlier)!;

    public void Dispose()
    {
        if (published is null && _folder.IsValueCreated)
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

    /// <summary>The SDK that runs this.</summary>
    public static string DotnetPath() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
