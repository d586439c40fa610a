using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Analytics.Engine.Export;

/// <summary>
/// A file that is still being written, beside its target. Its name is short, so that there is room beside names of any length, and random;
/// it is created exclusively, so that no planted link is followed, and locked as long as somebody writes it.
/// </summary>
internal static class PartFile
{
    private const string Beginning = ".analytics-";
    private const string Ending = ".part";
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Own = [];

    /// <summary>Creates one, and removes those that runs left which are no more.</summary>
    /// <param name="folder">The target's.</param>
    /// <param name="mode">Its permissions; null: what the user's mask gives.</param>
    public static FileStream Create(string folder, UnixFileMode? mode)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        // Nobody else reads along while a private file is replaced.
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Our own are locked between the one and the other.
        lock (Gate)
        {
            RemoveLeft(folder);
            var name = $"{Beginning}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}{Ending}";
            var stream = new FileStream(Path.Combine(folder, name), options);
            Own.Add(stream.Name);
            return stream;
        }
    }

    /// <summary>Deletes those of this process.</summary>
    public static void DeleteAll()
    {
        lock (Gate)
        {
            foreach (var path in Own)
                Delete(path);
        }
    }

    private static void RemoveLeft(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, Beginning + "*" + Ending).Where(IsLeft).ToList())
            Delete(path);
    }

    /// <summary>Ends one of this process; it is gone already where it was renamed.</summary>
    public static void Drop(string path)
    {
        Delete(path);
        lock (Gate)
            Own.Remove(path);
    }

    /// <summary>Deletes one; what cannot be deleted stays, as the failure that led here is the one to report.</summary>
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }

    /// <summary>Whether the process that wrote it has ended, and nobody holds it: a number may belong to another machine.</summary>
    private static bool IsLeft(string path)
    {
        var number = Path.GetFileName(path)[Beginning.Length..].Split('-')[0];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        if (id != Environment.ProcessId && IsRunning(id))
            return false;
        try
        {
            using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
