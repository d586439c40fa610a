using System.Diagnostics;
using System.Text;

namespace Analytics.Tests.Cli;

/// <summary>What one run of the built program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>Runs the built program as a user's script would.</summary>
internal static class AnalyticsProcess
{
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "analytics.exe" : "analytics");

    public static Outcome Run(params string[] arguments) => Run(arguments, input: "");

    /// <summary>Runs a copy of the program in another folder.</summary>
    public static Outcome RunIn(string folder, params string[] arguments) =>
        Finish(Start(Path.Combine(folder, Path.GetFileName(Program)), arguments), input: "");

    public static Outcome Run(string[] arguments, string input) => Finish(Start(arguments), input);

    public static Process Start(params string[] arguments) => Start(Program, arguments);

    private static Outcome Finish(Process started, string input)
    {
        using var process = started;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("ANALYTICS_HOME");
        return Process.Start(start)!;
    }
}
