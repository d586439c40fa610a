using System.Text;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;

namespace Analytics.Tui.App.Running;

/// <content>What needs no turn: kept results are read, worked on, copied and saved while a query runs.</content>
internal sealed partial class EffectRunner
{
    /// <summary>What needs no turn: a query may run meanwhile.</summary>
    private void BesideQueries(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        var post = context.Post;
        _reading.EnterReadLock();
        try
        {
            if (_workspace is null)
                return;
            switch (effect)
            {
                case ReadRows read:
                    Answer(
                        post,
                        () => new RowsRead(read.Result, RowPage.Read(read.Result, read.First, read.Count)),
                        message => new RowsFailed(read.Result, message)
                    );
                    break;
                case ReadFigures read:
                    Answer(
                        post,
                        () =>
                            new FiguresRead(read.Result.Name, read.First, read.Count, RowFigures.Read(read.Result, read.First, read.Count)),
                        _ => new FiguresRead(read.Result.Name, read.First, read.Count, [])
                    );
                    break;
                case CountFigures count:
                    Answer(
                        post,
                        () => new FiguresCounted(count.Result.Name, _workspace.CountObservations(count.Result)),
                        _ => new FiguresCounted(count.Result.Name, 0)
                    );
                    break;
                case ReadProgress read:
                    post(
                        new ProgressRead(
                            read.Request,
                            Percent(read.IsOperation ? _workspace.OperationProgress : _workspace.Session.Progress)
                        )
                    );
                    break;
                case ReadVisualProgress when _visual is { } visual:
                    post(new VisualProgress(_pageGeneration, visual, Percent(_workspace.Session.Progress)));
                    break;
                case CopyCells copy:
                    Answer(post, () => Copy(copy, context.CopyToClipboard), message => new CopyFailed(message));
                    break;
                case Results.CopyCommand copy:
                    Answer(post, () => CopyCommand(copy, context.CopyToClipboard), message => new CopyFailed(message));
                    break;
                case ReadSteps steps:
                    Answer(
                        post,
                        () => StepsOf(steps, steps.Result.Source.StandaloneSql ?? steps.Result.Source.Sql),
                        _ => StepsOf(steps, steps.Result.Source.Sql)
                    );
                    break;
                case SaveFile save:
                    Save(save, null, post);
                    break;
                case RunQuery run:
                    Run(_workspace, run, post);
                    break;
                case RenameResult rename:
                    Answer(
                        post,
                        () => Rename(_workspace, rename),
                        message => new ResultRenamed(rename.Result, rename.Name, rename.Result.Alias, message)
                    );
                    break;
                case ReadSizes:
                    Answer(post, () => new SizesRead(_workspace.Sizes()), _ => new SizesRead(new Dictionary<string, long>()));
                    break;
                case ProposeKeys propose:
                    Answer(
                        post,
                        () => new KeysProposed(propose.Request, _workspace.ProposeKeys(propose.Before, propose.After)),
                        _ => new KeysProposed(propose.Request, [])
                    );
                    break;
                case DropResult drop:
                    Drop(_workspace, drop.Result, post);
                    break;
            }
        }
        finally
        {
            _reading.ExitReadLock();
        }
    }

    private static StepsRead StepsOf(ReadSteps steps, string sql) => new(steps.Result, Steps.Without(sql, steps.Hidden), steps.IsShown);

    private static ResultRenamed Rename(Workspace results, RenameResult rename)
    {
        results.Rename(rename.Result, rename.Name);
        return new ResultRenamed(rename.Result, rename.Name, rename.Result.Alias, null);
    }

    private static void Drop(Workspace results, KeptResult result, Action<ConsoleEvent> post)
    {
        try
        {
            results.Drop(result);
        }
        catch (Exception e) when (IsExpected(e))
        {
            post(new DropFailed(ErrorText.Of(e)));
        }
    }

    private static double? Percent(QueryProgress progress) => progress.Percentage is >= 0 and <= 100 ? progress.Percentage : null;

    /// <summary>Copies what was asked for if the terminal takes it all; else nothing, saying how much it would take.</summary>
    private static ConsoleEvent Copy(CopyCells copy, Action<string> toClipboard)
    {
        var (first, asked) = (copy.Cells.First, (int)Math.Min(copy.Cells.Count, CellCopy.MostRows));
        var text = Text(asked);
        if (copy.Cells.Format == CopyFormat.Word)
        {
            return asked < copy.Cells.Count
                ? new CopyTooLarge(copy.Cells.Count, asked)
                : Laid(text, Math.Min(asked, Math.Max(0, copy.Result.Rows - first)));
        }

        if (asked < copy.Cells.Count || Encoding.UTF8.GetByteCount(text) > CellCopy.MostBytes)
            return new CopyTooLarge(copy.Cells.Count, CellCopy.RowsThatFit(asked, count => Encoding.UTF8.GetByteCount(Text(count))));
        toClipboard(text);
        return new CellsCopied(Math.Min(asked, Math.Max(0, copy.Result.Rows - first)));

        string Text(int count)
        {
            using var rows = copy.Result.Page(first, count, copy.Cells.Columns);
            return CellCopy.Of(rows, copy.Cells.Format);
        }
    }

    private static ConsoleEvent Laid(string html, long rows) =>
        DesktopClipboard.Take(html)
            ? new CellsCopied(rows)
            : new CopyFailed(
                new(
                    "这里没有接受带格式文本的剪贴板（需要桌面上的 wl-copy 或 xclip）；可保存为 .docx 或 .html。",
                    "No clipboard takes formatted text here (wl-copy or xclip of a desktop is needed); save a .docx or .html instead."
                )
            );

    private CommandCopied CopyCommand(CopyCommand copy, Action<string> toClipboard)
    {
        if (Batch(copy.Query, copy.Result, _workspace!) is not { } batch)
            return new CommandCopied(null, copy.Result);
        var command = commands.OfBatch(batch);
        toClipboard(command);
        return new CommandCopied(command, copy.Result);
    }

    /// <summary>What batch is to be asked for the same rows; null where batch cannot have them.</summary>
    private static BatchRequest? Batch(QueryRequest query, KeptResult result, Workspace workspace)
    {
        var source = result.Source;
        IReadOnlyList<string> files = [.. workspace.Session.Opened.Select(file => file.Argument)];
        var request = query switch
        {
            CannedRequest canned => new BatchRequest(canned.File.Name, null, Given(canned.Values), files),
            OperationRequest when source.PartialSources.Count > 0 => null,
            _ when source.StandaloneSql is { } sql => new BatchRequest(null, sql, [.. source.Standalone.Parameters], files),
            _ => null,
        };
        return request is not null && OpenSettings.Of(workspace.Session.Opened) is { } reading ? request with { Reading = reading } : null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Given(IEnumerable<KeyValuePair<string, string?>> values) =>
        [.. from value in values where value.Value is not null select KeyValuePair.Create(value.Key, value.Value)];

    /// <summary>Writes a file, telling how far it is; when it is cancelled the target keeps what it had.</summary>
    private void Save(SaveFile save, AnalyticsSession? session, Action<ConsoleEvent> post)
    {
        using var stop = _cancellation.Begin(save.Request);
        try
        {
            post(FileSaver.Save(save, session, (rows, bytes) => post(new SaveProgress(save.Request, rows, bytes)), stop.Token));
        }
        catch (OperationCanceledException)
        {
            post(new SaveCancelled(save.Request, save.Path));
        }
        catch (Exception e) when (IsExpected(e))
        {
            post(new SaveFailed(save.Request, ErrorText.Of(e)));
        }
        finally
        {
            _cancellation.End(save.Request);
        }
    }
}
