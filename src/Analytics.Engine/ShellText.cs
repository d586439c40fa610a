using System.Buffers;
using System.Text;

namespace Analytics.Engine;

/// <summary>Arguments as a POSIX shell reads them, for commands that the program shows to be copied, and reads back.</summary>
public static class ShellText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t\n'\"\\$`()<>|&;*?[]{}!#~");

    public static string Quote(string argument) =>
        argument.Length > 0 && argument.AsSpan().IndexOfAny(Special) < 0 ? argument : "'" + argument.Replace("'", "'\\''") + "'";

    /// <summary>The arguments of a command, quotes and escapes resolved.</summary>
    public static string[] Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        for (var i = 0; i < command.Length; i++)
        {
            var letter = command[i];
            if (quote == '\0' && letter == ' ')
            {
                if (isWord)
                    words.Add(word.ToString());
                (isWord, _) = (false, word.Clear());
                continue;
            }

            isWord = true;
            if (quote == '\0' && letter is '\'' or '"')
                quote = letter;
            else if (letter == quote)
                quote = '\0';
            else if (letter == '\\' && quote != '\'' && i + 1 < command.Length)
                word.Append(command[++i]);
            else
                word.Append(letter);
        }

        if (isWord)
            words.Add(word.ToString());
        return [.. words];
    }
}
