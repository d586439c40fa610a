namespace Analytics.Tui.Pages;

/// <summary>Asks for the file of the user's that a page is to be made of.</summary>
internal sealed record PageFileWindow(string Path, string Error = "") : FileWindow<PagesState>(Path, Error)
{
    protected override bool IsSaving => false;

    protected override string TitleOf(Texts texts) => texts.NewPageTitle;

    protected override string Hint(Texts texts) => texts.NewPageHint;

    protected override bool IsListed(string name) => Engine.Sessions.OpenedFile.KindOf(name) is not null;

    protected override Part<PagesState> Named(Part<PagesState> part) => part.Doing(new ProposePage(FilePaths.Full(Path)));
}

/// <summary>A page over a file of the user's: model and page are made of its columns, written, and opened.</summary>
internal static class PageProposing
{
    public static Part<PagesState> Ask(Part<PagesState> part) => part with { Window = new PageFileWindow("") };

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<PagesState>? Apply(Part<PagesState> part, ConsoleEvent answer) =>
        answer switch
        {
            PageProposed made => PageActions
                .Go((part with { Window = null }).Doing(new ReadPages()), made.Name)
                .Say(part.Texts.NewPageMade(made.Page)),
            PageNotProposed failed => part.Window is PageFileWindow window
                ? part with
                {
                    Window = window with { Error = failed.Message.In(part.Language).ReplaceLineEndings(" ") },
                }
                : part.Announce(failed.Message, isError: true),
            _ => null,
        };
}
