using System.Collections.Immutable;
using System.Text.Json;
using Analytics.Engine;
using Analytics.Tui.Editor;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App.Running;

/// <summary>What the runs before left behind.</summary>
/// <param name="Buffers">Those of consoles that run no more, now this one's.</param>
/// <param name="History">Statements that were run, oldest first.</param>
/// <param name="Choices">What was last chosen in a console, such as the theme.</param>
/// <param name="Faults">Files that could not be read; they are kept aside.</param>
internal sealed record StoredState(
    BufferContents Buffers,
    ImmutableList<HistoryEntry> History,
    StoredChoices Choices,
    IReadOnlyList<Localized> Faults
)
{
    /// <summary>Sizes of panels as they were left.</summary>
    public PanelSizes Sizes { get; init; } = new();
}

/// <summary>
/// The user's state folder: buffers, history, settings. Each console writes a file of its own under <c>buffers/</c> and holds a lock
/// beside it,
/// which ends with the process however that ends; a new console takes over the files of consoles that are gone, never those of one that
/// runs.
/// Files are written beside their target and renamed. Thread-safe.
/// </summary>
internal sealed class StateFolder : IDisposable
{
    private const string OwnVariable = "ANALYTICS_STATE",
        XdgVariable = "XDG_STATE_HOME";

    private readonly string _folder;
    private readonly string _own = Guid.NewGuid().ToString("N");
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FileStream> _locks = [];
    private readonly List<string> _adopted = [];
    private int _written;

    /// <param name="folder">Made when first used.</param>
    public StateFolder(string folder) => (_folder, History) = (Path.GetFullPath(folder), new HistoryFile(Path.GetFullPath(folder)));

    /// <summary>The statements that were run.</summary>
    public HistoryFile History { get; }

