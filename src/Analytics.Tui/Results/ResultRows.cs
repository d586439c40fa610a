using Analytics.DuckDb;
using Analytics.Engine.Workspaces;

namespace Analytics.Tui.Results;

/// <summary>A stretch of a result's rows, as texts. Immutable plain memory.</summary>
/// <param name="First">Number of the first row, from 0.</param>
/// <param name="Texts">Canonical texts by row and column; null for NULL.</param>
internal sealed record RowPage(long First, IReadOnlyList<string?[]> Texts)
{
    /// <summary>Rows read at a time at least: enough for the view, a page to either side, and the sentences around the cursor.</summary>
    public const int LeastRows = 400;

    /// <summary>One past the last row.</summary>
    public long End => First + Texts.Count;

    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    public static RowPage Read(KeptResult kept, long first, int count, CancellationToken cancellation = default)
    {
        using var rows = kept.Page(first, count, cancellation);
        var texts = new List<string?[]>();
        for (var row = 0; row < rows.RowCount; row++)
        {
            texts.Add([.. Enumerable.Range(0, kept.Columns.Count).Select(column => rows.Text(row, column))]);
        }
        return new RowPage(first, texts);
    }
}

/// <summary>A kept result as the console sees it: how far it is, and the rows around the view.</summary>
/// <param name="Kept">The result itself, which only workers read.</param>
/// <param name="Progress">How far it was when last told.</param>
/// <param name="Page">The rows that can be drawn.</param>
/// <param name="IsReading">Whether other rows have been asked for.</param>
/// <param name="Fault">Why rows cannot be read any more; null while they can.</param>
internal sealed record ResultRows(KeptResult Kept, KeptProgress Progress, RowPage Page, bool IsReading = false, string? Fault = null)
{
    /// <summary>What the user called it; null for its number.</summary>
    public string? Alias { get; init; }

    /// <summary>Why its figures must not be combined as they are; null where nothing is known against it.</summary>
    public string? Caution { get; init; }

    /// <summary>What speaks against comparing its figures; null before it was asked for.</summary>
    public JudgedRows? Judged { get; init; }

    /// <summary>Why there are no rows, as far as the places asked for tell; null where there are.</summary>
    public Localized? WhyEmpty { get; init; }

    public IReadOnlyList<ResultColumn> Columns => Kept.Columns;

    public long RowCount => Progress.Rows;

    /// <summary>True if the query has ended before its last row.</summary>
    public bool IsTruncated => Progress.State is KeptState.Cancelled or KeptState.Failed;

    public bool IsGrowing => Progress.State == KeptState.Growing;

    /// <summary>Whether a row is in memory.</summary>
    public bool Has(long row) => row >= Page.First && row < Page.End;

    /// <summary>The canonical text of a cell; null for NULL, and for rows that are not in memory.</summary>
    public string? Text(long row, int column) => Has(row) ? Page.Texts[(int)(row - Page.First)][column] : null;

    /// <summary>
    /// What to read so that the view, and a page to either side, are in memory; null when they are or have been asked for.
    /// </summary>
    /// <param name="top">First row in view.</param>
    /// <param name="height">Rows in view.</param>
    public (long First, int Count)? Missing(long top, int height)
    {
        var (from, to) = (Math.Max(0, top - height), Math.Min(RowCount, top + 2L * height));
        if (IsReading || Fault is not null || from >= to || (from >= Page.First && to <= Page.End))
            return null;
        var count = Math.Max(RowPage.LeastRows, 4 * height);
        return (Math.Max(0, top - (count - height) / 2), count);
    }
}
