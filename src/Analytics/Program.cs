using Analytics.Cli;

try
{
    return CommandLine.Run(args);
}
catch (Exception e) when (Environment.GetEnvironmentVariable("ANALYTICS_TRACE") is null)
{
    // The last boundary: a defect of ours, said in one line instead of a wall of stack trace.
    Messages.Error($"Internal error: {e.GetType().Name}: {e.Message}\nANALYTICS_TRACE=1 shows where. Your files are unchanged.");
    return ExitCode.Failed;
}