    /// <summary><c>ANALYTICS_STATE</c>, else by the XDG base directory rules, on Windows the local application data.</summary>
    public static string Default(Func<string, string?> environment)
    {
        var variable = DecidingVariable(environment);
        if (variable == OwnVariable)
            return environment(OwnVariable)!;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "analytics");
        var state = variable is null
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state")
            : environment(variable)!;
        return Path.Combine(state, "analytics");
    }

    /// <summary>The environment variable that says where it is; null for none.</summary>
    public static string? DecidingVariable(Func<string, string?> environment) =>
        environment(OwnVariable) is { Length: > 0 } ? OwnVariable
        // The rules say that a relative path is to be ignored.
        : !OperatingSystem.IsWindows() && environment(XdgVariable) is { Length: > 0 } xdg && Path.IsPathRooted(xdg) ? XdgVariable
        : null;

    /// <summary>Where what was chosen at run time is kept.</summary>
    public string ChoicesFile => SettingsFile;

    /// <summary>Reads what earlier consoles left, taking over the buffers of those that run no more.</summary>
    public StoredState Read()
    {
        lock (_gate)
        {
            var faults = new List<Localized>();
            try
            {
                Make(Buffers);
                Claim(_own);
                var left = LeftBehind(faults);
                return new StoredState(Merged(left), History.Read(), ReadChoices(), faults) { Sizes = ReadSizes() };
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new StoredState(BufferContents.None, [], new(), [ErrorText.Of(e)]);
            }
        }
    }

    /// <summary>Writes the buffers, unless newer ones were written.</summary>
    /// <param name="number">Later writes have higher numbers.</param>
    /// <param name="contents">All buffers; where they are blank the file is removed.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    public void Write(int number, BufferContents contents)
    {
        lock (_gate)
        {
            if (number < _written)
                return;
            Make(Buffers);
            Claim(_own);
            if (contents.IsBlank)
            {
                File.Delete(FileOf(_own));
            }
            else
            {
                Replace(
                    FileOf(_own),
                    JsonSerializer.SerializeToUtf8Bytes(
                        new StoredBuffers(contents.Current, contents.Buffers, [.. _adopted]),
                        StateJson.Readable.StoredBuffers
                    )
                );
            }

            _written = number;
            foreach (var name in _adopted)
                Remove(name);
        }
    }

    /// <summary>Remembers what was chosen at run time.</summary>
    public void WriteChoices(StoredChoices choices)
    {
        lock (_gate)
        {
            Make(_folder);
            Replace(
                SettingsFile,
                JsonSerializer.SerializeToUtf8Bytes(
                    new StoredSettings(
                        choices.UsesVim,
                        choices.Theme?.ToString(),
                        choices.Graphics?.ToString(),
                        choices.Nulls?.ToString(),
                        choices.Wraps
                    ),
                    StateJson.Readable.StoredSettings
                )
            );
        }
    }

    /// <summary>
    /// What was chosen at run time before; nothing where that cannot be read. Read without serializer: it precedes the first screen.
    /// </summary>
    public StoredChoices ReadChoices()
    {
        try
        {
            if (!File.Exists(SettingsFile))
                return new();
            using var json = JsonDocument.Parse(File.ReadAllBytes(SettingsFile));
            return new(
                Flag(json.RootElement, nameof(StoredSettings.UsesVim)),
                Named<ThemeName>(json.RootElement, nameof(StoredSettings.Theme)),
                Named<ChartGraphics>(json.RootElement, nameof(StoredSettings.Graphics)),
                Named<NullStyle>(json.RootElement, nameof(StoredSettings.Nulls)),
                Flag(json.RootElement, nameof(StoredSettings.Wraps))
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return new();
        }
    }

    private static bool? Flag(JsonElement settings, string property) =>
        settings.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    private static T? Named<T>(JsonElement settings, string property)
        where T : struct, Enum =>
        settings.TryGetProperty(property, out var name)
        && name.ValueKind == JsonValueKind.String
        && Enum.TryParse<T>(name.GetString(), out var known)
        && Enum.IsDefined(known)
            ? known
            : null;

    /// <summary>Remembers the page in view as a command; empty where SQL was.</summary>
    public void WritePage(string command)
    {
        lock (_gate)
        {
            Make(_folder);
            Replace(PageFile, System.Text.Encoding.UTF8.GetBytes(command));
        }
    }

    /// <summary>The page that was in view last, as a command; empty where SQL was, null where that is not known.</summary>
    public string? ReadPage()
    {
        try
        {
            return File.Exists(PageFile) ? File.ReadAllText(PageFile) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Remembers the sizes of panels.</summary>
    public void WriteSizes(PanelSizes sizes)
    {
        lock (_gate)
        {
            Make(_folder);
            Replace(SizesFile, JsonSerializer.SerializeToUtf8Bytes(sizes, StateJson.Readable.PanelSizes));
        }
    }

    private PanelSizes ReadSizes()
    {
        try
        {
            return File.Exists(SizesFile)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(SizesFile), StateJson.Readable.PanelSizes) ?? new()
                : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var held in _locks.Values)
                held.Dispose();
            _locks.Clear();
            if (Directory.Exists(Buffers))
                File.Delete(LockOf(_own));
        }
    }

    private string Buffers => Path.Combine(_folder, "buffers");

    private string SizesFile => Path.Combine(_folder, "panels.json");

    private string PageFile => Path.Combine(_folder, "page.txt");

    private string SettingsFile => Path.Combine(_folder, "settings.json");

    private string FileOf(string name) => Path.Combine(Buffers, name + ".json");

    private string LockOf(string name) => Path.Combine(Buffers, name + ".lock");

    /// <summary>Queries may be private, so a folder that is made is the user's alone; so is one above it that has to be made.</summary>
    internal static void Make(string path)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above)
            Make(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file for writing that only its owner may read, wherever the folder lies.</summary>
    internal static FileStream OpenPrivate(string path, FileMode mode, FileShare share = FileShare.None)
    {
        const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = share,
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = Owners;
        var stream = new FileStream(path, options);
        // An earlier version may have left it open to others.
        if ((File.GetUnixFileMode(stream.SafeFileHandle) & ~Owners) != 0)
            File.SetUnixFileMode(stream.SafeFileHandle, Owners);
        return stream;
    }

    internal static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var stream = OpenPrivate(temporary, FileMode.Create))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Whether the lock of a console's file is ours now; false while that console runs.</summary>
    private bool Claim(string name)
    {
        if (_locks.ContainsKey(name))
            return true;
        try
        {
            _locks[name] = OpenPrivate(LockOf(name), FileMode.OpenOrCreate);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Remove(string name)
    {
        File.Delete(FileOf(name));
        if (_locks.Remove(name, out var held))
            held.Dispose();
        File.Delete(LockOf(name));
    }

    private List<(string Name, StoredBuffers Stored)> LeftBehind(List<Localized> faults)
    {
        var found = new List<(string Name, StoredBuffers Stored)>();
        foreach (var file in new DirectoryInfo(Buffers).GetFiles("*.json").OrderBy(f => f.LastWriteTimeUtc))
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            if (name == _own || !Claim(name))
                continue;
            if (ReadFile(name, faults) is { } stored)
                found.Add((name, stored));
            else
                Remove(name);
        }
        _adopted.AddRange(found.Select(f => f.Name));
        // A console that was killed after it took another one's buffers over, and before it deleted that one's file.
        var taken = found.SelectMany(f => f.Stored.Adopted).ToHashSet();
        found.RemoveAll(f => taken.Contains(f.Name));
        return found;
    }

    /// <summary>The buffers of a file; null where it is gone, or is damaged and was put aside.</summary>
    private StoredBuffers? ReadFile(string name, List<Localized> faults)
    {
        try
        {
            return
                JsonSerializer.Deserialize(File.ReadAllBytes(FileOf(name)), StateJson.Readable.StoredBuffers)
                    is { Buffers.IsDefault: false, Adopted.IsDefault: false } stored
                ? stored
                : throw new JsonException("holds no buffers.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            var aside = FileOf(name) + ".damaged";
            File.Move(FileOf(name), aside, overwrite: true);
            faults.Add(Localized.Same($"{aside}: {e.Message}"));
            return null;
        }
    }

    private static BufferContents Merged(List<(string Name, StoredBuffers Stored)> left)
    {
        var buffers = left.SelectMany(f => f.Stored.Buffers).Where(b => b.Text.Length > 0).ToImmutableArray();
        if (left.Count == 0 || buffers.IsEmpty)
            return BufferContents.None;
        // The one in view is that of the console that wrote last.
        var last = left[^1].Stored;
        var current = last.Current >= 0 && last.Current < last.Buffers.Length ? buffers.IndexOf(last.Buffers[last.Current]) : -1;
        return new BufferContents(buffers, current < 0 ? buffers.Length - 1 : current);
    }
}
