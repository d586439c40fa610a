using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>The words of a find bar.</summary>
/// <param name="Find">Before the field of what is searched.</param>
/// <param name="Replace">Before the field of the replacement.</param>
/// <param name="None">Instead of the number of matches when there are none.</param>
/// <param name="Wrong">Before what is wrong with a regular expression.</param>
public sealed record FindBarTexts(string Find, string Replace, string None, string Wrong)
{
    /// <summary>Chinese.</summary>
    public static FindBarTexts Zh { get; } = new("查找", "替换为", "无匹配", "正则表达式有误：");

    /// <summary>English.</summary>
    public static FindBarTexts En { get; } = new("Find", "Replace", "no match", "wrong pattern: ");
}

/// <summary>What a find bar made of an input.</summary>
/// <param name="Bar">The bar after it; null when it was closed.</param>
/// <param name="Editor">The editor after it.</param>
/// <param name="Replaced">How many matches "replace all" replaced; null when it was not asked for.</param>
public readonly record struct FindStep(FindBar? Bar, TextEditor Editor, int? Replaced = null);

/// <summary>
/// Find and replace over an editor. Matches are selected as the pattern is typed, from where the cursor was; all are marked while the bar
/// is open.
/// Enter and ↓ go to the next match, Shift+Enter and ↑ to the one before, Tab changes the field, Enter in the replacement replaces and
/// goes on,
/// Alt+Enter replaces all; Alt+C, Alt+R and Alt+W switch case, regular expression and whole words; Esc closes.
/// </summary>
public sealed record FindBar
{
    private const KeyModifiers Alt = KeyModifiers.Alt;

    private FindBar(TextField query, TextPosition origin) => (Query, Search, Origin) = (query, TextSearch.Of(query.Text), origin);

    /// <summary>What is searched for, as typed.</summary>
    public TextField Query { get; private init; }

    /// <summary>What takes its place.</summary>
    public TextField Replacement { get; private init; } = TextField.Empty;

    /// <summary>The search made of <see cref="Query"/>.</summary>
    public TextSearch Search { get; private init; }

    /// <summary>Whether there is a field for the replacement.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether typing goes to the replacement.</summary>
    public bool InReplacement { get; private init; }

    /// <summary>The number of the match selected, from 1 (0 when none is), and how many there are; as of the last input.</summary>
    public (int Number, int Count) Matches { get; private init; }

    private TextPosition Origin { get; init; }

    /// <summary>Rows it takes.</summary>
    public int Height => Replaces ? 2 : 1;

    /// <summary>A bar over an editor; it begins with what is selected there, if that is within one line.</summary>
    public static FindStep Open(TextEditor editor, bool replaces = false)
    {
        var isOneLine = editor.SelectionStart.Line == editor.SelectionEnd.Line;
        var bar = new FindBar(TextField.Of(isOneLine ? editor.SelectedText : "").SelectAll(), editor.SelectionStart)
        {
            Replaces = replaces,
        };
        return bar.Step(editor);
    }

    /// <summary>What becomes of the bar and the editor; null when the input has no meaning for a find bar.</summary>
    public FindStep? Handle(InputEvent input, TextEditor editor) =>
        input switch
        {
            KeyEvent { Key: Key.Escape } => new(null, editor with { Search = null }),
            KeyEvent { Key: Key.Enter, Modifiers: Alt } when Replaces => ReplaceAll(editor),
            KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None } when InReplacement => Step(
                editor.ReplaceNext(Search, Replacement.Text)
            ),
            KeyEvent { Key: Key.Enter or Key.Down or Key.F3, Modifiers: KeyModifiers.None } => Step(editor.FindNext(Search) ?? editor),
            KeyEvent { Key: Key.Up } or KeyEvent { Key: Key.Enter or Key.F3, Modifiers: KeyModifiers.Shift } => Step(
                editor.FindPrevious(Search) ?? editor
            ),
            KeyEvent { Key: Key.Tab } when Replaces => new(this with { InReplacement = !InReplacement }, editor),
            KeyEvent { Key: Key.Character, Modifiers: Alt } key when OptionOf(key.Text) is { } option => With(
                Query,
                Search.Options ^ option,
                editor
            ),
            _ => HandleField(input, editor),
        };

    /// <summary>
    /// Draws the bar on the first rows of a canvas: fields, which of <c>Aa</c> (case), <c>.*</c> (regular expression) and <c>W</c> (whole
    /// words) hold, matches.
    /// </summary>
    public void Draw(CellCanvas canvas, FindBarTexts texts, InputStyles input, Style label, Style on)
    {
        canvas.Fill(new(0, 0, canvas.Width, Height), label);
        var width = Math.Max(canvas.Measure(texts.Find), Replaces ? canvas.Measure(texts.Replace) : 0) + 1;
        var found =
            Search.Error is { } error ? texts.Wrong + error
            : Matches.Count > 0 ? $"{Matches.Number}/{Matches.Count}"
            : Query.Text.Length > 0 ? texts.None
            : "";
        var right = Math.Max(width, canvas.Width - Math.Clamp(canvas.Measure(found) + 10, 20, Math.Max(20, canvas.Width / 2)));
        DrawField(canvas, 0, texts.Find, Query, width, right, input, label, !InReplacement);
        if (Replaces)
            DrawField(canvas, 1, texts.Replace, Replacement, width, right, input, label, InReplacement);
        var x = right + 1;
        foreach (var (mark, option) in Options)
            x = canvas.Write(x, 0, mark, (Search.Options.HasFlag(option) ? on : default).Over(label)) + 1;
        canvas.WriteField(x, 0, found, Math.Max(0, canvas.Width - x), label);
    }

    private static readonly (string Mark, SearchOptions Option)[] Options =
    [
        ("Aa", SearchOptions.MatchCase),
        (".*", SearchOptions.Regex),
        ("W", SearchOptions.WholeWord),
    ];

    private static void DrawField(
        CellCanvas canvas,
        int y,
        string name,
        TextField field,
        int from,
        int to,
        InputStyles input,
        Style label,
        bool hasFocus
    )
    {
        canvas.Write(0, y, name, label);
        field.Draw(canvas.Region(new(from, y, to - from, 1)), input, hasFocus);
    }

    private static SearchOptions? OptionOf(string key) =>
        key switch
        {
            "c" => SearchOptions.MatchCase,
            "r" => SearchOptions.Regex,
            "w" => SearchOptions.WholeWord,
            _ => null,
        };

    private FindStep? HandleField(InputEvent input, TextEditor editor)
    {
        if (InReplacement)
            return Replacement.Handle(input) is { } replacement ? new(this with { Replacement = replacement }, editor) : null;
        if (Query.Handle(input) is not { } query)
            return null;
        return query.Text == Query.Text ? new(this with { Query = query }, editor) : With(query, Search.Options, editor);
    }

    private FindStep With(TextField query, SearchOptions options, TextEditor editor)
    {
        var search = TextSearch.Of(query.Text, options);
        var from = editor.MoveTo(Origin);
        return (this with { Query = query, Search = search }).Step(from.FindNext(search) ?? from, Origin);
    }

    private FindStep ReplaceAll(TextEditor editor)
    {
        var (replaced, count) = editor.ReplaceAll(Search, Replacement.Text);
        return Step(replaced) with { Replaced = count };
    }

    private FindStep Step(TextEditor editor, TextPosition? origin = null) =>
        new(
            this with
            {
                Origin = origin ?? editor.SelectionStart,
                Matches = Search.Count(editor.Buffer, editor.SelectionStart),
            },
            editor with
            {
                Search = Search,
            }
        );
}
