using System.Globalization;
using Analytics.Engine.Files;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>How opened files are read, as settings that batch takes for all files of a command.</summary>
public static class OpenSettings
{
    /// <summary>The settings of files; null where they differ, so that no one command has them all.</summary>
    public static IReadOnlyList<Setting>? Of(IReadOnlyList<OpenedFile> files)
    {
        // Who cleans a file has all choices in the SQL that does it.
        var stated = files
            .Where(f => !f.IsCleaned && f.Reading is not null)
            .Select(f => f.Reading!.Stated)
            .Where(c => c != FileChoices.None)
            .Distinct()
            .ToList();
        return stated.Count > 1
            ? null
            : [.. stated.SelectMany(Of), .. files.Where(f => f.IsCleaned).Select(f => new Setting("clean", f.CleanedBy))];
    }

    private static IEnumerable<Setting> Of(FileChoices choices)
    {
        if (choices.Encoding is { } encoding)
            yield return new("encoding", encoding);
        if (choices.Separator is { } separator)
            yield return new("separator", separator);
        if (choices.SkippedLines is { } lines)
            yield return new("skip-lines", lines.ToString(CultureInfo.InvariantCulture));
        if (choices.HeaderRows is { } rows)
            yield return new("header-rows", rows.ToString(CultureInfo.InvariantCulture));
    }
}
