namespace Analytics.Engine.Files;

/// <summary>What a user states about how a file is read; what is not stated is found out and said.</summary>
public sealed record FileChoices
{
    public static readonly FileChoices None = new();

    /// <summary>The encoding of text files; null where it is to be found out.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts the fields of a text: one character, or <c>tab</c>; null where it is to be found out.</summary>
    public string? Separator { get; init; }

    /// <summary>Rows that hold something and stand before the header; null where that is to be found out.</summary>
    public int? SkippedLines { get; init; }

    /// <summary>Rows that name the columns: 0, 1 or 2; null where that is to be found out.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>Whether a column that is cleaned may become numbers or days although some texts are left over.</summary>
    public bool IsLossy { get; init; }

    /// <summary>Whether it is stated where the header stands, so that nothing of that is guessed.</summary>
    internal bool PlacesHeader => SkippedLines is not null || HeaderRows is not null;

    /// <summary>The character that <see cref="Separator"/> names.</summary>
    /// <exception cref="UserException">It names none.</exception>
    internal char SeparatorSign =>
        Separator switch
        {
            "tab" or "\\t" => '\t',
            [var one] => one,
            var other => throw UserException.Usage(
                $"分隔符“{other}”应为一个字符或 tab。",
                $"'{other}' is no separator; expected one character or tab."
            ),
        };

    /// <summary>These, and where they state nothing, others.</summary>
    public FileChoices Over(FileChoices others) =>
        new()
        {
            Encoding = Encoding ?? others.Encoding,
            Separator = Separator ?? others.Separator,
            SkippedLines = SkippedLines ?? others.SkippedLines,
            HeaderRows = HeaderRows ?? others.HeaderRows,
            IsLossy = IsLossy || others.IsLossy,
        };
}

/// <summary>How a file was found to be read.</summary>
/// <param name="Copy">A copy that the engine can read, in a private folder; null where it reads the file itself.</param>
/// <param name="Encoding">Of a text; null for other kinds.</param>
/// <param name="Remarks">What is worth knowing about it.</param>
public sealed record FileReading(string? Copy, string? Encoding, IReadOnlyList<FileRemark> Remarks)
{
    /// <summary>What the engine is told about it, from a comma on; empty where it finds out by itself.</summary>
    public string Options { get; init; } = "";

    /// <summary>What a CSV file quotes by; empty where it quotes nothing.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What the user stated about it.</summary>
    public FileChoices Stated { get; init; } = FileChoices.None;

    /// <summary>How it is read, stated or found out, as far as that is known.</summary>
    public FileChoices Found { get; init; } = FileChoices.None;
}
