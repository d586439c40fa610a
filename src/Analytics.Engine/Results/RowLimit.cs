namespace Analytics.Engine.Results;

/// <summary>How many rows of a result to take at most.</summary>
/// <param name="Rows">Null: all.</param>
public readonly record struct RowLimit(long? Rows)
{
    /// <summary>How many of the next rows may still be taken after some were.</summary>
    public int Admit(long taken, int next) => Rows is { } limit ? (int)Math.Clamp(limit - taken, 0, next) : next;
}
