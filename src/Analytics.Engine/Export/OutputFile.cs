using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>
/// Writes a file beside its target and renames it when it is whole, so that a target is never half-written, and never
/// overwritten unless that was asked for. A link is followed to its file; a pipe or a device is written through.
/// </summary>
public static class OutputFile
{
    private const int BrokenPipe = 32;

    /// <param name="path">The target; relative to the current folder.</param>
    /// <param name="overwrite">Whether an existing target may be replaced.</param>
    /// <param name="write">Fills the stream; if it throws, nothing is left behind.</param>
    /// <param name="isPrivate">Whether a new file is the user's alone.</param>
    /// <exception cref="UserException">The target exists, or the folder is missing, cannot be written or is full.</exception>
    /// <exception cref="IOException">The reader of a pipe has gone.</exception>
    public static T Write<T>(string path, bool overwrite, Func<Stream, T> write, bool isPrivate = false)
    {
        Require(path, overwrite);
        try
        {
            return SpecialFile.IsAt(path) ? Through(path, write) : Beside(Target(path), overwrite, write, isPrivate);
        }
        catch (Exception e) when (e is IOException and not { HResult: BrokenPipe } or UnauthorizedAccessException)
        {
            throw Failed(path, $"cannot be written ({e.Message})", $"写不了：{ErrorText.Of(e).Zh.TrimEnd('。')}", e);
        }
    }

    /// <summary>Asks before any work what <see cref="Write"/> would find: a name that is taken, a folder that is missing.</summary>
    /// <exception cref="UserException">The target exists and may not be replaced, is a folder, or its folder is missing.</exception>
    public static void Require(string path, bool overwrite)
    {
        if (SpecialFile.IsAt(path))
            return;
        var target = Target(path);
        if (!overwrite && File.Exists(target))
            throw UserException.Failed($"{path}：已存在。", $"{path}: exists already.").MendedBy(new Setting("force"));
        if (Directory.Exists(target))
            throw Failed(path, "is a folder; give the name of a file", "是文件夹，请给文件名", null);
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw Failed(
                path,
                $"cannot be written: there is no folder {folder}; make it first, or name another",
                $"写不了：没有文件夹 {folder}；请先建好，或换一个",
                null
            );
        }
    }

    /// <summary>Removes what this process is writing, before it ends without finishing it; from any thread.</summary>
    public static void Abandon() => PartFile.DeleteAll();

    private static T Through<T>(string path, Func<Stream, T> write)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return write(stream);
    }

    private static T Beside<T>(string target, bool overwrite, Func<Stream, T> write, bool isPrivate)
    {
        UnixFileMode? mode =
            OperatingSystem.IsWindows() ? null
            : File.Exists(target) ? File.GetUnixFileMode(target)
            : isPrivate ? UnixFileMode.UserRead | UnixFileMode.UserWrite
            : null;
        var stream = PartFile.Create(Path.GetDirectoryName(target)!, mode);
        try
        {
            T result;
            using (stream)
                result = write(stream);
            if (mode is { } kept && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(stream.Name, kept);
            File.Move(stream.Name, target, overwrite);
            return result;
        }
        finally
        {
            PartFile.Drop(stream.Name);
        }
    }

    /// <summary>The file that a path leads to, after all links; it need not exist.</summary>
    /// <exception cref="UserException">The links go round in a circle.</exception>
    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw Failed(path, $"cannot be written ({e.Message})", "写不了：链接绕成了圈", e);
        }
        catch (IOException)
        {
            return full;
        }
    }

    private static UserException Failed(string path, string problem, string zh, Exception? inner) =>
        UserException.Failed($"{path}：{zh}。", $"{path}: {problem}.", inner);
}
