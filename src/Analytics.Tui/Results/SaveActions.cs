using Analytics.Charts;
using Analytics.Figures;

namespace Analytics.Tui.Results;

/// <summary>Saving the chart or the rows to a file.</summary>
internal static class SaveActions
{
    /// <summary>Asks for a name, with a proposal by what is looked at.</summary>
    /// <param name="part">The results.</param>
    /// <param name="withEvidence">Whether what the rows stand on is saved with them.</param>
    public static Part<ResultState> Ask(Part<ResultState> part, bool withEvidence = false)
    {
        if (part.Own.Open is not { } open)
            return part.Say(part.Texts.NothingToSave);
        var stem = open.Query is CannedRequest canned ? canned.FileStem(part.Language) : open.Label;
        // Formats for programs have no place to say that rows are missing: their name is the only one.
        var partly = PartialRows.Of(open.Table.Kept) is null ? "" : part.Texts.Partial;
        var ending = open.Tab == ResultTab.Chart ? ".png" : ".csv";
        return part with { Window = new SaveWindow(stem + partly + ending, "") { WithEvidence = withEvidence } };
    }

    /// <summary>Writes the file that was named, or says why it cannot be.</summary>
    /// <param name="part">The results.</param>
    /// <param name="window">Where it was named.</param>
    /// <param name="chart">The chart of the result in view; null where there is none.</param>
    /// <param name="failure">Why there is none; null where it is still being made.</param>
    public static Part<ResultState> Accept(Part<ResultState> part, SaveWindow window, ChartSpec? chart, string? failure)
    {
        var path = FullPath(window.Path);
        if (part.Own.Open is not { } open)
            return part with { Window = null };
        var isPicture = FileSaver.IsPicture(path);
        if (!FileSaver.IsKnown(path))
            return part with { Window = window with { Error = part.Texts.UnknownEnding } };
        var lineage = open.Table.Kept.Lineage;
        if (window.WithEvidence && !isPicture && !lineage.IsKept)
            return part with { Window = window with { Error = part.Texts.NotSavedWithEvidence(lineage.Reason?.Reason) } };
        return isPicture && chart is null
            ? part with
            {
                Window = window with { Error = failure is null ? part.Texts.Building : part.Texts.NoChartToSave + failure },
            }
            : Start(
                part,
                new SaveFile(
                    part.LastRequest + 1,
                    path,
                    open.Table.Kept,
                    isPicture ? Judged(chart!, open, part.Language) : null,
                    Overwrite: false
                )
                {
                    Language = part.Language,
                    Caveats = open.Table.Judged?.Caveats,
                    WithEvidence = window.WithEvidence,
                }
            );
    }

    /// <summary>A chart under its verdict, which stands above it on the screen.</summary>
    private static ChartSpec Judged(ChartSpec chart, OpenResult open, Language language) =>
        open.Table.Judged?.Verdict is { } verdict
            ? chart with
            {
                Verdict = verdict.Medium.In(language),
                BriefVerdict = verdict.Brief.In(language),
            }
            : chart;

    /// <summary>One file at a time, so that each can be seen and cancelled.</summary>
    public static Part<ResultState> Start(Part<ResultState> part, SaveFile save)
    {
        var closed = part with { Window = null };
        if (part.Own.Saving is { } other)
            return closed.Say(part.Texts.SavesAlready(other.Query.Title(part.Language)), isError: true);
        var task = new RunningState(save.Request, new SaveRequest(save.Path, save.Result), part.Now, 0, IsCancelling: false);
        return (closed with { Message = default, LastRequest = save.Request, Own = part.Own with { Saving = task } }).Doing(save);
    }

    /// <summary>Takes in what is said about a file.</summary>
    public static Part<ResultState> Apply(Part<ResultState> part, ConsoleEvent answer) =>
        answer switch
        {
            SaveProgress p => part with { Own = part.Own.WithTask(p.Request, task => Advanced(task, p)) },
            FileSaved saved => Ended(part, saved.Request)
                .Announce(
                    saved.Rows is { } rows
                        ? part.Texts.SavedRows(saved.Path, rows, saved.IsTruncated, saved.Bytes, saved.Part)
                            + part.Texts.Unsaid(saved.Unsaid)
                        : part.Texts.Saved(saved.Sidecar is { } sidecar ? part.Texts.Both(saved.Path, sidecar) : saved.Path)
                ),
            FileExists exists => AskReplace(Ended(part, exists.Effect.Request), exists),
            SaveCancelled cancelled => Ended(part, cancelled.Request).Announce(part.Texts.SaveCancelled(cancelled.Path)),
            SaveFailed failed => Ended(part, failed.Request).Announce(failed.Message, isError: true),
            _ => part,
        };

    private static Part<ResultState> Ended(Part<ResultState> part, int request) => part with { Own = part.Own.WithoutTask(request) };

    private static RunningState Advanced(RunningState task, SaveProgress progress)
    {
        var all = task.Query is SaveRequest { Source.Rows: > 0 } save ? save.Source.Rows : 0;
        return task with { Rows = progress.Rows, Bytes = progress.Bytes, Percent = all > 0 ? 100.0 * progress.Rows / all : null };
    }

    /// <summary>The file exists: asks a second time, with "cancel" chosen.</summary>
    private static Part<ResultState> AskReplace(Part<ResultState> part, FileExists exists) =>
        part with
        {
            Message = default,
            Window = new ReplaceWindow(part.Texts, exists.Path, exists.Effect with { Overwrite = true }),
        };

    private static string FullPath(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path;
}
