namespace Analytics.Benchmarks;

/// <summary>The clone that the benchmarks were started in.</summary>
internal static class Repository
{
    private static readonly string Root =
        Find(Environment.CurrentDirectory)
        ?? Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("Start the benchmarks inside the repository: no Analytics.sln above the current folder.");

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string? Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Analytics.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
