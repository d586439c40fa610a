using Analytics.Figures;

namespace Analytics.Tui.Pages;

/// <summary>Asks where the page in view, or one of its visuals, is to be saved.</summary>
internal sealed record PageSaveWindow(string Path, string? Visual = null, string Error = "") : FileWindow<PagesState>(Path, Error)
{
    protected override bool IsSaving => true;

    protected override string TitleOf(Texts texts) => Visual is null ? texts.SavePageTitle : texts.SaveVisualTitle;

    protected override string Hint(Texts texts) => texts.SavePageHint(string.Join(' ', PageFile.Endings));

    protected override Part<PagesState> Named(Part<PagesState> part) =>
        part.Own.Open is not { } view ? part with { Window = null }
        : !PageFile.IsKnown(Path) ? part with { Window = this with { Error = part.Texts.UnknownEnding + " " + Hint(part.Texts) } }
        : PageSaving.Start(part, new SavePage(FilePaths.Full(Path), view, Visual, part.Language, MayReplace: false));
}

/// <summary>Asks whether an existing file may be replaced.</summary>
internal sealed record ReplacePageWindow : DialogWindow<PagesState>
{
    private readonly SavePage _save;

    public ReplacePageWindow(Texts texts, SavePage save)
        : base(texts.Replace, texts.AskReplace(save.Path), Texts.Button(texts.Replace, 'R')) => _save = save with { MayReplace = true };

    protected override Part<PagesState> Agreed(Part<PagesState> part) => PageSaving.Start(part, _save);
}

/// <summary>Saving the page in view to a file: all its visuals with all their rows, not what the screen has room for.</summary>
internal static class PageSaving
{
    public static Part<PagesState> Ask(Part<PagesState> part, PageView view) =>
        part with
        {
            Window = new PageSaveWindow(view.Spec.Name + ".html"),
        };

    /// <summary>Asks where the visual with the keys is to be saved.</summary>
    public static Part<PagesState> AskVisual(Part<PagesState> part, PageView view) =>
        part with
        {
            Window = new PageSaveWindow($"{view.Spec.Name}-{view.Focus}.png", view.Focus),
        };

    public static Part<PagesState> Start(Part<PagesState> part, SavePage save) =>
        (part with { Window = null }).Say(part.Texts.SavingPage(save.Path)).Doing(save);

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<PagesState>? Apply(Part<PagesState> part, ConsoleEvent answer) =>
        answer switch
        {
            PageSaved saved => part.Announce(part.Texts.Saved(saved.Path)),
            PageExists exists => part with { Message = default, Window = new ReplacePageWindow(part.Texts, exists.Save) },
            PageNotSaved failed => part.Announce(failed.Message, isError: true),
            _ => null,
        };
}
