namespace Analytics.Tui.App.Running;

/// <summary>Tells that files of pages or models have changed, a moment after the last of several writes.</summary>
internal sealed class PageFiles : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _timer;

    /// <param name="homes">Folders with <c>pages</c> and <c>models</c> in them; those that are not there now are not watched.</param>
    /// <param name="time">What the moment is measured by.</param>
    /// <param name="changed">Called on any thread.</param>
    public PageFiles(IEnumerable<string> homes, TimeProvider time, Action changed)
    {
        _timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var folder in homes.SelectMany(h => new[] { Path.Combine(h, "pages"), Path.Combine(h, "models") }).Where(Directory.Exists))
            Watch(folder);
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _timer.Dispose();
    }

    /// <summary>A system that watches no more files leaves it at reading them by key.</summary>
    private void Watch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder, "*.yaml") { IncludeSubdirectories = true };
            watcher.Changed += Later;
            watcher.Created += Later;
            watcher.Deleted += Later;
            watcher.Renamed += Later;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException) { }
    }

    private void Later(object sender, FileSystemEventArgs e) => _timer.Change(Pause, Timeout.InfiniteTimeSpan);
}
