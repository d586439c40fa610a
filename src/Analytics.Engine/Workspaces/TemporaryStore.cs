using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// The folder in which one process keeps results: a database file, and what the engine spills. A locked file beside the
/// folder says that the process lives; folders whose lock is free were left by dead processes and are deleted at the
/// next start. Owns folder and lock.
/// </summary>
internal sealed class TemporaryStore : IDisposable
{
    /// <summary>The name under which the database file is attached.</summary>
    public const string Database = "kept_results";

    /// <summary>Kept free on the disk, so that the engine and others can go on after a result was too large.</summary>
    public const long DefaultReserve = 256L << 20;

    private const long LeastForCheckpoint = 1L << 20;
    private const string Prefix = "analytics-results-";
    private const string LockEnding = ".lock";

    private readonly FileStream _livingProof;

    private TemporaryStore(string folder, FileStream livingProof)
    {
        Folder = folder;
        _livingProof = livingProof;
    }

    public string Folder { get; }

    /// <summary>Bytes that a result leaves free on the disk; with less, it stops growing.</summary>
    public long Reserve { get; set; } = DefaultReserve;

    /// <summary>Bytes that database and spilled data take on the disk now.</summary>
    public long Used => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(Length);

    /// <summary>Makes the engine keep results here. Only before a safe session forbids access to files.</summary>
    /// <remarks>
    /// No write-ahead log: nothing is to survive the process. The newest storage version, since older ones cannot hold
    /// every type (VARIANT).
    /// </remarks>
    public string AttachSql =>
        $"""
            SET temp_directory = {SqlText.Literal(Path.Combine(Folder, "spill"))};
            ATTACH {SqlText.Literal(Path.Combine(Folder, "results.duckdb"))} AS {Database}
                (STORAGE_VERSION 'latest', RECOVERY_MODE no_wal_writes)
            """;

    /// <summary>Deletes what dead processes left, and makes a folder of this process's own.</summary>
    /// <param name="parent">Where; null: <see cref="DefaultParent"/>.</param>
    /// <exception cref="UserException">The folder cannot be made.</exception>
    public static TemporaryStore Create(string? parent)
    {
        parent ??= DefaultParent();
        try
        {
            foreach (var lockFile in Directory.EnumerateFiles(parent, Prefix + "*" + LockEnding))
                DeleteIfDead(lockFile);
            var folder = Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
            var livingProof = new FileStream(folder + LockEnding, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            CreatePrivate(folder);
            return new TemporaryStore(folder, livingProof);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserException.Failed(
                $"结果不能保存在 {parent}（请把 TMPDIR 设为可写的文件夹）：{ErrorText.Of(e).Zh}",
                $"Results cannot be kept in {parent} ({e.Message}). Set TMPDIR to a folder that can be written.",
                e
            );
        }
    }

    /// <summary><c>TMPDIR</c>, else <c>/var/tmp</c>, which unlike <c>/tmp</c> is never memory, else the system's choice.</summary>
    public static string DefaultParent() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TMPDIR")) && Directory.Exists("/var/tmp")
            ? "/var/tmp"
            : Path.GetTempPath();

    /// <summary>Whether a checkpoint has room: one that fails makes the engine give up the whole file.</summary>
    public bool CanCheckpoint => Free > LeastForCheckpoint;

    private long Free => new DriveInfo(Folder).AvailableFreeSpace;

    /// <param name="connection">To ask for the space inside the file that dropped results left.</param>
    /// <exception cref="UserException">The disk is as good as full.</exception>
    public void RequireSpace(DuckDbConnection connection)
    {
        var free = Free;
        if (free < Reserve && free + Reusable(connection) < Reserve)
        {
            throw UserException.Failed(
                $"{Folder} 所在的磁盘快满了：只剩 {free >> 20} MB，要给别的程序留 "
                    + $"{Reserve >> 20} MB。请丢弃一些结果、腾出空间，或把 TMPDIR 设到更大的磁盘。",
                $"The disk of {Folder} is full: {free >> 20} MB are free, and {Reserve >> 20} MB "
                    + "are left to others. Drop results, free space, or set TMPDIR to a larger disk."
            );
        }
    }

    private static long Reusable(DuckDbConnection connection) =>
        connection.Rows(
            $"SELECT free_blocks * block_size FROM pragma_database_size() WHERE database_name = '{Database}'",
            row => row.Whole(0)
        )[0];

    public void Dispose()
    {
        DeleteFolder(Folder);
        _livingProof.Dispose();
        Quietly(() => File.Delete(Folder + LockEnding));
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

    /// <summary>The length of a file that the engine may delete meanwhile.</summary>
    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
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
