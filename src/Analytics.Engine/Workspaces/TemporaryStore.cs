using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// The folder in which one process keeps results: a database file, and what the engine spills. Owns the folder.
/// </summary>
internal sealed class TemporaryStore : IDisposable
{
    /// <summary>The name under which the database file is attached.</summary>
    public const string Database = "kept_results";

    /// <summary>Kept free on the disk, so that the engine and others can go on after a result was too large.</summary>
    public const long DefaultReserve = 256L << 20;

    private const long LeastForCheckpoint = 1L << 20;

    private readonly PrivateFolder _folder;

    private TemporaryStore(PrivateFolder folder) => _folder = folder;

    public string Folder => _folder.Path;

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
            {_folder.SpillSql}
            ATTACH {SqlText.Literal(Path.Combine(Folder, "results.duckdb"))} AS {Database}
                (STORAGE_VERSION 'latest', RECOVERY_MODE no_wal_writes)
            """;

    /// <summary>Deletes what dead processes left, and makes a folder of this process's own.</summary>
    /// <param name="parent">Where; null: <see cref="PrivateFolder.DefaultParent"/>.</param>
    /// <exception cref="UserException">The folder cannot be made.</exception>
    public static TemporaryStore Create(string? parent)
    {
        try
        {
            return new TemporaryStore(PrivateFolder.Create(parent));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserException.Failed(
                $"结果不能保存在 {parent ?? PrivateFolder.DefaultParent()}（请把 TMPDIR 设为可写的文件夹）：{ErrorText.Of(e).Zh}",
                $"Results cannot be kept in {parent ?? PrivateFolder.DefaultParent()} ({e.Message}). "
                    + "Set TMPDIR to a folder that can be written.",
                e
            );
        }
    }

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

    public void Dispose() => _folder.Dispose();

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
}
