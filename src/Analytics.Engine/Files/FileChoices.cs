namespace Analytics.Engine.Files;

/// <summary>What a user states about how a file is read; what is not stated is found out and said.</summary>
public sealed record FileChoices
{
    public static readonly FileChoices None = new();

    /// <summary>The encoding of text files; null where it is to be found out.</summary>
    public string? Encoding { get; init; }
}

/// <summary>How a file was found to be read.</summary>
/// <param name="Copy">A copy that the engine can read, in a private folder; null where it reads the file itself.</param>
/// <param name="Encoding">Of a text; null for other kinds.</param>
/// <param name="Remarks">What is worth knowing about it.</param>
public sealed record FileReading(string? Copy, string? Encoding, IReadOnlyList<FileRemark> Remarks);
