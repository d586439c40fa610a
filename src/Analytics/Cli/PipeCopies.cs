using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Cli;

/// <summary>Copies of the pipes that a script reads: the engine opens a file more than once, a pipe can be read once.</summary>
internal sealed class PipeCopies : IDisposable
{
    private readonly Dictionary<string, string> _copies = [];
    private string? _folder;

    /// <summary>The script with each pipe that it reads replaced by its copy, which is made here and waits for the pipe's writer.</summary>
    public string Read(string sql)
    {
        var script = new StringBuilder(sql);
        var files = ReadFiles.In(sql);
        if (files.Any(f => StandardInput.IsNamedBy(f.Path)))
            StandardInput.RequireOpen();
        foreach (var file in files.Where(f => SpecialFile.IsPipe(f.Path)).Reverse())
        {
            var (start, length) = file.Place.GetOffsetAndLength(sql.Length);
            script.Remove(start, length).Insert(start, SqlText.Literal(CopyOf(file.Path)));
        }

        return script.ToString();
    }

    public void Dispose()
    {
        if (_folder is { } folder)
            Directory.Delete(folder, recursive: true);
        _folder = null;
    }

    private string CopyOf(string path)
    {
        if (_copies.TryGetValue(path, out var made))
            return made;
        _folder ??= Directory.CreateTempSubdirectory("analytics-").FullName;
        var copy = Path.Combine(_folder, $"{_copies.Count}-{Path.GetFileName(path)}");
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var to = new FileStream(copy, FileMode.CreateNew);
        from.CopyTo(to);
        return _copies[path] = copy;
    }
}
