using System.Globalization;
using Analytics.DuckDb;

namespace Analytics.Cli;

/// <summary>
/// A command that runs again whenever a file that it read has been written, until it is interrupted. Each run says itself what it reads,
/// before it does; files once read stay watched, as a run that fails early gets to few of them.
/// </summary>
/// <remarks>
/// Files are looked at by their times, not by <see cref="FileSystemWatcher"/>: for a handful that costs nothing, and it holds on every file
/// system, network shares and containers among them, for links, for folders that come later, and for editors that write by renaming.
/// </remarks>
internal sealed class Watch
{
    /// <summary>Between two looks. A run begins once two of them are alike, so that one save is one run.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private const int MostNamed = 4;

    private readonly Dictionary<string, FileStamp?> _seen = [];
    private readonly HashSet<string> _written = [];
    private readonly TimeProvider _time;
    private UserException? _hopeless;

    private Watch(TimeProvider time) => _time = time;

    /// <summary>Runs a command once, or again and again where that is asked for.</summary>
    /// <param name="host">Says which.</param>
    /// <param name="run">The command.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted, as each watch is in the end.</exception>
    public static int Run(Host host, Func<Host, int> run)
    {
        if (!host.IsWatched)
            return run(host);
        if (host.Parsed.GetValue(host.Options.Timeout) is not null)
        {
            throw UserException.Usage(
                "--watch 与 --timeout 只能取一：监视没有时限。",
                "Give either --watch or --timeout, not both: a watch has no time limit."
            );
        }

        return new Watch(TimeProvider.System).Repeat(host, run);
    }

    private int Repeat(Host host, Func<Host, int> run)
    {
        string[] changed = [];
        while (true)
        {
            var isFirst = changed.Length == 0;
            var begin = _time.GetTimestamp();
            Look();
            var code = Once(host, isFirst ? one => OrNever(one, run) : run);
            if (_hopeless is not null)
                return code;
            Say(host, changed, _time.GetElapsedTime(begin), code);
            changed = Changed(host.Cancellation);
        }
    }

    /// <summary>One run, with a session of its own: it reads all files anew.</summary>
    private int Once(Host host, Func<Host, int> run)
    {
        using var one = host.Anew(this);
        using var progress = one.BeginProgress();
        return one.Guarded(run);
    }

    /// <summary>The first run: no change of a file mends a wrong command line, nor what stands in the way of the output.</summary>
    private int OrNever(Host host, Func<Host, int> run)
    {
        try
        {
            return run(host);
        }
        catch (UserException e) when (e.Kind == FaultKind.Usage || e.Mend?.Name == "force")
        {
            _hopeless = e;
            throw;
        }
    }

    /// <summary>Takes a file into the watch, before it is read: what is written to it from then on counts.</summary>
    /// <exception cref="UserException">It can be read once, or the command writes it.</exception>
    public void Reading(string path)
    {
        if (StandardInput.IsNamedBy(path) || SpecialFile.IsAt(path))
            throw Once(path);
        var file = FileOf(path);
        if (_written.Contains(file))
            throw Endless(path);
        _seen.TryAdd(file, FileStamp.Of(file));
    }

    /// <summary>What is read can be read once only.</summary>
    /// <param name="name">What it is called; null for standard input.</param>
    public static UserException Once(string? name) =>
        UserException.Usage(
            $"--watch：{name ?? "标准输入"} 只能读一次，要监视请给文件。",
            $"--watch: {name ?? "standard input"} can be read only once; give a file to watch."
        );

    /// <summary>Asks before an output is written.</summary>
    /// <exception cref="UserException">The command reads it, so that each run would cause the next one.</exception>
    public void Writing(string path)
    {
        if (_seen.ContainsKey(FileOf(path)))
            throw Endless(path);
    }

    /// <summary>Notes what was written, which later runs may replace.</summary>
    public void Wrote(string path) => _written.Add(FileOf(path));

    /// <summary>Whether an earlier run wrote a file.</summary>
    public bool HasWritten(string path) => _written.Contains(FileOf(path));

    private static UserException Endless(string path) =>
        UserException.Usage(
            $"--watch：{path} 既读又写，会没完没了；请另写一个文件。",
            $"--watch: {path} is both read and written, which would never end; write another file."
        );

    private static string FileOf(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    private void Look()
    {
        foreach (var file in _seen.Keys.ToList())
            _seen[file] = FileStamp.Of(file);
    }

    /// <summary>Waits until a file has been written, and nothing more is: those that have. One that is gone may yet come back.</summary>
    private string[] Changed(CancellationToken cancellation)
    {
        var before = Stamps();
        while (true)
        {
            cancellation.WaitHandle.WaitOne(Interval);
            cancellation.ThrowIfCancellationRequested();
            var now = Stamps();
            string[] changed = [.. now.Where(f => f.Value is not null && f.Value != _seen[f.Key]).Select(f => f.Key)];
            if (changed.Length > 0 && now.All(f => f.Value == before[f.Key]))
                return changed;
            before = now;
        }
    }

    private Dictionary<string, FileStamp?> Stamps() => _seen.Keys.ToDictionary(f => f, FileStamp.Of);

    /// <summary>What parts one run from the next.</summary>
    private void Say(Host host, string[] changed, TimeSpan took, int code)
    {
        var time = _time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var ran = Ran(took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture), code);
        var (files, isFirst) = (Named(changed.Length > 0 ? changed : _seen.Keys), changed.Length == 0);
        host.Note(
            $"— {time} " + (isFirst ? $"{ran.Zh}；监视 {files.Zh} —" : $"{files.Zh} 有改动；{ran.Zh} —"),
            $"— {time} " + (isFirst ? $"{ran.En}; watching {files.En} —" : $"{files.En} changed; {ran.En} —")
        );
    }

    private static Localized Ran(string seconds, int code) =>
        code == ExitCode.Done
            ? new($"运行 {seconds} 秒", $"ran in {seconds} s")
            : new($"运行 {seconds} 秒，退出码 {code}", $"ended with exit code {code} in {seconds} s");

    private static Localized Named(IReadOnlyCollection<string> files)
    {
        string?[] names = [.. files.Select(Path.GetFileName).Distinct()];
        return names.Length <= MostNamed
            ? new(string.Join('、', names), string.Join(", ", names))
            : new($"{files.Count} 个文件", $"{files.Count} files");
    }
}
