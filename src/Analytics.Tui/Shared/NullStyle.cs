namespace Analytics.Tui.Shared;

/// <summary>How the grid shows NULL.</summary>
internal enum NullStyle
{
    /// <summary>As the word.</summary>
    Word,

    /// <summary>As a dash.</summary>
    Dash,

    /// <summary>Not at all.</summary>
    Blank,
}
