using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>The file that is named is to be written; whether there is a chart for it is another feature's to know.</summary>
internal sealed record SaveWish(SaveWindow Window) : Wish;

/// <summary>Asks for a file name.</summary>
internal sealed record SaveWindow(TextField Path, string Error) : Window<ResultState>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Save, KeyContext.Always];

    public override Part<ResultState> Handle(Part<ResultState> part, InputEvent input) =>
        Path.Handle(input) is { } path ? part with { Window = new SaveWindow(path, "") } : part;

    public override Part<ResultState> Accept(Part<ResultState> part) => part.Wishing(new SaveWish(this));

    public override void Draw(Part<ResultState> part, CellCanvas canvas)
    {
        var texts = part.Texts;
        var inside = Popup.Open(canvas, Math.Min(74, canvas.Width - 2), 6, texts.Save, Theme.Dialog);
        var label = canvas.Measure(texts.SavePrompt);
        inside.Write(0, 0, texts.SavePrompt, Theme.Bold);
        Path.Draw(inside.Region(new(label, 0, inside.Width - label, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        inside.WriteField(0, 1, texts.SaveEndings, inside.Width, Theme.Dim);
        if (Error.Length > 0)
            inside.WriteField(0, 2, Error, inside.Width, Theme.Error);
        inside.WriteField(0, 3, texts.SaveKeys, inside.Width, Theme.Dim);
    }
}

/// <summary>Asks whether an existing file may be replaced.</summary>
/// <param name="Dialog">The question and its answers.</param>
/// <param name="Effect">What is to be written then.</param>
internal sealed record ReplaceWindow(Dialog Dialog, SaveFile Effect) : DialogWindow<ResultState>(Dialog)
{
    protected override Part<ResultState> Agreed(Part<ResultState> part) =>
        SaveActions.Start(part, Effect with { Request = part.LastRequest + 1 });
}
