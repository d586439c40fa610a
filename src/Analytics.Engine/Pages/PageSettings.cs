using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analytics.Engine.Models;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Pages;

/// <summary>A page's state as settings, and back: what is chosen, each by its name and as a text. What the page opens with is left
/// out.</summary>
public static class PageSettings
{
    /// <summary>Names of the settings: a slicer, a condition or mark, a visual moved along its levels, one drawn as another kind.</summary>
    public const string Parameter = "param",
        Condition = "filter",
        Level = "grain",
        Kind = "kind";

    /// <summary>The settings of a state.</summary>
    /// <param name="page">Its page.</param>
    /// <param name="members">Of its model.</param>
    /// <param name="state">The state.</param>
    /// <param name="language">Members by their names in it; null: by their keys.</param>
    public static IReadOnlyList<Setting> Of(PageSpec page, ModelMembers members, PageState state, Language? language = null)
    {
        var start = PageState.Start(page, members);
        var settings = new List<Setting>();
        foreach (var slicer in page.Slicers.Where(s => !start.Chosen(s.Name).SetEquals(state.Chosen(s.Name))))
        {
            var keys = state.Chosen(slicer.Name).Select(k => slicer.Field is { } field ? Written(field, k, members, language) : Quoted(k));
            settings.Add(new(Parameter, $"{slicer.Name}={string.Join(',', keys)}"));
        }

        settings.AddRange(state.Filters.Select(f => new Setting(Condition, Written(f, members, language))));
        foreach (var (visual, marks) in state.Selections)
            settings.AddRange(marks.Select(m => new Setting(Condition, $"{visual}: {Written(m, members, language)}")));
        foreach (var (visual, grain) in state.Grain)
            settings.Add(new(Level, string.Create(CultureInfo.InvariantCulture, $"{visual}={grain}")));
        settings.AddRange(state.Kinds.Select(k => new Setting(Kind, $"{k.Key}={k.Value.ToString().ToLowerInvariant()}")));
        return settings;
    }

    /// <summary>The state of settings, over what the page opens with.</summary>
    /// <param name="page">The page.</param>
    /// <param name="members">Of its model.</param>
    /// <param name="settings">As <see cref="Of"/> writes them, or as a person does.</param>
    /// <exception cref="UserException">A setting, a slicer or a member is unknown, or a name means several members.</exception>
    public static PageState Parse(PageSpec page, ModelMembers members, IReadOnlyList<Setting> settings)
    {
        var state = settings.Aggregate(PageState.Start(page, members), (s, setting) => With(page, members, s, setting));
        // A choice sets the slicer that it is within, but for one that was said to be all.
        return settings
            .Where(s => s.Name == Parameter && s.Value is not null && s.Value.EndsWith('='))
            .Aggregate(state, (s, setting) => s.WithMembers(setting.Value![..^1], []));
    }

    private static PageState With(PageSpec page, ModelMembers members, PageState state, Setting setting) =>
        setting switch
        {
            { Name: Parameter, Value: { } value } => WithParameter(page, members, state, value),
            { Name: Condition, Value: { } value } => WithFilter(page, members, state, value),
            { Name: Level, Value: { } value } => WithGrain(page, state, value),
            { Name: Kind, Value: { } value } => WithKind(page, state, value),
            _ => throw UserException.Usage($"页面没有设置“{setting.Name}”。", $"A page has no setting '{setting.Name}'."),
        };

    /// <summary>A slicer set by <c>name=value,value</c>; nothing after the sign is all.</summary>
    /// <exception cref="UserException">The slicer or a value is unknown, or takes one value only.</exception>
    public static PageState WithParameter(PageSpec page, ModelMembers members, PageState state, string text)
    {
        var at = text.IndexOf('=');
        var name = at < 0 ? text : text[..at];
        if (page.SlicerOf(name) is not { } slicer)
        {
            var near = SpecNode.Near(name, page.Slicers.Select(s => s.Name));
            throw UserException.Usage(
                $"页面“{page.Name}”没有参数 {name}{near.Zh}；有 {string.Join("、", page.Slicers.Select(s => s.Name))}。",
                $"The page '{page.Name}' has no parameter {name}{near.En}; it has {string.Join(", ", page.Slicers.Select(s => s.Name))}."
            );
        }

        var values = Values(at < 0 ? "" : text[(at + 1)..]);
        if (values.Count > 1 && !slicer.IsMulti)
            throw UserException.Usage($"参数 {name} 只取一个值。", $"The parameter {name} takes one value.");
        var keys = slicer switch
        {
            { Field: { } field } => values.Select(v => KeyOf(name, field, v, members)),
            { Options.Count: > 0 } => values.Select(v => OptionOf(slicer, v)),
            _ => values,
        };
        return state.Set(page, members, name, keys.ToArray());
    }

