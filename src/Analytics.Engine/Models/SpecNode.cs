using System.Globalization;
using Analytics.Engine.Queries;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Engine.Models;

/// <summary>
/// A YAML node of a model or page that knows its place. What is wrong is noted and reading goes on, so that all faults are told at
/// once: where something is missing or wrong, the readers below give null.
/// </summary>
internal sealed class SpecNode
{
    private readonly SpecFile _file;
    private readonly YamlNode _node;

    public SpecNode(SpecFile file, string key, YamlNode node) => (_file, Key, _node) = (file, key, node);

    /// <summary>The keys that lead here, with points between; the last one is its own.</summary>
    public string Key { get; }

    public SpecPlace Place => SpecFile.PlaceOf(_node);

    public bool IsMapping => _node is YamlMappingNode;

    public bool IsList => _node is YamlSequenceNode;

    /// <summary>Whether it is a plain <c>null</c>, <c>~</c> or nothing.</summary>
    public bool IsNull => _node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    /// <summary>Notes each key that is not among these.</summary>
    public SpecNode Allow(params IReadOnlyList<string> keys)
    {
        foreach (var child in Mapping().Select(c => c.Key).OfType<YamlScalarNode>())
        {
            if (!keys.Contains(child.Value ?? ""))
            {
                var near = Near(child.Value ?? "", keys);
                _file.Fault(
                    SpecFile.PlaceOf(child),
                    $"{Key} 里没有键“{child.Value}”{near.Zh}；可用：{string.Join("、", keys)}",
                    $"{Key} has no key '{child.Value}'{near.En}; allowed: {string.Join(", ", keys)}"
                );
            }
        }

        return this;
    }

    /// <summary>Whether all its keys are among these.</summary>
    public bool HasOnly(IReadOnlyCollection<string> keys) =>
        Mapping().Select(c => c.Key).OfType<YamlScalarNode>().All(k => keys.Contains(k.Value ?? ""));

    public SpecNode? Optional(string name) =>
        Mapping()
            .Where(c => ((YamlScalarNode)c.Key).Value == name)
            .Select(c => new SpecNode(_file, $"{Key}.{name}", c.Value))
            .FirstOrDefault();

    public SpecNode? Required(string name)
    {
        if (Optional(name) is { } node)
            return node;
        if (IsMapping)
            Wrong($"缺少“{name}”", $"lacks '{name}'");
        return null;
    }

    public IEnumerable<(string Name, SpecNode Node)> Entries() =>
        Mapping().Select(c => (((YamlScalarNode)c.Key).Value ?? "", new SpecNode(_file, $"{Key}.{c.Key}", c.Value)));

    /// <summary>The entries with the first and the last line that each takes, 1-based.</summary>
    public IEnumerable<(string Name, SpecNode Node, int First, int Last)> Extents() =>
        Mapping().Zip(Entries(), (c, e) => (e.Name, e.Node, (int)c.Key.Start.Line, Math.Max((int)c.Key.Start.Line, LastLine(c.Value))));

    /// <summary>A text in a block ends where the next line begins.</summary>
    private static int LastLine(YamlNode node) => (int)(node.End.Column == 1 ? node.End.Line - 1 : node.End.Line);

    /// <summary>The entries of a list; a single value is a list of one.</summary>
    public IEnumerable<SpecNode> Items() =>
        _node is YamlSequenceNode list ? list.Children.Select((child, i) => new SpecNode(_file, $"{Key}[{i + 1}]", child)) : [this];

    /// <summary>The texts of a list or of a single value.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(i => i.Text()).OfType<string>()];

    /// <summary>A text that is not empty.</summary>
    public string? Text()
    {
        if (_node is not YamlScalarNode scalar)
        {
            Wrong("应是单个值", "must be a single value");
            return null;
        }

        if (string.IsNullOrEmpty(scalar.Value))
            Wrong("是空的", "is empty");
        return string.IsNullOrEmpty(scalar.Value) ? null : scalar.Value;
    }

    /// <summary>A text in both languages; one without languages is the same in both.</summary>
    public Localized? Localized()
    {
        if (!IsMapping)
            return Text() is { } same ? Analytics.Localized.Same(same) : null;
        Allow([.. Languages.Codes]);
        var (zh, en) = (Required("zh")?.Text(), Required("en")?.Text());
        return zh is null || en is null ? null : new Localized(zh, en);
    }

