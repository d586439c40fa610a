namespace Analytics.Curation;

/// <summary>
/// The folder that receives the tables. Everything is first written beside its target as <c>*.tmp</c>; <see cref="Publish"/> renames
/// all of it as late as possible. An interrupted build leaves only <c>*.tmp</c>, which the next one removes.
/// </summary>
internal sealed class BuildFolder : IDisposable
{
    private const string Ending = ".tmp";
    private static volatile BuildFolder? _current;
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly List<string> _names = [];

    /// <exception cref="IOException">The folder cannot be written, or another build holds it.</exception>
    public BuildFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        _lock = new FileStream(
            Path.Combine(folder, "build.lock" + Ending),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            1,
            FileOptions.DeleteOnClose
        );
        RemoveLeftovers();
        _current = this;
    }

    /// <summary>Removes what a build of this process has not published, on another thread; one that publishes is waited for.</summary>
    public static void Abandon() => _current?.RemoveUnpublished();

    /// <summary>
    /// Whether the folder could not be taken because another build holds it: EAGAIN on Linux, EWOULDBLOCK on macOS,
    /// ERROR_SHARING_VIOLATION.
    /// </summary>
    public static bool IsHeld(Exception e) => e is IOException { HResult: 11 or 35 or unchecked((int)0x80070020) };

    /// <summary>The temporary path of a file that is to be published under a name.</summary>
    public string Temporary(string name)
    {
        lock (_gate)
        {
            if (!_names.Contains(name))
                _names.Add(name);
        }

        return Path.Combine(_folder, name + Ending);
    }

    /// <summary>Gives every temporary file its name. Each rename is atomic; the last one is the file added last.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            foreach (var name in _names)
                File.Move(Path.Combine(_folder, name + Ending), Path.Combine(_folder, name), overwrite: true);
            _names.Clear();
        }
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        RemoveUnpublished();
        _current = null;
        _lock.Dispose();
    }

    private void RemoveUnpublished()
    {
        lock (_gate)
        {
            foreach (var name in _names)
                File.Delete(Path.Combine(_folder, name + Ending));
        }
    }

    private void RemoveLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Ending))
        {
            if (
                Path.GetFileName(file) is var name
                && (name.EndsWith(".parquet" + Ending, StringComparison.Ordinal) || name == DataPackage.FileName + Ending)
            )
            {
                File.Delete(file);
            }
        }
    }
}
