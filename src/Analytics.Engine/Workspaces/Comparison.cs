namespace Analytics.Engine.Workspaces;

/// <summary>How two kept results differ, row by row of the same key.</summary>
/// <param name="Rows">
/// The rows that differ, ordered by key: <c>change</c> (<c>added</c>, <c>removed</c>, <c>changed</c>, or <c>no key</c> where a key is
/// NULL), the keys, then for each other column that both have its value in either (<c>value_r1</c>, <c>value_r2</c>), and for numbers and
/// dates <c>value_difference</c> (after minus before, NULL where it cannot be told) and for numbers <c>value_percent</c> of
/// the value before (NULL where that is 0).
/// </param>
/// <param name="Added">Like the other counts, of the rows so far if <paramref name="Rows"/> was cancelled or failed.</param>
/// <param name="Removed">Rows whose key only the first has.</param>
/// <param name="Changed">Rows of a key in both that differ in a column that both have.</param>
/// <param name="NoKey">Rows of either with NULL in a key: they belong to no row of the other.</param>
/// <param name="Same">Rows that both have alike; null if <paramref name="Rows"/> is not complete.</param>
/// <param name="OnlyBefore">Columns that only the first has; they are not compared.</param>
/// <param name="OnlyAfter">Columns that only the second has.</param>
public sealed record Comparison(
    KeptResult Rows,
    long Added,
    long Removed,
    long Changed,
    long NoKey,
    long? Same,
    IReadOnlyList<string> OnlyBefore,
    IReadOnlyList<string> OnlyAfter
)
{
    /// <summary>Columns that have the same value on both sides of every row that both have.</summary>
    public IReadOnlyList<string> Alike { get; init; } = [];
}
