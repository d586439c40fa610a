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
    /// <summary>What the engine is told about the copy, from a comma on; empty where it finds out by itself.</summary>
    public string Options { get; init; } = "";
}
