using Analytics.Engine.Sessions;

namespace Analytics.Tui.Catalogue;

/// <summary>Reads what a file holds before it is opened; waits for no query.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Asked">The file, and how it is to be read.</param>
internal sealed record InspectFile(int Request, FileAsked Asked) : ConsoleEffect;

/// <summary>Opens a data file under the name that is asked for.</summary>
internal sealed record OpenDataFile(int Request, FileAsked Asked) : ConsoleEffect;

internal sealed record CloseDataFile(OpenedFile File) : ConsoleEffect;

/// <summary>Reads the first rows of a table or kept result.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Table">Its name as SQL needs it.</param>
internal sealed record ReadFirstRows(int Request, string Table) : ConsoleEffect;

internal sealed record FileInspected(int Request, FileInspection Inspection) : ConsoleEvent;

/// <summary>It cannot be opened; a folder may be gone into.</summary>
internal sealed record FileRefused(int Request, Localized Reason, bool IsFolder) : ConsoleEvent;

internal sealed record DataFileOpened(int Request, OpenedFile File) : ConsoleEvent;

/// <summary>The engine did not open it after all.</summary>
internal sealed record DataFileFailed(int Request, Localized Message) : ConsoleEvent;

/// <param name="File">The file that was to be closed.</param>
/// <param name="Fault">Why it is still open; null when it is closed.</param>
internal sealed record DataFileClosed(OpenedFile File, Localized? Fault) : ConsoleEvent;

internal sealed record FirstRowsRead(int Request, FirstRows Rows) : ConsoleEvent;

/// <summary>Lists the tables anew.</summary>
internal sealed record ReadTables : ConsoleEffect;

/// <summary>Counts the rows of a view.</summary>
internal sealed record CountRows(string Name) : ConsoleEffect;

/// <summary>The tables that there are, and the files that some of them are of.</summary>
internal sealed record TablesRead(IReadOnlyList<TableEntry> Tables, LibraryFacts? Facts, IReadOnlyList<OpenedFile> Files) : ConsoleEvent;

internal sealed record RowsCounted(string Name, long Rows) : ConsoleEvent;

/// <summary>A data file is missing or damaged, or a file to open could not be opened.</summary>
/// <param name="Message">What is missing or damaged, and how to mend it.</param>
/// <param name="Tables">What can be queried all the same.</param>
internal sealed record DataFailed(Localized Message, IReadOnlyList<TableEntry> Tables) : ConsoleEvent
{
    /// <summary>The files that are open.</summary>
    public IReadOnlyList<OpenedFile> Files { get; init; } = [];
}
