namespace Analytics.DuckDb;

/// <summary>
/// A database file that this program has open, until its database and all connections to it are disposed. The package keeps open files by
/// path, upper and lower case alike: a second opening would silently get the first one's database, whatever its options, or on a system
/// that tells <c>a.duckdb</c> from <c>A.duckdb</c> another file's. So nothing opens a file but through here, and once.
/// </summary>
internal sealed class OpenFile
{
    private static readonly Dictionary<string, OpenFile> All = new(StringComparer.OrdinalIgnoreCase);

    private int _users = 1;

    private OpenFile(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Claims a file for whoever opens it, who is its first user.</summary>
    /// <exception cref="DuckDbException">It is open already.</exception>
    public static OpenFile Claim(string path)
    {
        var file = new OpenFile(System.IO.Path.GetFullPath(path));
        lock (All)
        {
            return All.TryAdd(file.Path, file)
                ? file
                : throw new DuckDbException(
                    $"The file '{file.Path}' cannot be opened: this program has '{All[file.Path].Path}' open already. "
                        + "Make another connection to that database, or close it first.",
                    DuckDbErrorKind.Connection
                );
        }
    }

    /// <summary>Adds a user.</summary>
    public void Use() => Interlocked.Increment(ref _users);

    /// <summary>Takes a user away; after the last one the file can be opened anew.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            lock (All)
            {
                All.Remove(Path);
            }
        }
    }
}
