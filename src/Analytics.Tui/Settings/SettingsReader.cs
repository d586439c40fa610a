using System.Collections.Immutable;
using Analytics.Engine.Queries;
using Analytics.Terminal.Text;
using YamlDotNet.Core;

namespace Analytics.Tui.Settings;

/// <summary>Makes settings of YAML. An entry that is wrong is a fault with its place and does not hold; the others do.</summary>
internal sealed class SettingsReader(string path)
{
    private static readonly string[] Known =
    [
        "theme",
        "language",
        "vim",
        "soft_wrap",
        "chart_graphics",
        "nulls",
        "id_columns",
        "focus_after_run",
        "start",
        "ambiguous_width",
        "keys",
    ];

    private readonly ImmutableArray<Localized>.Builder _faults = ImmutableArray.CreateBuilder<Localized>();

    public static SettingsFile Read(string path, string yaml) => new SettingsReader(path).Read(yaml);

    /// <summary>The names of an enumeration's values as the file writes them.</summary>
    public static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];

    private SettingsFile Read(string yaml)
    {
        var file = new SettingsFile(path, Exists: true);
        try
        {
            if (SettingsNode.Parse(yaml) is { } root)
                file = Entries(root, Known).Aggregate(file, With);
        }
        catch (YamlException e)
        {
            Fault(
                (int)e.Start.Line,
                $"不是 YAML，整个文件都不起作用（按键如 '#'、'!'、',' 要加引号）：{Reason(e)}",
                $"is no YAML, so nothing of the file holds (keys such as '#', '!', ',' need quotes): {Reason(e)}"
            );
        }
        return file with { Faults = _faults.ToImmutable() };
    }

    private SettingsFile With(SettingsFile file, (string Name, SettingsNode Value) entry) =>
        entry.Name switch
        {
            "theme" => file with
            {
                Theme = OneOf(entry, Names<ThemeName>()) is { } theme ? Enum.Parse<ThemeName>(theme, ignoreCase: true) : null,
            },
            "language" => file with { Language = Languages.Parse(OneOf(entry, [.. Languages.Codes])) },
            "vim" => file with { Vim = Flag(entry) },
            "soft_wrap" => file with { Wraps = Flag(entry) },
            "id_columns" => file with
            {
                Ids = OneOf(entry, Names<IdColumns>()) is { } ids ? Enum.Parse<IdColumns>(ids, ignoreCase: true) : null,
            },
            "chart_graphics" => file with
            {
                Graphics = OneOf(entry, Names<ChartGraphics>()) is { } graphics
                    ? Enum.Parse<ChartGraphics>(graphics, ignoreCase: true)
                    : null,
            },
            "nulls" => file with
            {
                Nulls = OneOf(entry, Names<NullStyle>()) is { } nulls ? Enum.Parse<NullStyle>(nulls, ignoreCase: true) : null,
            },
            "start" => file with
            {
                Start = OneOf(entry, Names<StartScreen>()) is { } start ? Enum.Parse<StartScreen>(start, ignoreCase: true) : null,
            },
            "focus_after_run" => file with
            {
                FocusAfterRun = OneOf(entry, Names<RunFocus>()) is { } focus ? Enum.Parse<RunFocus>(focus, ignoreCase: true) : null,
            },
            "ambiguous_width" => file with
            {
                Ambiguous = OneOf(entry, ["auto", "1", "2"]) switch
                {
                    "1" => AmbiguousWidth.One,
                    "2" => AmbiguousWidth.Two,
                    _ => null,
                },
            },
            _ => file with { Keys = [.. Entries(entry.Value, null).Select(Override).OfType<KeyOverride>()] },
        };

    /// <summary>The entries of a mapping; unknown ones and those that come again are faults.</summary>
    private IEnumerable<(string Name, SettingsNode Value)> Entries(SettingsNode node, string[]? known)
    {
        if (node is not { Entries: { } entries })
        {
            if (node.Text is not "")
                Fault(node.Line, "应为「名称: 值」这样的条目", "expected entries such as 'name: value'");
            yield break;
        }
        var seen = new HashSet<string>();
        foreach (var (key, value) in entries)
        {
            var name = key.Text ?? "";
            if (known is not null && !known.Contains(name))
            {
                Fault(
                    key.Line,
                    $"没有「{name}」这一项，应为 {string.Join("、", known)} 之一{NearestZh(name, known)}",
                    $"unknown entry '{name}'; expected one of {string.Join(", ", known)}{NearestEn(name, known)}"
                );
            }
            else if (!seen.Add(name))
            {
                Fault(key.Line, $"「{name}」写了两次，以前一个为准", $"'{name}' is given twice; the first one holds");
            }
            else
            {
                yield return (name, value);
            }
        }
    }

    private bool? Flag((string Name, SettingsNode Value) entry) => OneOf(entry, ["true", "false"]) is { } flag ? flag == "true" : null;

    private string? OneOf((string Name, SettingsNode Value) entry, string[] allowed)
    {
        var text = entry.Value.Text;
        if (text is not null && allowed.Contains(text))
            return text;
        var found = text ?? "[…]";
        Fault(
            entry.Value.Line,
            $"{entry.Name}：「{found}」不对，应为 {string.Join("、", allowed)} 之一{NearestZh(found, allowed)}",
            $"{entry.Name} is '{found}'; expected one of {string.Join(", ", allowed)}{NearestEn(found, allowed)}"
        );
        return null;
    }

    private KeyOverride? Override((string Name, SettingsNode Value) entry)
    {
        var (name, value) = entry;
        // One key may stand without brackets, several only in them.
        if (value is { Text.Length: > 0 })
            return new(name, value.Line, [value.Text]);
        if (value.Items is { } items && items.All(i => i.Text is { Length: > 0 }))
            return new(name, value.Line, [.. items.Select(i => i.Text!)]);
        Fault(
            value.Line,
            $"keys.{name}：应为按键，如 F5 或 [F5, Ctrl+R]；[] 表示不要按键",
            $"keys.{name}: expected a key such as F5, or [F5, Ctrl+R]; [] for no key"
        );
        return null;
    }

    private void Fault(int line, string zh, string en) => _faults.Add(At(path, line, zh, en));

    /// <summary>A fault at a place of the file.</summary>
    public static Localized At(string path, int line, string zh, string en) =>
        new($"{path} 第 {line} 行：{zh}", $"{path}, line {line}: {en}");

    /// <summary>A hint at the names most like one; "" where none is.</summary>
    public static string NearestZh(string name, IEnumerable<string> names) =>
        Nearest(name, names) is { Count: > 0 } near ? $"；是不是 {string.Join("、", near)}？" : "";

    /// <inheritdoc cref="NearestZh"/>
    public static string NearestEn(string name, IEnumerable<string> names) =>
        Nearest(name, names) is { Count: > 0 } near ? $"; did you mean {string.Join(", ", near)}?" : "";

    /// <summary>Of one or two characters anything is near.</summary>
    private static IReadOnlyList<string> Nearest(string name, IEnumerable<string> names) =>
        name.Length < 3 ? [] : NearestNames.Of(name, names);

    /// <summary>The parser's words without the place, which is said anyway.</summary>
    private static string Reason(YamlException e) =>
        e.Message.LastIndexOf("): ", StringComparison.Ordinal) is >= 0 and var end ? e.Message[(end + 3)..] : e.Message;
}
