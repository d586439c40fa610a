using System.Diagnostics;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Testing;

/// <summary>Files of Office Open XML as others see them.</summary>
internal static class OfficeFile
{
    /// <summary>What the validator of the Open XML SDK has against a file.</summary>
    public static IReadOnlyList<string> Faults(Stream file)
    {
        using OpenXmlPackage package = IsWorkbook(file) ? SpreadsheetDocument.Open(file, false) : WordprocessingDocument.Open(file, false);
        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package);
        return [.. faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}")];
    }

    /// <summary>A part as text.</summary>
    public static string Part(Stream file, string name)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static bool IsWorkbook(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var isWorkbook = zip.GetEntry("xl/workbook.xml") is not null;
        file.Position = 0;
        return isWorkbook;
    }
}

/// <summary>LibreOffice, which opens what we write.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string? Missing { get; } = OnPath("soffice") ? null : "LibreOffice (soffice) is not installed";

    /// <summary>Converts a file, with a profile of its own, so that no other run is in the way.</summary>
    /// <returns>The folder of what came out.</returns>
    public static string Convert(string file, string to, string folder)
    {
        string[] words = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder, file];
        using var process = Process.Start(
            new ProcessStartInfo("soffice", words) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Patience))
            throw new TimeoutException("LibreOffice does not end: " + error.Result);
        return folder;
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));
}

/// <summary>A test that opens a file in LibreOffice; skipped where there is none.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.Missing;
}
