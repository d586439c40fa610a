using Analytics.Engine.Sessions;
using Analytics.Terminal.Input;

namespace Analytics.Tui.Catalogue;

/// <summary>From a key or a dropped path to an open file: first its path, then what it holds, then its rows.</summary>
internal static class FileActions
{
    public static Part<CatalogueState> Ask(Part<CatalogueState> part) =>
        part.Own.IsSafe ? part.Announce(part.Texts.SafeOpensNothing, isError: true) : part with { Window = new FilePathWindow("") };

    /// <summary>What is pasted where nothing can be typed: the path of a data file opens it.</summary>
    public static Part<CatalogueState> Dropped(Part<CatalogueState> part, PasteEvent paste)
    {
        if (FilePaths.Dropped(paste.Text) is not { } path || OpenedFile.KindOf(path) is null)
            return part.Say(part.Texts.PasteNowhere, isError: true);
        return part.Own.IsSafe ? part.Announce(part.Texts.SafeOpensNothing, isError: true) : new FilePathWindow(path).Inspected(part);
    }

    /// <summary>Takes in the answers about files; null if it is about something else.</summary>
    public static Part<CatalogueState>? Apply(Part<CatalogueState> part, ConsoleEvent answer) =>
        answer switch
        {
            FileInspected seen => Inspected(part, seen),
            FileRefused refused => Refused(part, refused),
            DataFileOpened opened => Opened(part, opened),
            DataFileFailed failed => part.Window is LoadFileWindow load && load.Request == failed.Request
                ? part with
                {
                    Window = load.Refused(failed.Message, part.Language),
                }
                : part.Announce(failed.Message, isError: true),
            DataFileClosed { Fault: { } fault } => part.Announce(fault, isError: true),
            DataFileClosed closed => part.Say(part.Texts.ClosedFile(closed.File.Name)),
            FirstRowsRead read => part.Window is PreviewWindow preview && preview.Request == read.Request
                ? part with
                {
                    Window = preview with { Rows = read.Rows },
                }
                : part,
            _ => null,
        };

    private static Part<CatalogueState> Inspected(Part<CatalogueState> part, FileInspected seen) =>
        part.Window switch
        {
            FilePathWindow window when window.Request == seen.Request => part with
            {
                Window = LoadFileWindow.Of(seen.Inspection, part.Own, part.Texts),
            },
            LoadFileWindow window when window.Request == seen.Request => part with { Window = window.With(seen.Inspection, part.Texts) },
            _ => part,
        };

    private static Part<CatalogueState> Refused(Part<CatalogueState> part, FileRefused refused) =>
        part.Window switch
        {
            FilePathWindow window when window.Request == refused.Request => part with { Window = window.Refused(refused, part.Language) },
            LoadFileWindow window when window.Request == refused.Request => part with
            {
                Window = window.Refused(refused.Reason, part.Language),
            },
            _ => part,
        };

    /// <summary>The list of tables follows; the file is selected in it.</summary>
    private static Part<CatalogueState> Opened(Part<CatalogueState> part, DataFileOpened opened)
    {
        var next =
            part.Window is LoadFileWindow load && load.Request == opened.Request
                ? part with
                {
                    Common = part.Common with { Window = null, Focus = Panel.Catalogue, IsCatalogueShown = true },
                }
                : part;
        return (next with { Own = next.Own with { ToReveal = opened.File } }).Say(part.Texts.OpenedFile(opened.File.Name));
    }
}
