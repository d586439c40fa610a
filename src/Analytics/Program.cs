using Analytics.Cli;
using Analytics.DuckDb;
using Analytics.Tui.App;

StandardStreams.Reserve();
EngineStacks.Enlarge();
var code = ExitCode.Failed;
var command = new Thread(() => code = Run(args), EngineStacks.Size);
command.Start();
command.Join();
return code;

static int Run(string[] args)
{
    try
    {
        // The console is loaded only where it is asked for: a batch command has no use for it.
        var console = new ConsoleEntry(
            (options, language, page, startsWithSql) => ConsoleStart.Run(options, language, page, startsWithSql, CommandText.Syntax),
            language => KeyList.Read(language),
            (options, language, page, size) => ConsoleScreen.Of(options, language, page, size.Width, size.Height, CommandText.Syntax),
            ConsoleStart.LanguageSetting,
            SettingsList.Read
        );
        return CommandLine.Run(args, console);
    }
    catch (Exception e) when (Environment.GetEnvironmentVariable("ANALYTICS_TRACE") is null)
    {
        // The last boundary: a defect of ours, said in one line instead of a wall of stack trace.
        Messages.Error($"Internal error: {e.GetType().Name}: {e.Message}\nANALYTICS_TRACE=1 shows where. Your files are unchanged.");
        return ExitCode.Failed;
    }
}
