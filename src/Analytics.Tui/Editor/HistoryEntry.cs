namespace Analytics.Tui.Editor;

/// <summary>SQL that was run, and what came of it.</summary>
/// <param name="Sql">As it was run.</param>
/// <param name="At">When it was; null where nobody noted it.</param>
internal sealed record HistoryEntry(string Sql, DateTimeOffset? At = null)
{
    /// <summary>How long it took; null before its end.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>Rows that it gave or changed; null where it gave none.</summary>
    public long? Rows { get; init; }

    public bool HasFailed { get; init; }
}
