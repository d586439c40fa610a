using System.IO.Abstractions;

namespace Analytics.Terminal.Host;

/// <summary>How folders are read for a file dialog.</summary>
/// <param name="Read">What a folder holds; null if there is no folder of that path.</param>
/// <param name="Patience">How long the loop's thread waits for a folder.</param>
/// <param name="Later">Does something on the loop's thread.</param>
internal sealed record FolderReading(Func<string, IReadOnlyList<FileSystemInfo>?> Read, TimeSpan Patience, Action<Action> Later)
{
    // Shorter than what is felt, longer than a folder on a disk takes.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Folders of the system, of which none holds the loop up.</summary>
    public static FolderReading OfSystem(Action<Action> later) => new(ReadNow, Moment, later);

    /// <summary>Folders of the system, each waited for.</summary>
    public static FolderReading AtOnce { get; } = new(ReadNow, Timeout.InfiniteTimeSpan, work => work());

    private static List<FileSystemInfo>? ReadNow(string path)
    {
        if (!Directory.Exists(path))
            return null;
        var found = new List<FileSystemInfo>();
        try
        {
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", Everything))
            {
                if (IsReadable(entry))
                    found.Add(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was read until then is shown.
        }
        return found;
    }

    // An entry keeps what it was asked for once, so that nobody asks the system for it again.
    private static bool IsReadable(FileSystemInfo entry)
    {
        try
        {
            _ = entry.LastWriteTime;
            _ = (entry as FileInfo)?.Length;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>
/// The files as a file dialog of Terminal.Gui sees them, which asks on the loop's thread. A folder is read on a thread of its own: one that
/// takes long (a network, a hundred thousand files) is empty at first, and <see cref="Changed"/> says when it is there.
/// </summary>
internal sealed class FolderFiles : FileSystem
{
    private readonly FolderReading _reading;
    private readonly int _loop = Environment.CurrentManagedThreadId;
    private readonly Dictionary<string, Task<IReadOnlyList<FileSystemInfo>?>> _known = [];
    private string? _shown;

    /// <param name="reading">How folders are read.</param>
    public FolderFiles(FolderReading reading)
    {
        _reading = reading;
        (Directory, DirectoryInfo) = (new Folders(this), new FolderFactory(this));
    }

    /// <summary>
    /// On the loop's thread: a folder takes long, or one that did is there; then with whether it is the one that is shown.
    /// </summary>
    public event Action<bool>? Changed;

    public override IDirectory Directory { get; }

    public override IDirectoryInfoFactory DirectoryInfo { get; }

    /// <summary>Whether any folder has been shown.</summary>
    public bool HasShown => _shown is not null;

    /// <summary>Whether a folder that was asked for is still being read.</summary>
    public bool IsReading => _known.Values.Any(reading => !reading.IsCompleted);

    private IReadOnlyList<FileSystemInfo>? ContentOf(string path)
    {
        // A search goes through folders on a thread of its own and waits for each.
        if (Environment.CurrentManagedThreadId != _loop)
            return _reading.Read(path);
        if (_known.TryGetValue(path, out var known))
            return known.IsCompleted ? known.Result : null;
        known = _known[path] = Task.Factory.StartNew(
            () => _reading.Read(path),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        if (known.Wait(_reading.Patience))
            return known.Result;
        _reading.Later(() => Changed?.Invoke(false));
        known.ContinueWith(_ => _reading.Later(() => Changed?.Invoke(path == _shown)), TaskScheduler.Default);
        return null;
    }

    /// <summary>A folder that is still being read counts as there: the dialog would go to the one around it.</summary>
    private bool MayExist(string path) =>
        ContentOf(path) is not null
        || (Environment.CurrentManagedThreadId == _loop && _known.TryGetValue(path, out var known) && !known.IsCompleted);

    private IEnumerable<IFileSystemInfo> Show(string path)
    {
        if (Environment.CurrentManagedThreadId == _loop)
            _shown = path;
        foreach (var entry in ContentOf(path) ?? [])
        {
            yield return entry is DirectoryInfo folder
                ? new Folder(this, folder, folder.LastWriteTime)
                : new FileInfoWrapper(this, (FileInfo)entry);
        }
    }

    private sealed class Folder : DirectoryInfoWrapper
    {
        private readonly FolderFiles _files;
        private readonly DirectoryInfo _folder;
        private readonly DateTime _written;

        public Folder(FolderFiles files, DirectoryInfo folder, DateTime written = default)
            : base(files, folder) => (_files, _folder, _written) = (files, folder, written);

        public override bool Exists => _files.MayExist(Path);

        public override IDirectoryInfo? Parent => _folder.Parent is { } parent ? new Folder(_files, parent) : null;

        public override DateTime LastWriteTime
        {
            get => _written;
            set => _folder.LastWriteTime = value;
        }

        private string Path => System.IO.Path.TrimEndingDirectorySeparator(_folder.FullName);

        public override IEnumerable<IFileSystemInfo> EnumerateFileSystemInfos(
            string searchPattern,
            EnumerationOptions enumerationOptions
        ) => _files.Show(Path);
    }

    private sealed class FolderFactory(FolderFiles files) : IDirectoryInfoFactory
    {
        public IFileSystem FileSystem => files;

        // Terminal.Gui takes a folder with a separator behind its name and one without for two.
        public IDirectoryInfo New(string path) => new Folder(files, new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(path)));

        public IDirectoryInfo? Wrap(DirectoryInfo? directoryInfo) => directoryInfo is null ? null : new Folder(files, directoryInfo);
    }

    private sealed class Folders(FolderFiles files) : DirectoryWrapper(files)
    {
        public override bool Exists(string? path) => !string.IsNullOrEmpty(path) && FileSystem.DirectoryInfo.New(path).Exists;
    }
}
