using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>How a file will be cleaned: its texts are a table already, its views are not made yet.</summary>
/// <param name="File">As it was asked for.</param>
/// <param name="Clean">Where the statements stand, or will.</param>
/// <param name="Raw">The table of its texts.</param>
/// <param name="Header">Which rows are no data.</param>
/// <param name="Columns">What is proposed for each column; none where the statements are the user's.</param>
/// <param name="Sql">The statements.</param>
internal sealed record CleanPlan(
    OpenedFile File,
    CleanFile Clean,
    RawTable Raw,
    GridHeader Header,
    IReadOnlyList<CleanColumn> Columns,
    string Sql
)
{
    /// <summary>Reads the file, and proposes what is not stated.</summary>
    /// <exception cref="UserException">The file cannot be read, or a choice is none.</exception>
    public static CleanPlan Of(DuckDbConnection connection, FileCopies copies, OpenedFile file, CleanFile clean, FileChoices choices)
    {
        CleanMacros.Create(connection);
        var stated = choices.Over(clean.Choices);
        var raw = RawTable.Load(connection, copies, file, stated);
        var header = GridHeader.Guess(raw.Head, stated.SkippedLines, stated.HeaderRows);
        var columns = clean.Sql is null ? CleanProposal.Columns(connection, raw, header, choices.IsLossy) : [];
        return new(file, clean, raw, header, columns, clean.Sql ?? CleanProposal.Sql(file.Name, raw, header, columns));
    }

    /// <summary>How the file is read.</summary>
    public FileChoices Found =>
        new()
        {
            Encoding = Raw.Reading.Encoding,
            Separator = Raw.Separator is { } sign ? $"{sign}" : null,
            SkippedLines = Header.Skipped,
            HeaderRows = Header.Rows,
        };

    /// <summary>The text of a file that cleans alike.</summary>
    public string Text => CleanFile.Text(File.Name, File, Raw.Reading.Encoding, Raw.Separator, Header, Sql);

    /// <summary>Makes the views.</summary>
    /// <exception cref="UserException">A statement does something else.</exception>
    /// <exception cref="DuckDbException">A statement is wrong.</exception>
    public void Make(DuckDbConnection connection)
    {
        foreach (var statement in CleanFile.Statements(Clean.Path, Sql))
            connection.Execute(statement);
    }
}
