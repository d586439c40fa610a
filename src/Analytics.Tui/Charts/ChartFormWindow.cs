using System.Collections.Immutable;
using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Figures;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Charts;

/// <summary>Asks for all options that headers and batch have for a chart.</summary>
/// <param name="Of">The result whose chart it is, as it was when the window was opened.</param>
/// <param name="Form">The fields as they stand now.</param>
/// <param name="Shown">The texts that fields began with: one that is as it was changes nothing.</param>
internal sealed record ChartFormWindow(ChartView Of, Form Form, Form Shown) : Window<ChartsState>
{
    private const int Widest = 72;

    private const string LanguageField = "language";

    /// <summary>The window with what holds now.</summary>
    public static ChartFormWindow Open(ChartView open, Texts texts)
    {
        var form = Form.Of(Fields(open, ChartRequests.Of(open, texts.Language).Chart, texts));
        return new ChartFormWindow(open, form, form);
    }

    public override IReadOnlyList<string> Contexts => [KeyContext.ChartForm, KeyContext.Always];

    public override bool TakesEveryKey => Form.IsListOpen;

    /// <summary>Enter in a text goes on to the next field.</summary>
    public override Part<ChartsState> Handle(Part<ChartsState> part, InputEvent input) =>
        Form.Handle(input) is { } form ? part with { Window = this with { Form = form.Told(part.Texts) } }
        : input is KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None }
            ? part with
            {
                Window = this with { Form = Form.FocusOn(Form.Focus + 1) },
            }
        : part;

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.DrawIt, 'D'), texts.CancelButton];

    public override bool LeadsToButtons(bool forward) => Form.Focus == (forward ? Form.Fields.Length - 1 : 0);

    /// <summary>A click on a field focuses it, on the focused one opens its list or turns it; in an open list it chooses.</summary>
    public override Part<ChartsState> Press(Part<ChartsState> part, WindowEvent pressed) =>
        part with
        {
            Window = this with { Form = Form.Press(pressed), Button = null },
        };

    /// <summary>Draws the chart as the form says; where a text cannot be read, says so beside it.</summary>
    public override Part<ChartsState> Accept(Part<ChartsState> part)
    {
        foreach (var option in ChartOption.All)
        {
            if (Typed(option).Select(text => ChartOptionFaults.Of(option, text)).FirstOrDefault(f => f is not null) is { } fault)
                return Refused(part, option.Key, fault.In(part.Language));
        }

        var open = Of with { Own = part.Own.Of(Of.Name) };
        var language = Is(LanguageField) ? Languages.Parse(Form[LanguageField].Value) : open.ChartChoice.Language;
        var changed = open.WithChart(Changed(open.ChartChoice.Change));
        return ChartActions.With(
            part with
            {
                Window = null,
            },
            changed with
            {
                ChartChoice = changed.ChartChoice with { Language = language },
            }
        );
    }

    public override ProgramWindow Describe(Part<ChartsState> part, AmbiguousWidth ambiguous) =>
        Framed(part, part.Texts.ChartOptions, Widest, new FormPart(Form), TextPart.Of(part.Texts.ChartOptionsHint, Theme.Dim));

    private static IEnumerable<FormField> Fields(ChartView open, ChartRequest? request, Texts texts) =>
        ChartOption
            .All.SelectMany(option => Fields(option, open, request, texts))
            .Append(
                new PickFormField(LanguageField, texts.ChartLanguage, [new("zh", "中文 zh"), new("en", "English en")]).Choose(
                    (open.ChartChoice.Language ?? texts.Language).Code()
                )
            );

    private static IEnumerable<FormField> Fields(ChartOption option, ChartView open, ChartRequest? request, Texts texts)
    {
        var label = option.Label.In(texts.Language);
        return option.Form switch
        {
            ChartOptionForm.Codes => ChartGuards.Codes.Select(code => new ToggleFormField(
                code,
                texts.ChartGuard(code),
                request?.Allow.Contains(code) == true
            )),
            ChartOptionForm.Annotations when Notes(open) is var notes => notes == 0
                ? []
                : [new PickFormField(option.Key, label, [new(null, texts.KeptNotes(notes)), new("", texts.NoNotes)], 0)],
            ChartOptionForm.Text or ChartOptionForm.References or ChartOptionForm.Size =>
            [
                new TextFormField(option.Key, label, TextField.Of(TextOf(option, open, request))),
            ],
            _ when option.Default is { } usual => [Pick(request?.Values.One(option.Key) ?? usual, [])],
            _ => [Pick(Chosen(option, open.ChartChoice.Change), AsTheQuery(option, open, texts))],
        };

        FormField Pick(string? value, IEnumerable<PickOption> first) =>
            new PickFormField(option.Key, label, [.. first, .. Choices(option, open, texts.Language)], 0).Choose(value);
    }

    private static int Notes(ChartView open) => (open.Chart?.Placed.Count ?? 0) + (open.Chart?.Lost.Count ?? 0);

    /// <summary>What the chart has now, also where nobody asked for it.</summary>
    private static string TextOf(ChartOption option, ChartView open, ChartRequest? request) =>
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

    private static IEnumerable<PickOption> AsTheQuery(ChartOption option, ChartView open, Texts texts)
    {
        yield return new(null, texts.AsTheQuery((open.Query as CannedRequest)?.File.Chart?.Word(option.Key)));
        if (option.Form == ChartOptionForm.Column && !option.IsAlwaysSome)
            yield return new("", texts.NoColumn);
    }

    private static IEnumerable<PickOption> Choices(ChartOption option, ChartView open, Language language) =>
        option.Form switch
        {
            ChartOptionForm.Kind => Enum.GetValues<ChartKind>()
                .Select(k => new PickOption(ChartKindName.Of(k), $"{ChartKindName.Of(k)} {ChartFacts.KindName(k, language)}")),
            ChartOptionForm.Column => open.Columns.Select(c => new PickOption(c.Name, c.Name)),
            ChartOptionForm.Number => Enumerable.Range(1, option.Most).Select(n => new PickOption($"{n}", $"{n}")),
            _ => option.Words.Select(w => new PickOption(w.Word, w.Label.In(language))),
        };

    private Part<ChartsState> Refused(Part<ChartsState> part, string id, string message)
    {
        var form = Form.With(Form[id] with { Error = message });
        return part with { Window = this with { Form = form.FocusOn(form.Fields.IndexOf(form[id])) } };
    }

    /// <summary>Whether a field is other than it began.</summary>
    private bool Is(string id) => Form[id].Value != Shown[id].Value;

    /// <summary>The texts that were typed for an option; none where nothing was.</summary>
    private IReadOnlyList<string> Typed(ChartOption option)
    {
        if (Form.Fields.FirstOrDefault(f => f.Id == option.Key) is not TextFormField field || !Is(option.Key))
            return [];
        return option.IsRepeated ? ReferenceText.Parts(field.Value) : [field.Value.Trim()];
    }

    private ChartChange Changed(ChartChange change) => ChartOption.All.Aggregate(change, (all, option) => Changed(all, option));

    private ChartChange Changed(ChartChange change, ChartOption option)
    {
        if (option.Form == ChartOptionForm.Codes)
        {
            return ChartGuards.Codes.Any(code => Is(code))
                ? change.With(option.Key, ChartGuards.Codes.Where(code => Form[code] is ToggleFormField { IsOn: true }))
                : change;
        }

        return Form.Fields.FirstOrDefault(f => f.Id == option.Key) switch
        {
            TextFormField when !Is(option.Key) => change,
            TextFormField { Value: var text } when option.IsAlwaysSome && text.Trim().Length == 0 => change.With(option.Key, (string?)null),
            TextFormField => change.With(option.Key, Typed(option)),
            PickFormField when option.Default is not null && !Is(option.Key) => change,
            // Remarks that are kept are those that there are, not those of the query.
            PickFormField { Choice.Value: null } when option.Form == ChartOptionForm.Annotations => change,
            PickFormField { Choice: { } chosen } => change.With(option.Key, chosen.Value),
            _ => change,
        };
    }
}