    /// <summary>A condition written by hand, or a mark of a visual where its name and a colon stand first.</summary>
    /// <exception cref="UserException">It is not understood.</exception>
    public static PageState WithFilter(PageSpec page, ModelMembers members, PageState state, string text)
    {
        var parser = new FilterParser(page, members, text);
        var (visual, mark) = parser.Read();
        if (visual is not null)
            return state.WithMarks(visual, state.Selections.GetValueOrDefault(visual, []).Add(mark));
        return state with { Filters = state.Filters.AddRange(mark.Parts) };
    }

    /// <summary>The key of a member by a text that means it.</summary>
    /// <exception cref="UserException">None or several are meant; the message names them.</exception>
    internal static string KeyOf(string parameter, Field field, string text, ModelMembers members)
    {
        var list = members.Of(field);
        if (list[text] is not null || text == Member.NullKey)
            return text;
        switch (list.Aliases.Find(text))
        {
            case AliasMatch.One one:
                return one.Member.Key;
            case AliasMatch.Several several:
                throw UserException.Usage(
                    $"{parameter}：“{text}”可指 {string.Join("、", several.Members.Select(m => $"{m.Name.Zh}（{m.Key}）"))}；请写明。",
                    $"{parameter}: '{text}' may be {string.Join(", ", several.Members.Select(m => $"{m.Name.En} ({m.Key})"))}; say which."
                );
            case AliasMatch.None none:
                var near =
                    none.Near.Count == 0
                        ? Localized.Same("")
                        : new Localized($"；相近：{string.Join("、", none.Near)}", $"; near: {string.Join(", ", none.Near)}");
                throw UserException.Usage($"{parameter}：没有“{text}”{near.Zh}。", $"{parameter}: there is no '{text}'{near.En}.");
            default:
                throw new InvalidOperationException();
        }
    }

    private static string OptionOf(Slicer slicer, string text) =>
        slicer.Options.FirstOrDefault(o => o.Name == text || o.Label.Zh == text || o.Label.En == text)?.Name
        ?? throw UserException.Usage(
            $"{slicer.Name}：没有“{text}”；可用 {string.Join("、", slicer.Options.Select(o => o.Name))}。",
            $"{slicer.Name}: there is no '{text}'; allowed: {string.Join(", ", slicer.Options.Select(o => o.Name))}."
        );

