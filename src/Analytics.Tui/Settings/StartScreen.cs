namespace Analytics.Tui.Settings;

/// <summary>What the console shows first.</summary>
internal enum StartScreen
{
    /// <summary>The home page.</summary>
    Home,

    /// <summary>Catalogue, SQL and result.</summary>
    Sql,

    /// <summary>What was in view when the last console ended: a page as it was left, or SQL.</summary>
    Last,
}
