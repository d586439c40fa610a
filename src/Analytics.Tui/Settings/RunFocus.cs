namespace Analytics.Tui.Settings;

/// <summary>Which panel has the focus after the editor has run SQL.</summary>
internal enum RunFocus
{
    Result,
    Editor,
}
