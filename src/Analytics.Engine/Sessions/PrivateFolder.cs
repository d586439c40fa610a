namespace Analytics.Engine.Sessions;

/// <summary>
/// A folder of one process's own for what does not outlive it, closed to other users. A locked file beside the folder says that the process
/// lives; folders whose lock is free were left by dead processes and are deleted when the next is made. Owns folder and lock.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "analytics-results-";
    private const string LockEnding = ".lock";

    private readonly FileStream _livingProof;

    private PrivateFolder(string path, FileStream livingProof)
    {
        Path = path;
        _livingProof = livingProof;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>The statement that makes the engine spill here rather than into the folder that the user stands in.</summary>
    public string SpillSql => $"SET temp_directory = {SqlText.Literal(System.IO.Path.Combine(Path, "spill"))};";

    /// <summary>Deletes what dead processes left, and makes a folder.</summary>
    /// <param name="parent">Where; null: <see cref="DefaultParent"/>.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static PrivateFolder Create(string? parent = null)
    {
        parent ??= DefaultParent();
        foreach (var lockFile in Directory.EnumerateFiles(parent, Prefix + "*" + LockEnding))
            DeleteIfDead(lockFile);
        var folder = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        var livingProof = new FileStream(folder + LockEnding, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        CreatePrivate(folder);
        return new PrivateFolder(folder, livingProof);
    }

    /// <summary><c>TMPDIR</c>, else <c>/var/tmp</c>, which unlike <c>/tmp</c> is never memory, else the system's choice.</summary>
    public static string DefaultParent() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TMPDIR")) && Directory.Exists("/var/tmp")
            ? "/var/tmp"
            : System.IO.Path.GetTempPath();

    public void Dispose()
    {
        DeleteFolder(Path);
        _livingProof.Dispose();
        Quietly(() => File.Delete(Path + LockEnding));
    }

    private static void DeleteIfDead(string lockFile) =>
        Quietly(() =>
        {
            using var free = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            DeleteFolder(lockFile[..^LockEnding.Length]);
            File.Delete(lockFile);
        });

    private static void DeleteFolder(string folder) =>
        Quietly(() =>
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        });

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What cannot be deleted now (another user's, or still in use) is left to a later start.</summary>
    private static void Quietly(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
