using System.Buffers;

namespace Analytics.Engine;

/// <summary>Arguments as a POSIX shell reads them, for commands that the program shows to be copied.</summary>
public static class ShellText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t\n'\"\\$`()<>|&;*?[]{}!#~");

    public static string Quote(string argument) =>
        argument.Length > 0 && argument.AsSpan().IndexOfAny(Special) < 0 ? argument : "'" + argument.Replace("'", "'\\''") + "'";
}
