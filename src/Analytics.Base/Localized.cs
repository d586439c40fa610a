namespace Analytics;

/// <summary>A text in both languages of the interface.</summary>
public sealed record Localized(string Zh, string En)
{
    /// <summary>What has no language, or one only, such as a name or the text of another program.</summary>
    public static Localized Same(string text) => new(text, text);

    public string In(Language language) => language == Language.Zh ? Zh : En;
}
