using System.Text;
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
            post(new DropFailed(ErrorText.Of(e)));
        }
    }

    static double? Percent(QueryProgress progress) => progress.Percentage is >= 0 and <= 100 ? progress.Percentage : null;

    /// <summary>Copies what was asked for if the terminal takes it all; else nothing, saying how much it would take.</summary>
    static ConsoleEvent Copy(CopyCells copy, Action<string> toClipboard)
    {
        var (first, asked) = (copy.Cells.First, (int)Math.Min(copy.Cells.Count, CellCopy.MostRows));
        var text = Text(asked);
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

    CommandCopied CopyCommand(CopyCommand copy, Action<string> toClipboard)
    {
        if (SourceWords(copy.Query, copy.Result, workspace!) is not { } source)
            return new CommandCopied(null, copy.Result);
        string[] words = ["analytics", copy.Query is CannedRequest ? "run" : "query", .. source];
        var command = string.Join(' ', words.Select(ShellText.Quote));
        toClipboard(command);
        return new CommandCopied(command, copy.Result);
    }

    /// <summary>How batch names what gives a result: a canned query or SQL, its parameters, the files it is over; null where batch cannot have it.</summary>
    static IReadOnlyList<string>? SourceWords(QueryRequest query, KeptResult result, Workspace workspace)
    {
        var source = result.Source;
        string[]? what = query switch
        {
            CannedRequest canned => [canned.File.Name, .. canned.Values.SelectMany(v => Param(v.Key, v.Value))],
            OperationRequest when source.PartialSources.Count > 0 => null,
            _ when source.StandaloneSql is { } sql => [sql, .. source.Standalone.Parameters.SelectMany(v => Param(v.Key, v.Value))],
            _ => null,
        };
        return what is null ? null : [.. what, .. workspace.Session.Opened.SelectMany(file => new[] { "--open", file.Argument })];
    }

    static string[] Param(string name, string? value) => value is null ? [] : ["--param", $"{name}={value}"];

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
            post(new SaveFailed(save.Request, ErrorText.Of(e)));
        }
        finally
        {
            cancellation.End(save.Request);
        }
    }
}
