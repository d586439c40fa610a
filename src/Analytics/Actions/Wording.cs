namespace Analytics.Actions;

/// <summary>A sentence in both languages of the interface.</summary>
internal readonly record struct Wording(string Zh, string En)
{
    /// <summary>The sentence in a language, <c>en</c> for English and anything else for Chinese.</summary>
    public string In(string language) => language == "en" ? En : Zh;

    /// <summary>What has no language, or one only, such as a name or the text of another program.</summary>
    public static implicit operator Wording(string text) => new(text, text);

    /// <summary>The English text, as batch prints it.</summary>
    public override string ToString() => En;
}
