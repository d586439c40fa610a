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

/// <summary>Asks whether a page is to be made over the file that the console was opened with.</summary>
internal sealed record OfferPageWindow : DialogWindow<PagesState>
{
    private readonly FileOfUser _file;

    public OfferPageWindow(Texts texts, FileOfUser file)
        : base(texts.NewPageTitle, texts.AskNewPage(System.IO.Path.GetFileName(file.Path)), Texts.Button(texts.MakePage, 'M')) =>
        _file = file;

    protected override Part<PagesState> Agreed(Part<PagesState> part) => part.Doing(new ProposePage(_file.Path, _file.Name));
}

/// <summary>A page over a file of the user's: model and page are made of its columns, written, and opened.</summary>
internal static class PageProposing
{
    public static Part<PagesState> Ask(Part<PagesState> part) => part with { Window = new PageFileWindow("") };

    /// <summary>Offers a page over the file that the console was opened with, where none is asked for and none is there yet.</summary>
    public static Part<PagesState> Offered(Part<PagesState> part, FileOfUser? opened) =>
        part.Own.Wanted is null && opened is { Page: null } file ? part with { Window = new OfferPageWindow(part.Texts, file) } : part;

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