    private static PageState WithGrain(PageSpec page, PageState state, string text)
    {
        var (visual, number) = OfVisual(page, Level, text);
        return int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var steps)
            ? state.Drilled(page, visual.Name, steps)
            : throw UserException.Usage(
                $"{Level} {text}：等号后应为层数，如 {visual.Name}=1。",
                $"{Level} {text}: expected a number of levels behind the equals sign, such as {visual.Name}=1."
            );
    }

    private static PageState WithKind(PageSpec page, PageState state, string text)
    {
        var (visual, word) = OfVisual(page, Kind, text);
        var names = visual.Kinds.ToDictionary(k => $"{k}", StringComparer.OrdinalIgnoreCase);
        if (names.TryGetValue(word, out var kind))
            return state.As(page, visual.Name, kind);
        var known = string.Join(", ", names.Keys.Select(n => n.ToLowerInvariant()));
        throw names.Count == 0
            ? UserException.Usage($"{Kind} {text}：{visual.Name} 不能改画。", $"{Kind} {text}: {visual.Name} has no other kind.")
            : UserException.Usage($"{Kind} {text}：{visual.Name} 可为 {known}。", $"{Kind} {text}: {visual.Name} may be {known}.");
    }

    /// <summary>A visual and what is set of it.</summary>
    private static (VisualSpec Visual, string Value) OfVisual(PageSpec page, string setting, string text)
    {
        var (name, value) = text.Split('=', 2) is [var first, var second] ? (first, second) : (text, "");
        if (page.Visuals.FirstOrDefault(v => v.Name == name) is { } visual)
            return (visual, value);
        var names = string.Join(", ", page.Visuals.Select(v => v.Name));
        throw UserException.Usage(
            $"{setting} {text}：本页没有图块“{name}”；有 {names}。",
            $"{setting} {text}: the page has no visual '{name}'; it has {names}."
        );
    }

    /// <summary>Texts with commas between, in either width; one in double quotes may have them in it.</summary>
    private static List<string> Values(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                (isQuoted, wasQuoted) = (!isQuoted, true);
            }
            else if (!isQuoted && letter is ',' or '，' or '、')
            {
                Take();
            }
            else
            {
                value.Append(letter);
            }
        }

        Take();
        return values;

        void Take()
        {
            var taken = wasQuoted ? value.ToString() : value.ToString().Trim();
            if (taken.Length > 0)
                values.Add(taken);
            value.Clear();
            wasQuoted = false;
        }
    }

    private static string Written(MarkFilter mark, ModelMembers members, Language? language)
    {
        var parts = string.Join(" and ", mark.Parts.Select(p => Written(p, members, language)));
        return mark.IsExcluded ? $"not ({parts})" : parts;
    }

    private static string Written(Filter filter, ModelMembers members, Language? language)
    {
        var keys = string.Join(", ", filter.Members.Select(k => Written(filter.Field, k, members, language)));
        return filter.Kind switch
        {
            FilterKind.NotIn => $"{filter.Field.Name} not in ({keys})",
            FilterKind.Within => $"{filter.Field.Name} within ({keys})",
            FilterKind.At => $"{filter.Field.Name} at ({keys})",
            _ => $"{filter.Field.Name} in ({keys})",
        };
    }

    /// <summary>A member as it is written: its short name where that finds it, else its key.</summary>
    private static string Written(Field field, string key, ModelMembers members, Language? language)
    {
        if (language is not { } chosen)
            return Quoted(key);
        var list = members.Of(field);
        var name = members.NameOf(field, key, chosen);
        return Quoted(
            list[name] is null && !name.Contains('"') && list.Aliases.Find(name) is AliasMatch.One one && one.Member.Key == key ? name : key
        );
    }

    private static string Quoted(string text) =>
        text.Length == 0 || text.Any(" ,，、：（）()\"=:".Contains) ? $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"" : text;
}

/// <summary>Reads <c>[visual:] [not (] dim in (a, b) and dim not in (c) and dim within d [)]</c>.</summary>
internal sealed class FilterParser(PageSpec page, ModelMembers members, string text)
{
    private readonly List<(string Text, bool IsQuoted)> _tokens = Tokens(text);
    private int _at;

    /// <summary>The visual, where one stands first, and the conditions.</summary>
    public (string? Visual, MarkFilter Mark) Read()
    {
        string? visual = null;
        if (_tokens.Count > 1 && _tokens[1] is (":", false))
        {
            visual = page.Visuals.FirstOrDefault(v => v.Name == _tokens[0].Text)?.Name ?? throw UnknownVisual(_tokens[0].Text);
            _at = 2;
        }

        var isExcluded = Is("not") && _at + 1 < _tokens.Count && _tokens[_at + 1] is ("(", false);
        if (isExcluded)
            _at += 2;
        var parts = new List<Filter> { Condition() };
        while (Accept("and"))
            parts.Add(Condition());
        if (isExcluded)
            Expect(")");
        if (_at < _tokens.Count)
            throw Wrong("and");
        if (isExcluded && visual is null)
            throw UserException.Usage($"{text}：not ( … ) 前要有图块的名称。", $"{text}: a visual's name must stand before not ( … ).");
        return (visual, new MarkFilter([.. parts], isExcluded));
    }

