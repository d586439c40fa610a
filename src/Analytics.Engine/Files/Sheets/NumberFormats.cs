namespace Analytics.Engine.Files.Sheets;

/// <summary>What a number format makes of a number.</summary>
internal enum FormatKind
{
    Number,
    Percent,
    Date,
    Time,
}

/// <summary>Number formats of workbooks (ECMA-376 part 1, §18.8.30 and §18.8.31).</summary>
internal static class NumberFormats
{
    /// <summary>
    /// Formats that a file names by number alone; 27 to 36 and 50 to 58 are those of Chinese, as 31 is yyyy"年"m"月"d"日".
    /// </summary>
    public static FormatKind OfBuiltIn(int id) =>
        id switch
        {
            9 or 10 => FormatKind.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => FormatKind.Date,
            (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => FormatKind.Time,
            _ => FormatKind.Number,
        };

    /// <summary>By the format's code: its first section without texts in quotes, colours and conditions.</summary>
    public static FormatKind Of(string code)
    {
        var (hasDay, hasTime) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Skip(code, i, '"');
                    break;
                case '[':
                    hasTime |= code.AsSpan(i + 1) is ['h' or 'H' or 's' or 'S' or 'm' or 'M', ']', ..] or ['h' or 'H', 'h' or 'H', ']', ..];
                    i = Skip(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case ';':
                    return Found();
                case '%':
                    return FormatKind.Percent;
                case 'y' or 'Y' or 'd' or 'D':
                    hasDay = true;
                    break;
                case 'e' when i + 1 < code.Length && code[i + 1] is not ('+' or '-') && (i == 0 || !char.IsAsciiLetter(code[i - 1])):
                    hasDay = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    hasTime = true;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
            }
        }

        return Found();

        FormatKind Found() =>
            hasDay ? FormatKind.Date
            : hasTime ? FormatKind.Time
            : FormatKind.Number;
    }

    private static int Skip(string code, int at, char end) => code.IndexOf(end, at + 1) is > 0 and var found ? found : code.Length;
}
