using System.Diagnostics;
using System.Text;

namespace Analytics.Tests.Cli;

/// <summary>What one run of the program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>Runs the program as a user's script would.</summary>
internal static class AnalyticsProcess
{
    /// <summary>The program that was built with the tests.</summary>
    public static string Ordinary { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "analytics.exe" : "analytics");

    /// <summary>The published program that <c>ANALYTICS_PROGRAM</c> names, null where it names none.</summary>
    public static string? Published { get; } =
        Environment.GetEnvironmentVariable("ANALYTICS_PROGRAM") is { Length: > 0 } named ? Path.GetFullPath(named) : null;

    /// <summary>The program under test.</summary>
    public static string Program { get; } = Published ?? Ordinary;

    public static Outcome Run(params string[] arguments) => Run(arguments, input: "");

    public static Outcome Run(string[] arguments, string input) => Finish(Start(arguments), input);

    /// <summary>Runs the program that was built with the tests.</summary>
    public static Outcome RunOrdinary(params string[] arguments) => Finish(Start(Ordinary, arguments), input: "");

    /// <summary>Runs a copy of the ordinary program in another folder.</summary>
    public static Outcome RunIn(string folder, params string[] arguments) =>
        Finish(Start(Path.Combine(folder, Path.GetFileName(Ordinary)), arguments), input: "");

    /// <summary>Runs the program with another current folder.</summary>
    public static Outcome RunFrom(string folder, params string[] arguments) => Finish(Start(Program, arguments, folder), input: "");

    /// <summary>Runs the program with a settings file of its own, beside which a user's models, pages and bookmarks lie.</summary>
    public static Outcome RunWith(string settings, params string[] arguments) =>
        Finish(Start(Program, arguments, settings: settings), input: "");

    /// <summary>Runs the program with some environment variables changed; null takes one away.</summary>
    public static Outcome RunIn(IReadOnlyDictionary<string, string?> environment, string[] arguments) =>
        Finish(Start(Program, arguments, environment: environment), input: "");

    public static Process Start(params string[] arguments) => Start(Program, arguments);

    /// <summary>
    /// The program as a shell in front starts it: what a background shell or nohup makes this process ignore (INT, QUIT, HUP) would be
    /// ignored by its children too. GNU env sets signals back in the child alone and becomes the program, so the id is the program's.
    /// </summary>
    public static Process StartHearingSignals(params string[] arguments) =>
        OperatingSystem.IsLinux() ? Start("env", ["--default-signal=INT,QUIT,HUP,TERM", Program, .. arguments]) : Start(Program, arguments);

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

    private static Process Start(
        string program,
        string[] arguments,
        string? folder = null,
        string? settings = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Repository.Root,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("ANALYTICS_HOME");
        if (settings is not null)
            start.Environment["ANALYTICS_CONFIG"] = settings;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
