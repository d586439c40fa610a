namespace Analytics.Cli;

/// <summary>What tells without reading it that a file has been written.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="LastWrite">By the clock of the file system.</param>
internal readonly record struct FileStamp(long Length, DateTime LastWrite)
{
    /// <summary>That of the file that a path leads to, after a link; null where there is none, or none that can be looked at.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                file = target;
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
