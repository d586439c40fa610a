using Analytics.DuckDb;
using Analytics.Engine.Files;
using Analytics.Engine.Files.Cleaning;
using Analytics.Engine.Results;
using Analytics.Engine.Sql;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <content>Files opened at the start, and opened and closed while the session stands.</content>
public sealed partial class AnalyticsSession
{
    /// <summary>Whether it was opened so that SQL may not reach files; then no more can be opened.</summary>
    public bool IsSafe => _options.Safe;

    /// <summary>Whether the engine can read a file only as a copy in another form.</summary>
    /// <exception cref="UserException">It cannot be read.</exception>
    internal bool NeedsCopy(OpenedFile file)
    {
        var prepared = _copies.Prepared(file, _options.Reading);
        FileCopies.Delete(prepared);
        return prepared.Reading?.Copy is not null;
    }

    /// <summary>What the opened files lost when they were read, for a reading that is to be strict.</summary>
    public IReadOnlyList<Localized> LossRemarks =>
        [.. Opened.SelectMany(f => f.Reading?.Remarks ?? []).Where(r => r.LeavesOut).Select(r => r.Text)];

    /// <summary>Where a guess of the engine leaves out lines or names of the CSV files of a script, with line numbers.</summary>
    public IReadOnlyList<Localized> ReadingRemarks(string sql)
    {
        var words = SqlTokenizer.Read(sql).Select(t => SqlTree.Unquote(t.In(sql))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var opened = Opened
            .Where(f =>
                f is { Kind: FileKind.Csv, IsCleaned: false } and not { Reading.Stated.PlacesHeader: true } && words.Contains(f.Name)
            )
            .Select(f => new ReadFile(.., f.ReadPath, "read_csv", f.ReadOptions) { Named = f.Path });
        // Whom SQL keeps from files it also keeps from learning what they hold.
        return CsvGuesses.Of([.. opened, .. IsSafe ? [] : ReadFiles.In(sql).Where(f => f.IsCsv)]);
    }

    /// <summary>
    /// A script with each call <c>open_file('…')</c> replaced by the name of the file, which is opened here unless it is open, under its
    /// stem or the next name that is free.
    /// </summary>
    /// <exception cref="UserException">As of <see cref="OpenFile"/>, or there is no such file.</exception>
    public string WithOpenedFiles(string sql)
    {
        var script = new System.Text.StringBuilder(sql);
        foreach (var call in OpenFileCalls.In(sql).Reverse())
        {
            var (start, length) = call.Place.GetOffsetAndLength(sql.Length);
            script.Remove(start, length).Insert(start, $"memory.main.{SqlText.Identifier(NameOf(call.Path))}");
        }

        return script.ToString();
    }

    /// <summary>The name that a file is open under, opened now if it is not.</summary>
    private string NameOf(string path)
    {
        var asked = OpenedFile.At(path);
        if (Opened.FirstOrDefault(f => f.Path == asked.Path && f.Part == asked.Part && !f.IsDatabase) is { } open)
            return open.Name;
        if (!File.Exists(asked.Path))
            throw FileRefusal.Of(FileFault.Missing, asked.Path);
        if (OpenedFile.KindOf(asked.Path) is not { } kind || kind == FileKind.Database)
            throw FileRefusal.Of(FileFault.UnknownKind, asked.Path, Path.GetExtension(asked.Path));
        var name = asked.Name;
        for (var number = 2; HolderOf(name) is not null; number++)
            name = $"{asked.Name}_{number}";
        return OpenFile(path, name, _options.Reading).Name;
    }

    /// <summary>Makes the content of a file visible: as a table, or its tables under the name of an attached database, read-only.</summary>
    /// <param name="path">Absolute; the part of a workbook may follow after a #.</param>
    /// <param name="name">What SQL is to call it.</param>
    /// <param name="choices">What the user states about how it is read; null for nothing.</param>
    /// <param name="isCleaned">
    /// Whether as views over its texts, by the SQL beside it, which is proposed and written if it is not there.
    /// </param>
    /// <exception cref="UserException">The session is safe, the name is taken, or the engine cannot read the file.</exception>
    public OpenedFile OpenFile(string path, string name, FileChoices? choices = null, bool isCleaned = false)
    {
        if (IsSafe)
        {
            throw UserException.Usage(
                "安全模式中不能再打开文件；请在启动时给出。",
                "In safe mode no file can be opened later; give it at the start."
            );
        }

        foreach (var table in isCleaned ? OpenedFile.CleanedNames(name) : [name])
            RequireFree(path, table);
        var (asked, stated) = (OpenedFile.At(path, name), choices ?? FileChoices.None);
        var file = isCleaned ? OpenCleaned(asked, CleanFile.Beside(asked), stated) : OpenOne(asked, stated);
        Opened = [.. Opened, file];
        NoteDefinitions();
        return file;
    }

    private void RequireFree(string path, string name)
    {
        if (name.Length == 0 || HolderOf(name) is not null)
        {
            throw UserException.Usage(
                $"{path}：名称“{name}”{(name.Length == 0 ? "是空的" : "已被占用")}，请换一个。",
                $"{path}: the name '{name}' is {HolderOf(name) ?? "empty"}; give another one."
            );
        }
    }

    /// <summary>Makes the content of an opened file invisible again; kept results of it stay.</summary>
    /// <exception cref="UserException">It cannot be closed: it was loaded by a safe session, or something uses it.</exception>
    public void CloseFile(OpenedFile file)
    {
        if (IsSafe)
        {
            throw UserException.Usage("安全模式中打开的文件不能关闭。", "In safe mode opened files stay open.");
        }

        try
        {
            Connection.Execute(file.CloseSql);
        }
        catch (DuckDbException e)
        {
            throw UserException.Failed($"不能关闭 {file.Path}：{ErrorText.Of(e).Zh}", $"{file.Path}: {e.Message}", e);
        }
        FileCopies.Delete(file);
        Opened = [.. Opened.Where(f => f != file)];
        NoteDefinitions();
    }

    /// <summary>Opens what the session was asked to; a file of cleaning opens what it names, unless that is open by its name.</summary>
    private void OpenAll()
    {
        var cleans = _options.Clean.Select(CleanFile.Read).ToList();
        var asked = OpenedFile.All(_options.Open).Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = cleans.Where(c => c.Source is not null && !asked.Contains(c.Table)).Select(c => $"{c.Table}={c.Source}");
        var files = OpenedFile.All([.. _options.Open, .. named]);
        foreach (var clean in cleans.Where(c => !files.Any(f => f.IsTable(c.Table))))
        {
            throw UserException.Usage(
                $"{clean.Path}：没有打开名为“{clean.Table}”的文件。",
                $"{clean.Path}: no file is opened under the name '{clean.Table}'."
            );
        }

        foreach (var file in files)
        {
            var clean = cleans.FirstOrDefault(c => file.IsTable(c.Table));
            Opened = [.. Opened, clean is null ? OpenOne(file, _options.Reading) : OpenCleaned(file, clean, _options.Reading)];
        }
    }

    private OpenedFile OpenCleaned(OpenedFile asked, CleanFile clean, FileChoices choices)
    {
        Register([PlaceFunction.Table]);
        try
        {
            return Said(CleanTable.Open(_connection, _copies, asked, clean, choices));
        }
        catch (DuckDbException e)
        {
            throw UserException.Failed($"{clean.Path}：{ErrorText.Of(e).Zh}", $"{clean.Path}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || PackedFile.IsDamage(e))
        {
            throw UserException.Failed($"打不开 {asked.Path}：{e.Message}", $"{asked.Path} cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>The file with how it is read; what refuses it names it, as several may be opened at once.</summary>
    private OpenedFile Prepared(OpenedFile asked, FileChoices choices)
    {
        try
        {
            return _copies.Prepared(asked, choices);
        }
        catch (UserException e) when (e.Kind == FaultKind.Failed)
        {
            throw UserException.Failed($"打不开 {asked.Path}：{e.Text.Zh}", $"{asked.Path} cannot be opened: {e.Text.En}", e);
        }
    }

    /// <summary>The file as it was found to be read.</summary>
    private OpenedFile OpenOne(OpenedFile asked, FileChoices choices)
    {
        var file = CsvReading.Stated(_connection, Prepared(asked, choices), choices);
        if (file.Kind == FileKind.Json)
            _hazards.RefuseDeep(file.ReadPath);
        try
        {
            _connection.Execute(file.OpenSql(load: _options.Safe));
        }
        catch (DuckDbException e)
        {
            throw UserException.Failed($"打不开 {file.Path}：{ErrorText.Of(e).Zh}", $"{file.Path} cannot be opened: {e.Message}", e);
        }

        return Said(file);
    }

    /// <summary>The file, once what is worth knowing about it is to be said.</summary>
    private OpenedFile Said(OpenedFile file)
    {
        foreach (var remark in file.Reading?.Remarks ?? [])
            _remarks.Enqueue(remark.Text);
        if (!file.IsDatabase)
            NoteHidden(file.Name);
        return file;
    }

    /// <summary>What has a name already; null if it is free. The engine knows no upper and lower case in names.</summary>
    private string? HolderOf(string name)
    {
        if (string.Equals(name, ProductTables.Schema, StringComparison.OrdinalIgnoreCase))
            return "that of the product's own tables";
        var literal = SqlText.Literal(name);
        using var held = ResultTable.Read(
            RunningQuery.Start(
                Connection,
                $"""
                SELECT 1 FROM duckdb_databases() WHERE lower(database_name) = lower({literal})
                UNION ALL SELECT 1 FROM duckdb_tables() WHERE database_name = 'memory' AND schema_name = 'main'
                    AND lower(table_name) = lower({literal})
                UNION ALL SELECT 1 FROM duckdb_views() WHERE database_name = 'memory' AND schema_name = 'main'
                    AND lower(view_name) = lower({literal})
                """,
                ParameterValues.None,
                CancellationToken.None
            )
        );
        return held.RowCount > 0 ? "taken already" : null;
    }
}