    public int? Whole(int min, int max)
    {
        if (Text() is not { } text)
            return null;
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
        )
        {
            return number;
        }
        Wrong($"是“{text}”，应是 {min} 至 {max} 的整数", $"is '{text}'; expected a whole number from {min} to {max}");
        return null;
    }

    public bool? Flag()
    {
        if (Text() is not { } text)
            return null;
        if (text is "true" or "false")
            return text == "true";
        Wrong($"是“{text}”，应是 true 或 false", $"is '{text}'; expected true or false");
        return null;
    }

    /// <summary>One of some names; null, noted with the nearest, where it is none.</summary>
    public string? OneOf(params IReadOnlyList<string> names) => Text() is { } text ? Among(text, names, "") : null;

    /// <summary>Whether a name is among those known; noted with the nearest where it is not.</summary>
    /// <param name="text">The name.</param>
    /// <param name="names">Those known.</param>
    /// <param name="what">What they are, in English; empty: values.</param>
    /// <param name="whatZh">The same in Chinese.</param>
    public string? Among(string text, IReadOnlyCollection<string> names, string what, string whatZh = "")
    {
        if (names.Contains(text))
            return text;
        var near = Near(text, names);
        Wrong(
            what.Length == 0 ? $"“{text}”不对，只能是 {string.Join("、", names)}" : $"没有{whatZh}“{text}”{near.Zh}",
            what.Length == 0 ? $"'{text}' is not one of {string.Join(", ", names)}" : $"'{text}' is no {what}{near.En}"
        );
        return null;
    }

    public T? OneOf<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        return OneOf(names) is { } name ? Enum.GetValues<T>()[Array.IndexOf(names, name)] : null;
    }

    /// <summary>Notes a fault of this node.</summary>
    public void Wrong(string zh, string en) => _file.Fault(Place, $"{Key} {zh}", $"{Key} {en}");

    internal static Localized Near(string text, IEnumerable<string> names) =>
        NearestNames.Of(text, names) is { Count: > 0 } near
            ? new($"；相近：{string.Join("、", near)}", $"; near: {string.Join(", ", near)}")
            : Analytics.Localized.Same("");

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Mapping()
    {
        if (_node is YamlMappingNode mapping)
            return mapping.Children.Where(c => c.Key is YamlScalarNode);
        Wrong("里应是键和值", "must hold keys and values");
        return [];
    }
}

/// <summary>A YAML file while it is read, and what is wrong with it.</summary>
internal sealed class SpecFile(string path)
{
    private readonly List<SpecFault> _faults = [];

    public string Path { get; } = path;

    /// <summary>So far, each once, in the order of the file.</summary>
    public IReadOnlyList<SpecFault> Faults => [.. _faults.Distinct().OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column)];

    public static SpecPlace PlaceOf(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);

    public void Fault(SpecPlace place, string zh, string en) => _faults.Add(new SpecFault(Path, place, new Localized(zh, en)));

    /// <summary>The root of a text; null, noted, where it is no YAML or no mapping.</summary>
    public SpecNode? Root(string text, string key)
    {
        YamlStream stream;
        try
        {
            stream = YamlText.Load(text);
        }
        catch (YamlException e)
        {
            var first = e.Message.Contains("Duplicate key", StringComparison.Ordinal) ? FirstOf(text, e) : null;
            // An unclosed quote is reported where the parser gives up, which may be long after it.
            Fault(
                new((int)e.Start.Line, (int)e.Start.Column),
                first is { } at ? $"同一个键出现两次（先在第 {at} 行）" : $"在此处或之前不是 YAML：{Reason(e)}",
                first is { } line ? $"the key stands twice (first in line {line})" : $"not YAML at or before this place: {Reason(e)}"
            );
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            return new SpecNode(this, key, root);
        Fault(new(1, 1), "文件里应是键和值", "the file must hold keys and values");
        return null;
    }

    private static string Reason(YamlException e) => e.InnerException?.Message ?? e.Message;

    /// <summary>The line where a key stood first in the mapping that has it twice, as it is written.</summary>
    private static int? FirstOf(string text, YamlException e)
    {
        var lines = text.Split('\n');
        var word = lines[e.Start.Line - 1][((int)e.Start.Column - 1)..].Split(':')[0].Trim();
        var before = Enumerable.Range(0, (int)e.Start.Line).Reverse();
        var indent = lines[e.Start.Line - 1][..((int)e.Start.Column - 1)];
        // A key at the beginning of its line stood at the same column; one in braces anywhere before.
        var begin = indent.All(c => c == ' ') ? $"^{indent}" : @"(^|[\s{,])";
        foreach (var line in before)
        {
            var part = line == e.Start.Line - 1 ? indent : lines[line];
            if (System.Text.RegularExpressions.Regex.IsMatch(part, $@"{begin}{System.Text.RegularExpressions.Regex.Escape(word)}\s*:"))
                return line + 1;
        }

        return null;
    }
}
