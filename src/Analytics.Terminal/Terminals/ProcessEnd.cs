namespace Analytics.Terminal.Terminals;

/// <summary>The end of a process of which a thread is in a call that it does not leave.</summary>
public static class ProcessEnd
{
    /// <summary>Ends the process without its last rites: threads of libraries would be in the way of them.</summary>
    public static void Now(int code)
    {
        if (OperatingSystem.IsWindows())
            Environment.Exit(code);
        else
            Libc.ExitNow(code);
    }
}
