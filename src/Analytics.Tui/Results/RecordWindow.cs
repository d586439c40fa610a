namespace Analytics.Tui.Results;

/// <summary>One record of the result, fields down; it follows the cursor's row.</summary>
internal sealed record RecordWindow(int Top) : Window;
