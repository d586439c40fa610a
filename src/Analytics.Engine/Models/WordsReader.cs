namespace Analytics.Engine.Models;

/// <summary>Reads a file of words for members: level, member, <c>{zh, en, short: {zh, en}}</c>. Its order is that of the members.</summary>
internal static class WordsReader
{
    public static Reading<Dictionary<string, IReadOnlyDictionary<string, Words>>> Read(string path, string text)
    {
        var file = new SpecFile(path);
        var words = new Dictionary<string, IReadOnlyDictionary<string, Words>>();
        foreach (var (level, members) in file.Root(text, "words")?.Entries() ?? [])
            words[level] = Level(members);
        return new(file.Faults.Count == 0 ? words : null, file.Faults);
    }

    private static OrderedDictionary<string, Words> Level(SpecNode node)
    {
        var words = new OrderedDictionary<string, Words>();
        foreach (var (member, entry) in node.Entries())
        {
            entry.Allow("zh", "en", "short");
            if (entry.Required("zh")?.Text() is { } zh && entry.Required("en")?.Text() is { } en)
                words[member] = new Words(new Localized(zh, en), entry.Optional("short")?.Localized());
        }

        return words;
    }
}
