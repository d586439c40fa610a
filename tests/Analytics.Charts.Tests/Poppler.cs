using System.Diagnostics;
using System.Text;

namespace Analytics.Charts.Tests;

/// <summary>A test that reads a PDF as others do, with poppler's tools. A newcomer may lack them; under CI they must be there.</summary>
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip ??= Poppler.Missing;
}

/// <summary>Poppler's tools, https://poppler.freedesktop.org.</summary>
internal static class Poppler
{
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable("CI") is null && !IsOnPath ? "pdftotext (poppler-utils) is not installed" : null;

    private static bool IsOnPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    /// <summary>What a tool says of a file, which it finds behind its options.</summary>
    public static string Read(string tool, byte[] pdf, params string[] options)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            var start = new ProcessStartInfo(tool, [.. options, path, .. tool == "pdftotext" ? ["-"] : Array.Empty<string>()])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, $"{tool} {said}");
            return said;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
