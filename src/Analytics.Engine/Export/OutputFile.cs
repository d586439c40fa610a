namespace Analytics.Engine.Export;

/// <summary>
/// Writes a file beside its target and renames it when it is whole, so that a target is never half-written, and never
/// overwritten unless that was asked for.
/// </summary>
public static class OutputFile
{
    /// <param name="path">The target; relative to the current folder.</param>
    /// <param name="overwrite">Whether an existing target may be replaced.</param>
    /// <param name="write">Fills the stream; if it throws, nothing is left behind.</param>
    /// <exception cref="UserException">The target exists, or the folder is missing, cannot be written or is full.</exception>
    public static T Write<T>(string path, bool overwrite, Func<Stream, T> write)
    {
        Require(path, overwrite);
        var target = Path.GetFullPath(path);
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            T result;
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read))
                result = write(stream);
            File.Move(temporary, target, overwrite);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, $"cannot be written ({e.Message})", $"写不了：{ErrorText.Of(e).Zh.TrimEnd('。')}", e);
        }
        finally
        {
            DeleteQuietly(temporary);
        }
    }

    /// <summary>Asks before any work what <see cref="Write"/> would find: a name that is taken, a folder that is missing.</summary>
    /// <exception cref="UserException">The target exists and may not be replaced, is a folder, or its folder is missing.</exception>
    public static void Require(string path, bool overwrite)
    {
        var target = Path.GetFullPath(path);
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

    private static void DeleteQuietly(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report.
        }
    }

    private static UserException Failed(string path, string problem, string zh, Exception? inner) =>
        UserException.Failed($"{path}：{zh}。", $"{path}: {problem}.", inner);
}
