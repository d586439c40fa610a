namespace Analytics.Tui.Shared;

/// <summary>Which panel the keys go to.</summary>
internal enum Panel
{
    Catalogue,
    Query,
    Result,
}

/// <summary>Something said in the status line until the next key.</summary>
internal readonly record struct StatusMessage(string Text, bool IsError = false);
