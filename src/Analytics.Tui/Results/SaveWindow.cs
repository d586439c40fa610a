namespace Analytics.Tui.Results;

/// <summary>The file that is named is to be written; whether there is a chart for it is another feature's to know.</summary>
internal sealed record SaveWish(SaveWindow Window) : Wish;

/// <summary>Asks where a result or its chart is to be saved.</summary>
internal sealed record SaveWindow(string Path, string Error) : FileWindow<ResultState>(Path, Error)
{
    /// <summary>Whether what the rows stand on is saved with them.</summary>
    public bool WithEvidence { get; init; }

    protected override bool IsSaving => true;

    protected override string TitleOf(Texts texts) => WithEvidence ? texts.SaveWithEvidence : texts.Save;

    protected override string Hint(Texts texts) => texts.SaveEndings;

    protected override Part<ResultState> Named(Part<ResultState> part) => part.Wishing(new SaveWish(this));
}

/// <summary>Asks whether an existing file may be replaced.</summary>
internal sealed record ReplaceWindow : DialogWindow<ResultState>
{
    private readonly SaveFile _effect;

    /// <param name="texts">In the language chosen.</param>
    /// <param name="path">The file.</param>
    /// <param name="effect">What is to be written then.</param>
    public ReplaceWindow(Texts texts, string path, SaveFile effect)
        : base(texts.Replace, texts.AskReplace(path), Texts.Button(texts.Replace, 'R')) => _effect = effect;

    protected override Part<ResultState> Agreed(Part<ResultState> part) =>
        SaveActions.Start(part, _effect with { Request = part.LastRequest + 1 });
}
