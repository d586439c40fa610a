using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>Asks for all options of a chart.</summary>
/// <param name="Form">The fields as they stand now.</param>
/// <param name="Shown">The texts that fields began with: one that is as it was changes nothing.</param>
internal sealed record ChartFormWindow(Form Form, Form Shown) : Window;

/// <summary>All options that headers and batch have for a chart, as a form.</summary>
internal static class ChartForm
{
    private const int Widest = 76;
    private const string LanguageField = "language";

    /// <summary>The form with what holds now.</summary>
    public static ChartFormWindow Of(ConsoleState state, OpenResult open)
    {
        var form = Form.Of(Fields(state, open, ChartRequests.Of(open, state.Language).Chart));
        return new ChartFormWindow(form, form);
    }

    private static IEnumerable<FormField> Fields(ConsoleState state, OpenResult open, ChartRequest? request) =>
        ChartOption
            .All.SelectMany(option => Fields(option, state, open, request))
            .Append(
                new PickFormField(LanguageField, state.Texts.ChartLanguage, [new("zh", "中文 zh"), new("en", "English en")]).Choose(
                    (open.ChartChoice.Language ?? state.Language).Code()
                )
            );

    private static IEnumerable<FormField> Fields(ChartOption option, ConsoleState state, OpenResult open, ChartRequest? request)
    {
        var label = option.Label.In(state.Language);
        return option.Form switch
        {
            ChartOptionForm.Codes => ChartGuards.Codes.Select(code => new ToggleFormField(
                code,
                state.Texts.ChartGuard(code),
                request?.Allow.Contains(code) == true
            )),
            ChartOptionForm.Annotations when Notes(open) is var notes => notes == 0
                ? []
                : [new PickFormField(option.Key, label, [new(null, state.Texts.KeptNotes(notes)), new("", state.Texts.NoNotes)], 0)],
            ChartOptionForm.Text or ChartOptionForm.References or ChartOptionForm.Size =>
            [
                new TextFormField(option.Key, label, TextField.Of(Shown(option, open, request))),
            ],
            _ when option.Default is { } usual => [Pick(request?.Values.One(option.Key) ?? usual, [])],
            _ => [Pick(Chosen(option, open.ChartChoice.Change), AsTheQuery(option, open, state.Texts))],
        };

        FormField Pick(string? value, IEnumerable<PickOption> first) =>
            new PickFormField(option.Key, label, [.. first, .. Choices(option, open, state.Language)], 0).Choose(value);
    }

    private static int Notes(OpenResult open) => (open.Chart?.Placed.Count ?? 0) + (open.Chart?.Lost.Count ?? 0);

    /// <summary>What the chart has now, also where nobody asked for it.</summary>
    private static string Shown(ChartOption option, OpenResult open, ChartRequest? request) =>
        request?.Values[option.Key] is { Count: > 0 } values
            ? string.Join("; ", values)
            : option.Key switch
            {
                "title" => open.Chart?.Spec?.Title,
                "subtitle" => open.Chart?.Spec?.Subtitle,
                _ => option.Default,
            } ?? "";

    /// <summary>What was chosen; an empty text where it was taken away, null where it is left to the query.</summary>
    private static string? Chosen(ChartOption option, ChartChange change) =>
        change.Values[option.Key] is { } values ? values.FirstOrDefault("") : null;

    private static IEnumerable<PickOption> AsTheQuery(ChartOption option, OpenResult open, Texts texts)
    {
        yield return new(null, texts.AsTheQuery((open.Query as CannedRequest)?.File.Chart?.Word(option.Key)));
        if (option.Form == ChartOptionForm.Column && !option.IsAlwaysSome)
            yield return new("", texts.NoColumn);
    }

    private static IEnumerable<PickOption> Choices(ChartOption option, OpenResult open, Language language) =>
        option.Form switch
        {
            ChartOptionForm.Kind => Enum.GetValues<ChartKind>()
                .Select(k => new PickOption(ChartKindName.Of(k), $"{ChartKindName.Of(k)} {ChartFacts.KindName(k, language)}")),
            ChartOptionForm.Column => open.Table.Columns.Select(c => new PickOption(c.Name, c.Name)),
            ChartOptionForm.Number => Enumerable.Range(1, option.Most).Select(n => new PickOption($"{n}", $"{n}")),
            _ => option.Words.Select(w => new PickOption(w.Word, w.Label.In(language))),
        };

