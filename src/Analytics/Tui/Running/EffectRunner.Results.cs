using Analytics.Actions;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Results;

namespace Analytics.Tui.Running;

/// <content>What needs no turn: kept results are read, worked on, copied and saved while a query runs.</content>
sealed partial class EffectRunner
{
    /// <summary>What needs no turn: a query may run meanwhile.</summary>
    void BesideQueries(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        var post = context.Post;
        reading.EnterReadLock();
        try
        {
            if (workspace is null)
                return;
            switch (effect)
            {
                case ReadRows read:
                    Answer(post, () => new RowsRead(read.Result, RowPage.Read(read.Result, read.First, read.Count)), message => new RowsFailed(read.Result, message));
                    break;
                case ReadProgress read:
                    post(new ProgressRead(read.Request, Percent(read.IsOperation ? workspace.OperationProgress : workspace.Session.Progress)));
                    break;
                case CopyCells copy:
                    Answer(post, () => Copy(copy, context.CopyToClipboard), message => new CopyFailed(message));
                    break;
                case Tui.CopyCommand copy:
                    Answer(post, () => CopyCommand(copy, context.CopyToClipboard), message => new CopyFailed(message));
                    break;
                case SaveFile save:
                    Save(save, post);
                    break;
                case RunQuery run:
                    Run(workspace, run, post);
                    break;
                case RenameResult rename:
                    Answer(post, () => Rename(workspace, rename), message => new ResultRenamed(rename.Result, rename.Name, rename.Result.Alias, message));
                    break;
                case ReadSizes:
                    Answer(post, () => new SizesRead(workspace.Sizes()), _ => new SizesRead(new Dictionary<string, long>()));
                    break;
                case ProposeKeys propose:
                    Answer(post, () => new KeysProposed(propose.Request, workspace.ProposeKeys(propose.Before, propose.After)), _ => new KeysProposed(propose.Request, []));
                    break;
                case DropResult drop:
                    Drop(workspace, drop.Result, post);
                    break;
            }
        }
        finally
        {
            reading.ExitReadLock();
        }
    }

    static ResultRenamed Rename(Workspace results, RenameResult rename)
    {
        results.Rename(rename.Result, rename.Name);
        return new ResultRenamed(rename.Result, rename.Name, rename.Result.Alias, null);
    }

    static void Drop(Workspace results, KeptResult result, Action<ConsoleEvent> post)
    {
        try
        {
            results.Drop(result);
        }
        catch (Exception e) when (IsExpected(e))
        {
            post(new DropFailed(e.Message));
        }
    }

    static double? Percent(QueryProgress progress) => progress.Percentage is >= 0 and <= 100 ? progress.Percentage : null;

    static CellsCopied Copy(CopyCells copy, Action<string> toClipboard)
    {
        using var rows = copy.Result.Page(copy.Cells.First, (int)copy.Cells.Count, copy.Cells.Columns);
        toClipboard(CellCopy.Of(rows, copy.Cells.Format));
        return new CellsCopied(rows.RowCount);
    }

    CommandCopied CopyCommand(CopyCommand copy, Action<string> toClipboard)
    {
        string[]? what = copy switch
        {
            { Query: CannedRequest canned } => ["run", canned.File.Name, .. canned.Values.Where(v => v.Value is not null).SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })],
            { Result.Source.StandaloneSql: { } sql } => ["query", sql],
            _ => null,
        };
        if (what is null)
            return new CommandCopied(null);
        string[] words = ["analytics", .. what, .. options.Open.SelectMany(file => new[] { "--open", file })];
        var command = string.Join(' ', words.Select(ShellText.Quote));
        toClipboard(command);
        return new CommandCopied(command);
    }

    /// <summary>Writes a file, telling how far it is; when it is cancelled the target keeps what it had.</summary>
    void Save(SaveFile save, Action<ConsoleEvent> post)
    {
        using var stop = cancellation.Begin(save.Request);
        try
        {
            post(FileSaver.Save(save, (rows, bytes) => post(new SaveProgress(save.Request, rows, bytes)), stop.Token));
        }
        catch (OperationCanceledException)
        {
            post(new SaveCancelled(save.Request, save.Path));
        }
        catch (Exception e) when (IsExpected(e))
        {
            post(new SaveFailed(save.Request, e.Message));
        }
        finally
        {
            cancellation.End(save.Request);
        }
    }
}
