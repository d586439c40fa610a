using System.Xml;
using Analytics.DuckDb;
using Analytics.Engine.Files.Sheets;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files;

/// <summary>
/// Copies of files in a form that the engine reads, in a private folder of their own, which is made with the first copy. Owns folder and
/// copies.
/// </summary>
internal sealed class FileCopies : IDisposable
{
    private PrivateFolder? _folder;

    /// <summary>The file with how it is read; copied where the engine cannot read it as it is.</summary>
    /// <param name="file">As it was asked for.</param>
    /// <param name="choices">What the user states.</param>
    /// <exception cref="UserException">It cannot be read, or its copy cannot be written.</exception>
    public OpenedFile Prepared(OpenedFile file, FileChoices choices)
    {
        try
        {
            return SpecialFile.IsAt(file.Path) ? file
                : file.Kind == FileKind.Sheet ? SheetFile.Prepared(file, choices, this)
                : file.Kind is FileKind.Csv or FileKind.Json ? TextFile.Prepared(file, choices, this)
                : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileRefusal.Of(FileFault.Unreadable, file.Path, e.Message, inner: e);
        }
        catch (Exception e) when (PackedFile.IsDamage(e) || e is XmlException)
        {
            throw FileRefusal.Of(FileFault.Damaged, file.Path, e.Message, inner: e);
        }
    }

    /// <summary>A new file for a copy, which only this user can read. The caller disposes the stream.</summary>
    public FileStream Create()
    {
        _folder ??= PrivateFolder.Create();
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(_folder.Path, Guid.NewGuid().ToString("N")), options);
    }

    /// <summary>Deletes the copy of a file that is closed; one that is in use stays until the end.</summary>
    public static void Delete(OpenedFile file)
    {
        try
        {
            if (file.Reading?.Copy is { } copy)
                File.Delete(copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    public void Dispose() => _folder?.Dispose();
}
