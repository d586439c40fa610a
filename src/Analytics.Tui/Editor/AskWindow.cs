using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>What a line of text is asked for.</summary>
internal enum AskedFor
{
    Line,
    BufferName,
    FileToOpen,
    FileToSave,
}

/// <summary>Asks for a line of text.</summary>
internal sealed record AskWindow(AskedFor What, TextField Field, string Error = "") : Window;