    /// <summary>Enter in a text goes on to the next field.</summary>
    public static ChartFormWindow Handle(ChartFormWindow window, InputEvent input) =>
        window.Form.Handle(input) is { } form ? window with { Form = form }
        : input is KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None }
            ? window with
            {
                Form = window.Form.FocusOn(window.Form.Focus + 1),
            }
        : window;

    /// <summary>A click on a field focuses it, on the focused one opens its list or turns it; in an open list it chooses.</summary>
    public static ChartFormWindow Press(ChartFormWindow window, MouseEvent mouse, CellSize canvas)
    {
        var size = SizeOf(window, canvas);
        var inside = Popup.Inside(canvas, size.Width, size.Height);
        var (form, area) = (window.Form, new CellSize(inside.Width, inside.Height - 1));
        var next =
            form.IsListOpen ? form.ChooseAt(mouse.X - inside.X, mouse.Y - inside.Y, area)
            : !inside.Contains(mouse.X, mouse.Y) || form.FieldAt(mouse.Y - inside.Y, area.Height) is not { } field ? null
            : field == form.Focus && form.Focused is not TextFormField ? form.Handle(new KeyEvent(Key.Enter))
            : form.FocusOn(field);
        return next is null ? window : window with { Form = next };
    }

    /// <summary>Draws the chart as the form says; where a text cannot be read, says so beside it.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, ChartFormWindow window)
    {
        if (state.Result.Open is not { } open)
            return state with { Window = null };
        foreach (var option in ChartOption.All)
        {
            if (Texts(window, option).Select(text => ChartOptionFaults.Of(option, text)).FirstOrDefault(f => f is not null) is { } fault)
                return Fault(state, window, option.Key, fault.In(state.Language));
        }

        var language = Is(window, LanguageField) ? Languages.Parse(window.Form[LanguageField].Value) : open.ChartChoice.Language;
        var changed = open.WithChart(Changed(open.ChartChoice.Change, window));
        return state with
        {
            Window = null,
            Result = state.Result with { Open = changed with { ChartChoice = changed.ChartChoice with { Language = language } } },
        };
    }

    private static ConsoleState Fault(ConsoleState state, ChartFormWindow window, string id, string message)
    {
        var form = window.Form.With(window.Form[id] with { Error = message });
        return state with { Window = window with { Form = form.FocusOn(form.Fields.IndexOf(form[id])) } };
    }

    /// <summary>Whether a field is other than it began.</summary>
    private static bool Is(ChartFormWindow window, string id) => window.Form[id].Value != window.Shown[id].Value;

    /// <summary>The texts that were typed for an option; none where nothing was.</summary>
    private static IReadOnlyList<string> Texts(ChartFormWindow window, ChartOption option)
    {
        if (window.Form.Fields.FirstOrDefault(f => f.Id == option.Key) is not TextFormField field || !Is(window, option.Key))
            return [];
        return option.IsRepeated ? ReferenceText.Parts(field.Value) : [field.Value.Trim()];
    }

    private static ChartChange Changed(ChartChange change, ChartFormWindow window) =>
        ChartOption.All.Aggregate(change, (all, option) => Changed(all, option, window));

    private static ChartChange Changed(ChartChange change, ChartOption option, ChartFormWindow window)
    {
        if (option.Form == ChartOptionForm.Codes)
        {
            return ChartGuards.Codes.Any(code => Is(window, code))
                ? change.With(option.Key, ChartGuards.Codes.Where(code => window.Form[code] is ToggleFormField { IsOn: true }))
                : change;
        }

        return window.Form.Fields.FirstOrDefault(f => f.Id == option.Key) switch
        {
            TextFormField when !Is(window, option.Key) => change,
            TextFormField { Value: var text } when option.IsAlwaysSome && text.Trim().Length == 0 => change.With(option.Key, (string?)null),
            TextFormField => change.With(option.Key, Texts(window, option)),
            PickFormField when option.Default is not null && !Is(window, option.Key) => change,
            // Remarks that are kept are those that there are, not those of the query.
            PickFormField { Choice.Value: null } when option.Form == ChartOptionForm.Annotations => change,
            PickFormField { Choice: { } chosen } => change.With(option.Key, chosen.Value),
            _ => change,
        };
    }

    public static void Draw(ChartFormWindow window, Texts texts, CellCanvas canvas)
    {
        var size = SizeOf(window, new(canvas.Width, canvas.Height));
        var inside = Popup.Open(canvas, size.Width, size.Height, texts.ChartOptions, Theme.Dialog);
        window.Form.Draw(inside.Region(new(0, 0, inside.Width, inside.Height - 1)), Theme.Form, hasFocus: true);
        inside.WriteField(
            0,
            inside.Height - 1,
            texts.ChartOptionsHint(hasMore: window.Form.Fields.Length > inside.Height - 1),
            inside.Width,
            Theme.Dim
        );
    }

    private static CellSize SizeOf(ChartFormWindow window, CellSize canvas) =>
        new(Math.Min(Widest, canvas.Width - 2), Math.Min(canvas.Height, window.Form.Fields.Length + 3));
}
