using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Engine.Queries;

/// <summary>A YAML node of a query header that knows its place, so that every complaint names file, line and key.</summary>
internal sealed class HeaderNode(string path, string key, YamlNode node)
{
    /// <summary>1-based line in the file: the header begins in its first line.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>Whether it holds keys rather than a single value.</summary>
    public bool IsMapping => node is YamlMappingNode;

    public void AllowKeys(params string[] keys)
    {
        foreach (var child in Mapping().Children.Keys)
        {
            if (!keys.Contains(((YamlScalarNode)child).Value))
                throw Unknown((YamlScalarNode)child, keys);
        }
    }

    public bool Has(string name) => Mapping().Children.ContainsKey(name);

    public HeaderNode Required(string name) => Optional(name) ?? throw Wrong(node, $"{key} lacks '{name}'.", $"{key} 缺少“{name}”。");

    public HeaderNode? Optional(string name) =>
        Mapping().Children.TryGetValue(name, out var child) ? new HeaderNode(path, $"{key}.{name}", child) : null;

    public IEnumerable<(string Name, HeaderNode Node)> Entries() =>
        Mapping().Children.Select(c => (((YamlScalarNode)c.Key).Value!, new HeaderNode(path, $"{key}.{c.Key}", c.Value)));

    public string Scalar() => ScalarOrNull() is { Length: > 0 } text ? text : throw Wrong(node, $"{key} is empty.", $"{key} 是空的。");

    /// <summary>The text, or null for a plain <c>null</c>, <c>~</c> or nothing.</summary>
    public string? ScalarOrNull()
    {
        if (node is not YamlScalarNode scalar)
            throw Wrong(node, $"{key} must be a single value.", $"{key} 应是单个值。");
        return scalar is { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" } ? null : scalar.Value;
    }

    public int Integer(int min, int max) =>
        int.TryParse(Scalar(), out var number) && number >= min && number <= max
            ? number
            : throw Wrong(
                node,
                $"{key} is '{Scalar()}'; expected a whole number from {min} to {max}.",
                $"{key} 是“{Scalar()}”，应是 {min} 至 {max} 的整数。"
            );

    public double Number() =>
        double.TryParse(Scalar(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(node, $"{key} is '{Scalar()}'; expected a number.", $"{key} 是“{Scalar()}”，应是数值。");

    /// <summary>The entries of a list.</summary>
    public IEnumerable<HeaderNode> Items() =>
        node is YamlSequenceNode list
            ? list.Children.Select((child, i) => new HeaderNode(path, $"{key}[{i + 1}]", child))
            : throw Wrong(node, $"{key} must be a list in square brackets.", $"{key} 应是方括号里的列表。");

    public string OneOf(params string[] names) =>
        names.Contains(Scalar())
            ? Scalar()
            : throw Wrong(
                node,
                $"{key} is '{Scalar()}'; expected one of {string.Join(", ", names)}.",
                $"{key} 是“{Scalar()}”，只能是 {string.Join("、", names)}。"
            );

    public T OneOf<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        var index = Array.IndexOf(names, Scalar());
        return index >= 0
            ? Enum.GetValues<T>()[index]
            : throw Wrong(
                node,
                $"{key} is '{Scalar()}'; expected one of {string.Join(", ", names)}.",
                $"{key} 是“{Scalar()}”，只能是 {string.Join("、", names)}。"
            );
    }

    /// <summary>What is wrong with this node.</summary>
    public UserException Fault(string problem, string zh) => Wrong(node, $"{key} {problem}.", $"{key} {zh}。");

    /// <summary>The node as keys and values; YAML takes lists and maps for keys as well, which mean nothing here.</summary>
    private YamlMappingNode Mapping()
    {
        if (node is not YamlMappingNode mapping)
            throw Wrong(node, $"{key} must hold keys and values.", $"{key} 里应是键和值。");
        return mapping.Children.Keys.FirstOrDefault(k => k is not YamlScalarNode) is { } strange
            ? throw Wrong(strange, $"{key} has a key that is no plain name.", $"{key} 里有的键不是普通名称。")
            : mapping;
    }

    private UserException Unknown(YamlScalarNode child, string[] keys)
    {
        var (name, known) = (child.Value ?? "", string.Join(", ", keys));
        var nearest = NearestNames.Of(name, keys) is [var near, ..] ? near : null;
        return Wrong(
            child,
            $"unknown key '{name}' in {key}{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}; allowed: {known}.",
            $"{key} 里没有键“{name}”{(nearest is null ? "" : $"（是否指“{nearest}”？）")}；可用：{known}。"
        );
    }

    private UserException Wrong(YamlNode at, string problem, string zh) =>
        new UserException(new FilePlace(path, (int)at.Start.Line), new Localized(zh, problem));
}
