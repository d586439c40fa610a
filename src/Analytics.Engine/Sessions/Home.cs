namespace Analytics.Engine.Sessions;

/// <summary>Where the product's files are: <c>data/*.parquet</c>, <c>queries/</c> and, for building, <c>seeds/</c>.</summary>
/// <param name="Root">Folder that holds <c>seeds/</c>, <c>data/</c> and <c>queries/</c>; absolute.</param>
/// <param name="Data">Folder of the Parquet files and of <c>curated/</c>; absolute.</param>
public sealed record Home(string Root, string Data)
{
    public const string EnvironmentVariable = "ANALYTICS_HOME";

    public string Queries => Path.Combine(Root, "queries");

    /// <summary>
    /// Finds the home: the given folder, else <c>ANALYTICS_HOME</c>, else the nearest folder at or above the current
    /// one that holds <c>data/</c> and <c>queries/</c>, else the copies shipped beside the executable.
    /// </summary>
    /// <param name="home">The folder of the user's choice, or null.</param>
    /// <param name="data">A folder that replaces only the data folder, or null.</param>
    /// <exception cref="UserException">A folder that was named does not exist.</exception>
    public static Home Find(string? home = null, string? data = null)
    {
        var root =
            Named(home, "home")
            ?? Named(Environment.GetEnvironmentVariable(EnvironmentVariable), EnvironmentVariable)
            ?? Above(Environment.CurrentDirectory)
            ?? AppContext.BaseDirectory;
        return new Home(root, Named(data, "data") ?? Path.Combine(root, "data"));
    }

    private static string? Named(string? folder, string origin)
    {
        if (string.IsNullOrEmpty(folder))
            return null;
        var full = Path.GetFullPath(folder);
        return Directory.Exists(full)
            ? full
            : throw UserException.Usage($"{origin}：没有文件夹 {full}。", $"{origin}: the folder {full} does not exist.");
    }

    private static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "data")) && Directory.Exists(Path.Combine(folder, "queries")))
                return folder;
        }

        return null;
    }
}
