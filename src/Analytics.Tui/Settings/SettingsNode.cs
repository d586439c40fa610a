using Analytics.Engine;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Analytics.Tui.Settings;

/// <summary>A value of the settings file with its place. Exactly one of the three is given.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">A single value; "" for none.</param>
/// <param name="Items">A list.</param>
/// <param name="Entries">Keys and values in the order of the file; a key may come twice.</param>
internal sealed record SettingsNode(
    int Line,
    string? Text,
    IReadOnlyList<SettingsNode>? Items = null,
    IReadOnlyList<(SettingsNode Key, SettingsNode Value)>? Entries = null
)
{
    /// <summary>Reads YAML; null where there is nothing but comments.</summary>
    /// <exception cref="YamlException">The text is no YAML, or more than settings need: references, several documents.</exception>
    public static SettingsNode? Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return Parse(parser);
        }
        catch (InvalidOperationException)
        {
            throw YamlText.Unclosed(parser.Current?.End ?? Mark.Empty);
        }
    }

    private static SettingsNode? Parse(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = Read(parser);
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return root;
    }

    private static SettingsNode Read(Parser parser)
    {
        if (parser.Accept<AnchorAlias>(out var alias))
            throw new YamlException(alias.Start, alias.End, "references (*name) are not for settings");
        var start = parser.Consume<NodeEvent>();
        var line = (int)start.Start.Line;
        switch (start)
        {
            case Scalar { Style: ScalarStyle.Plain, Value: "null" or "~" }:
                return new(line, "");
            case Scalar scalar:
                return new(line, scalar.Value);
            case SequenceStart:
                var items = new List<SettingsNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(Read(parser));
                return new(line, null, items);
            default:
                var entries = new List<(SettingsNode, SettingsNode)>();
                while (!parser.TryConsume<MappingEnd>(out _))
                    entries.Add((Read(parser), Read(parser)));
                return new(line, null, null, entries);
        }
    }
}
