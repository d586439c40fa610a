using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.App.Running;

/// <content>What the catalogue wants done with files and tables.</content>
internal sealed partial class EffectRunner
{
    private const int FirstRowsOfTable = 12;

    /// <summary>What needs no turn, so that it can be done while a query runs.</summary>
    private bool PerformFiles(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        switch (effect)
        {
            case InspectFile inspect:
                context.Post(Inspected(inspect));
                return true;
            case WritePanelSizes write:
                Keep(f => f.WriteSizes(write.Sizes), context.Post);
                return true;
            default:
                return false;
        }
    }

    private static void WithFiles(Workspace results, ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        switch (effect)
        {
            case OpenDataFile open:
                Answer(
                    post,
                    () => new DataFileOpened(open.Request, Opened(results.Session, open.Asked)),
                    message => new DataFileFailed(open.Request, message)
                );
                Remark(results.Session, post);
                post(Tables(results, facts: null));
                break;
            case CloseDataFile close:
                Answer(post, () => Closed(results.Session, close.File), message => new DataFileClosed(close.File, message));
                post(Tables(results, facts: null));
                break;
            case ReadFirstRows read:
                Answer(
                    post,
                    () => new FirstRowsRead(read.Request, First(results.Session, read.Table)),
                    message => new FirstRowsRead(read.Request, new FirstRows([], [], message))
                );
                break;
        }
    }

    private static ConsoleEvent Inspected(InspectFile inspect)
    {
        try
        {
            var asked = inspect.Asked;
            return new FileInspected(inspect.Request, FileInspector.Inspect(asked.Path, asked.Choices, asked.Name, asked.IsCleaned));
        }
        catch (UserException e)
        {
            return new FileRefused(inspect.Request, e.Text, Directory.Exists(inspect.Asked.Path));
        }
    }

    private static OpenedFile Opened(AnalyticsSession session, FileAsked asked) =>
        session.OpenFile(asked.Path, asked.Name!, asked.Choices, asked.IsCleaned);

    private static DataFileClosed Closed(AnalyticsSession session, OpenedFile file)
    {
        session.CloseFile(file);
        return new DataFileClosed(file, null);
    }

    private static FirstRows First(AnalyticsSession session, string table)
    {
        using var rows = ResultTable.Read(session.Run($"FROM {table} LIMIT {FirstRowsOfTable}"));
        var columns = Enumerable.Range(0, rows.Columns.Count);
        return new FirstRows(
            [.. rows.Columns.Select(c => new InspectedColumn(c.Name, c.Type.ToString()))],
            [
                .. Enumerable
                    .Range(0, (int)rows.RowCount)
                    .Select(row => (IReadOnlyList<string?>)[.. columns.Select(column => rows.Text(row, column))]),
            ],
            null
        );
    }

    /// <summary>With the data at fault the opened files alone; what is wrong with it was said at the start.</summary>
    private static TablesRead Tables(Workspace open, LibraryFacts? facts)
    {
        try
        {
            return new TablesRead(CatalogueReader.Tables(open), facts, open.Session.Opened);
        }
        catch (Exception e) when (IsExpected(e))
        {
            return new TablesRead(CatalogueReader.OpenedOnly(open.Session), facts, open.Session.Opened);
        }
    }
}
