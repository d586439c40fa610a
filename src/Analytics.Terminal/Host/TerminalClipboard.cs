using Terminal.Gui.App;

namespace Analytics.Terminal.Host;

/// <summary>
/// What the package's fields cut and copy goes where everything else goes that is copied; the package's own starts a program for it.
/// </summary>
/// <param name="copy">Puts a text on the user's clipboard where the terminal allows it.</param>
internal sealed class TerminalClipboard(Action<string> copy) : ClipboardBase
{
    private string _last = "";

    public override bool IsSupported => true;

    protected override string GetClipboardDataImpl() => _last;

    protected override void SetClipboardDataImpl(string text) => copy(_last = text);
}
