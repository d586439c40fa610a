using Analytics.Engine.Sessions;

namespace Analytics.Tui.Catalogue;

/// <summary>A folder, or a file that can be opened.</summary>
/// <param name="Name">Without the folders above it.</param>
/// <param name="IsFolder">Whether to go into it rather than to open it.</param>
/// <param name="Bytes">Of a file.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder, long Bytes)
{
    private const int MostEntries = 5000;

    /// <summary>The folders and the files that can be opened in a folder, folders first; none where it cannot be read.</summary>
    public static IReadOnlyList<FolderEntry> In(string folder)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos()
                    .Take(MostEntries)
                    .Select(e => e is FileInfo file ? new FolderEntry(file.Name, false, file.Length) : new FolderEntry(e.Name, true, 0))
                    .Where(e => e.IsFolder || OpenedFile.KindOf(e.Name) is not null)
                    .OrderBy(e => !e.IsFolder)
                    .ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
