namespace Analytics.Engine;

/// <summary>What kind of failure an <see cref="EngineException"/> is; batch maps it to an exit code.</summary>
public enum EngineErrorKind
{
    /// <summary>The request itself is wrong: an unknown name, a bad parameter, clashing options.</summary>
    Usage,

    /// <summary>The data or a query file is missing or damaged, or a file could not be read or written.</summary>
    Failed,
}

/// <summary>A failure of the engine layer; the message says what, where, and how to mend it.</summary>
public sealed class EngineException(EngineErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public EngineErrorKind Kind { get; } = kind;

    /// <summary>The message in Chinese, without the text of an inner exception; null where there is none.</summary>
    public string? Zh { get; init; }
}