    private Filter Condition()
    {
        var name = Take("dimension");
        var field =
            page.Model.FieldOf(name)
            ?? page.SlicerOf(name)?.Field
            ?? page.Model.Fields.FirstOrDefault(f => f.Label.Zh == name || f.Label.En == name);
        if (field is null)
        {
            var near = SpecNode.Near(name, page.Model.Fields.Select(f => f.Name));
            throw UserException.Usage($"筛选“{text}”：没有维度“{name}”{near.Zh}。", $"filter '{text}': '{name}' is no dimension{near.En}.");
        }

        var kind =
            Accept("not") && Expect("in") ? FilterKind.NotIn
            : Accept("in") || Accept("=") ? FilterKind.In
            : Accept("within") ? FilterKind.Within
            : Accept("at") ? FilterKind.At
            : throw Wrong("in, not in, within, =");
        if (kind is FilterKind.Within or FilterKind.At && field.Dimension is not TreeDimension)
            throw UserException.Usage($"筛选“{text}”：“{name}”没有上下级。", $"filter '{text}': '{name}' is no tree.");
        var keys = new List<string>();
        // Below a whole tree any of its members may be named.
        var named = kind is FilterKind.Within or FilterKind.At ? new Field(field.Dimension, null) : field;
        if (!Accept("("))
        {
            keys.Add(PageSettings.KeyOf(name, named, Take("member"), members));
        }
        else
        {
            do keys.Add(PageSettings.KeyOf(name, named, Take("member"), members));
            while (Accept(","));
            Expect(")");
        }

        return new Filter(kind == FilterKind.At ? field : named, kind, Filter.Keys(keys));
    }

    private bool Is(string word) =>
        _at < _tokens.Count && !_tokens[_at].IsQuoted && string.Equals(_tokens[_at].Text, word, StringComparison.OrdinalIgnoreCase);

    private bool Accept(string word)
    {
        var holds = Is(word);
        _at += holds ? 1 : 0;
        return holds;
    }

    private bool Expect(string word) => Accept(word) ? true : throw Wrong(word);

    private string Take(string what) => _at < _tokens.Count ? _tokens[_at++].Text : throw Wrong(what);

    private UserException Wrong(string expected)
    {
        var found = _at < _tokens.Count ? _tokens[_at].Text : "";
        return UserException.Usage(
            $"筛选“{text}”：此处应是 {expected}，却是“{found}”。例：county in (碧江, 松桃) and modality = reported。",
            $"filter '{text}': expected {expected}, found '{found}'. For example: county in (Bijiang, Songtao) and modality = reported."
        );
    }

    private UserException UnknownVisual(string name)
    {
        var near = NearestNames.Of(name, page.Visuals.Select(v => v.Name));
        return UserException.Usage(
            $"筛选“{text}”：没有图块“{name}”{(near.Count > 0 ? $"；相近：{string.Join("、", near)}" : "")}。",
            $"filter '{text}': there is no visual '{name}'{(near.Count > 0 ? $"; near: {string.Join(", ", near)}" : "")}."
        );
    }

    private static List<(string, bool)> Tokens(string text)
    {
        var tokens = new List<(string, bool)>();
        var at = 0;
        while (at < text.Length)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter == '"')
            {
                var end = text.IndexOf('"', at + 1) is >= 0 and var close ? close : text.Length;
                tokens.Add((text[(at + 1)..end], true));
                at = end + 1;
            }
            else if (letter is '(' or ')' or ',' or ':' or '=' or '（' or '）' or '，' or '、' or '：')
            {
                tokens.Add(
                    (
                        letter switch
                        {
                            '（' => "(",
                            '）' => ")",
                            '，' or '、' => ",",
                            '：' => ":",
                            _ => letter.ToString(),
                        },
                        false
                    )
                );
                at++;
            }
            else
            {
                var end = at;
                while (
                    end < text.Length
                    && !char.IsWhiteSpace(text[end])
                    && "(),:=（），、：\"".IndexOf(text[end], StringComparison.Ordinal) < 0
                )
                {
                    end++;
                }
                tokens.Add((text[at..end], false));
                at = end;
            }
        }

        return tokens;
    }
}
