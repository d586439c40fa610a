using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Analytics.Charts;
using Analytics.Engine.Documents;
using Analytics.Engine.Export;

namespace Analytics.Figures;

/// <summary>A file of a report.</summary>
/// <param name="Name">Below the folder of the manifest.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="PartsSha256">Of a package the same over what its parts hold, however they are compressed; null for other files.</param>
public sealed record ReportFile(string Name, long Bytes, string Sha256, string? PartsSha256)
{
    /// <summary>A file as it is.</summary>
    /// <param name="folder">Of the manifest.</param>
    /// <param name="name">Below it.</param>
    public static ReportFile Of(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var content = File.ReadAllBytes(path);
        var isPackage = content.AsSpan().StartsWith("PK"u8);
        return new(name.Replace('\\', '/'), content.Length, Hash(content), isPackage ? OfParts(content) : null);
    }

    /// <summary>SHA-256 in small letters.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string OfParts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var lines = new StringBuilder();
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            using var part = entry.Open();
            lines.Append(entry.FullName).Append(' ').Append(Convert.ToHexStringLower(SHA256.HashData(part))).Append('\n');
        }

        return Hash(Encoding.UTF8.GetBytes(lines.ToString()));
    }
}

/// <summary>Writes reports in the formats that there are.</summary>
public static class ReportFiles
{
    private const string Charts = "pdf";

    /// <summary>The names of the formats.</summary>
    public static IReadOnlyList<string> Formats => [.. DocumentFormat.All.Select(f => f.Name), Charts];

    /// <summary>The format that a file's ending names; null for none, as for a folder.</summary>
    public static string? FormatOf(string path)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        return ending == ".pdf" ? Charts : DocumentFormat.All.FirstOrDefault(f => f.Endings.Contains(ending))?.Name;
    }

    /// <summary>The ending of a format's files, with the point.</summary>
    public static string EndingOf(string format) => format == Charts ? ".pdf" : FormatNamed(format).Endings[0];

    /// <summary>Writes one file, with its pictures beside it where the format has them there.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="format">A name of <see cref="Formats"/>.</param>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    /// <returns>The paths of all files that were written, and what was changed for the format's sake.</returns>
    /// <exception cref="UserException">A file cannot be written.</exception>
    public static (IReadOnlyList<string> Paths, IReadOnlyList<Localized> Remarks) Write(
        MadeReport report,
        string format,
        string path,
        bool overwrite
    )
    {
        if (format == Charts)
            return (WriteCharts(report, path, overwrite), []);
        var pictures = new List<string>();
        var document = report.Document with { Picture = (name, bytes) => Beside(path, name, bytes, overwrite, pictures) };
        var written = OutputFile.Write(path, overwrite, stream => FormatNamed(format).Write(document, stream));
        return ([path, .. pictures], written.Remarks);
    }

    private static DocumentFormat FormatNamed(string name) => DocumentFormat.All.First(f => f.Name == name);

    private static string[] WriteCharts(MadeReport report, string path, bool overwrite)
    {
        if (report.Charts.Count == 0)
            throw UserException.Failed($"{path}：报告里没有图。", $"{path}: the report has no chart.");
        var pages = ChartFile.RenderPages(report.Charts, report.Document.Title);
        OutputFile.Write(
            path,
            overwrite,
            stream =>
            {
                stream.Write(pages);
                return 0;
            }
        );
        return [path];
    }

    private static string Beside(string path, string name, byte[] bytes, bool overwrite, List<string> pictures)
    {
        var picture = $"{Path.GetFileNameWithoutExtension(path)}-{name}";
        var target = Path.Combine(Path.GetDirectoryName(path) ?? "", picture);
        OutputFile.Write(
            target,
            overwrite,
            stream =>
            {
                stream.Write(bytes);
                return 0;
            }
        );
        pictures.Add(target);
        return picture;
    }
}
