using Analytics.Engine.Verdicts;
using Analytics.Engine.Workspaces;
using Analytics.Figures;

namespace Analytics.Tui.Results;

/// <summary>The first rows of a running query can be looked at.</summary>
internal sealed record RowsArrived(int Request, KeptResult Result, KeptProgress Progress, RowPage Page) : ConsoleEvent;

internal sealed record RowsSoFar(int Request, KeptProgress Progress) : ConsoleEvent;

/// <summary>How far a running query is, in percent; null where the engine cannot tell.</summary>
internal sealed record ProgressRead(int Request, double? Percent) : ConsoleEvent;

/// <summary>Rows that were asked for.</summary>
internal sealed record RowsRead(KeptResult Result, RowPage Page) : ConsoleEvent;

internal sealed record RowsFailed(KeptResult Result, Localized Message) : ConsoleEvent;

/// <summary>No more rows come: all are there, or the query was cancelled or failed on the way.</summary>
/// <param name="Request">Number of the request that it answers.</param>
/// <param name="Result">With all the rows that it will have.</param>
/// <param name="Progress">How it ended, and when.</param>
/// <param name="Comparison">The counts, if it was one.</param>
internal sealed record QueryFinished(int Request, KeptResult Result, KeptProgress Progress, Comparison? Comparison = null) : ConsoleEvent
{
    /// <summary>Why there are no rows; null where there are, or nothing tells.</summary>
    public Localized? Missing { get; init; }
}

internal sealed record StatisticsRead(int Request, string Result, ColumnStatistics Statistics) : ConsoleEvent;

/// <summary>The row, from 0, where a search has found its text; null when no row has it.</summary>
internal sealed record TextFound(int Request, string Text, long? Row) : ConsoleEvent;

/// <param name="Result">The result that was to be renamed.</param>
/// <param name="Wanted">The name that was asked for.</param>
/// <param name="Alias">The name it has now; null for its number.</param>
/// <param name="Fault">Why it could not be had; null if it was.</param>
internal sealed record ResultRenamed(KeptResult Result, string Wanted, string? Alias, Localized? Fault) : ConsoleEvent;

internal sealed record SizesRead(IReadOnlyDictionary<string, long> Bytes) : ConsoleEvent;

/// <summary>The columns that both results have, as keys of a comparison; none if they share no column.</summary>
internal sealed record KeysProposed(int Request, IReadOnlyList<KeyCandidate> Keys) : ConsoleEvent;

/// <summary>A result could not be dropped; its disk space stays taken until the end.</summary>
internal sealed record DropFailed(Localized Message) : ConsoleEvent;

internal sealed record CellsCopied(long Rows) : ConsoleEvent;

/// <summary>Nothing was copied, since terminals would not take it.</summary>
/// <param name="Rows">How many were to be copied.</param>
/// <param name="Fit">How many of the first rows would fit.</param>
internal sealed record CopyTooLarge(long Rows, int Fit) : ConsoleEvent;

/// <summary>The batch command that gives the same rows was copied; null when there is none, and the result's source says why.</summary>
internal sealed record CommandCopied(string? Command, KeptResult Result) : ConsoleEvent;

/// <summary>A statement without rows is done.</summary>
internal sealed record StatementDone(int Request, long RowsChanged, TimeSpan Elapsed) : ConsoleEvent;

/// <summary>A query failed.</summary>
/// <param name="Request">Number of the request that it answers.</param>
/// <param name="Message">What is wrong, and how to mend it.</param>
/// <param name="Position">UTF-16 offset into the request's SQL, if known.</param>
internal sealed record QueryFailed(int Request, Localized Message, int? Position) : ConsoleEvent;

/// <summary>A query or an operation was left behind, so that others can run.</summary>
/// <param name="Request">The one that nobody waits for any more.</param>
/// <param name="Left">The one that runs on: the same, or the one before it, for which it waited; null for what is no query.</param>
/// <param name="Query">What runs on.</param>
internal sealed record QueryLeft(int Request, int? Left, QueryRequest? Query) : ConsoleEvent;

/// <summary>What was left behind runs no more.</summary>
internal sealed record LeftEnded(int Request) : ConsoleEvent;

internal sealed record QueryCancelled(int Request, TimeSpan Elapsed) : ConsoleEvent;

/// <summary>A file was written.</summary>
/// <param name="Request">Number of the request that it answers.</param>
/// <param name="Path">Where it lies now.</param>
/// <param name="Rows">Rows written; null for a picture.</param>
/// <param name="IsTruncated">Whether rows were left out, by a limit or because the result is not whole.</param>
/// <param name="Bytes">Size of the file.</param>
internal sealed record FileSaved(int Request, string Path, long? Rows, bool IsTruncated, long Bytes) : ConsoleEvent
{
    /// <summary>What part of a result the rows are; null where they are all of it.</summary>
    public Localized? Part { get; init; }

    /// <summary>The file of a chart's data and evidence; null where none was asked for.</summary>
    public string? Sidecar { get; init; }

    /// <summary>Caveats of its rows that it has no place for.</summary>
    public IReadOnlyList<ResultCaveat> Unsaid { get; init; } = [];
}

/// <summary>How far a file is.</summary>
internal sealed record SaveProgress(int Request, long Rows, long Bytes) : ConsoleEvent;

/// <summary>A file was not written; what stood there before stands there still.</summary>
internal sealed record SaveCancelled(int Request, string Path) : ConsoleEvent;

/// <summary>The file exists and nobody has said yet that it may be replaced.</summary>
internal sealed record FileExists(SaveFile Effect, string Path) : ConsoleEvent;

internal sealed record SaveFailed(int Request, Localized Message) : ConsoleEvent;

/// <summary>Cells or a command could not be copied.</summary>
internal sealed record CopyFailed(Localized Message) : ConsoleEvent;

/// <summary>The statement that all steps to a result come to; where there is none, the last step alone.</summary>
/// <param name="Result">Where the steps lead.</param>
/// <param name="Sql">The statement.</param>
/// <param name="IsShown">Whether it is to be shown; else it goes into the editor.</param>
internal sealed record StepsRead(KeptResult Result, string Sql, bool IsShown) : ConsoleEvent;

/// <summary>What speaks against comparing and combining figures of a result, one a code; none where nothing is known.</summary>
/// <param name="Result">The rows.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Caveats">One a code.</param>
/// <param name="Verdict">Of a query that compares; null otherwise.</param>
internal sealed record CaveatsRead(KeptResult Result, Language Language, IReadOnlyList<ResultCaveat> Caveats, VerdictText? Verdict = null)
    : ConsoleEvent;
