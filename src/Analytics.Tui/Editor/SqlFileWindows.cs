namespace Analytics.Tui.Editor;

/// <summary>Asks which .sql file to open.</summary>
internal sealed record OpenSqlWindow(string Path, string Error = "") : FileWindow<QueryPanelState>(Path, Error)
{
    protected override bool IsSaving => false;

    protected override string TitleOf(Texts texts) => texts.OpenSql;

    protected override bool IsListed(string name) => name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    protected override Part<QueryPanelState> Named(Part<QueryPanelState> part) =>
        Path.Length == 0
            ? part with
            {
                Window = this with { Error = part.Texts.NameNeeded },
            }
            : (part with { Window = null }).Doing(new OpenSqlFile(FilePaths.Full(Path)));
}

/// <summary>Asks where the buffer in view is to be saved.</summary>
internal sealed record SaveSqlWindow(string Path, string Error = "") : FileWindow<QueryPanelState>(Path, Error)
{
    protected override bool IsSaving => true;

    protected override string TitleOf(Texts texts) => texts.SaveSql;

    protected override Part<QueryPanelState> Named(Part<QueryPanelState> part) =>
        Path.Length == 0 ? part with { Window = this with { Error = part.Texts.NameNeeded } } : EditorActions.SaveAs(part, Path);
}
