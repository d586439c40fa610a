using Analytics.Charts;
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

    private static readonly string[] Columns = ["x", "y", "series", "panels", "label", "detail", "low", "high"];

    /// <summary>The form with what holds now.</summary>
    public static ChartFormWindow Of(ConsoleState state, OpenResult open)
    {
        var form = Form.Of(Fields(state, open, ChartRequests.Of(open, state.Language).Chart));
        return new ChartFormWindow(form, form);
    }

    private static IEnumerable<FormField> Fields(ConsoleState state, OpenResult open, ChartRequest? request)
    {
        var (texts, change, spec) = (state.Texts, open.ChartChoice.Change, open.Chart?.Spec);
        var own = (open.Query as CannedRequest)?.File.Chart;
        yield return Pick(
            "kind",
            change.Kind,
            [
                new(null, texts.AsTheQuery(own?.Kind)),
                .. Enum.GetValues<ChartKind>()
                    .Select(k => new PickOption(ChartKindName.Of(k), $"{ChartKindName.Of(k)} {ChartFacts.KindName(k, state.Language)}")),
            ]
        );
        foreach (var key in Columns)
        {
            yield return Pick(
                key,
                ColumnOf(change, key),
                [
                    new(null, texts.AsTheQuery(own?.Columns.GetValueOrDefault(key))),
                    .. key is "x" or "y" ? [] : new[] { new PickOption("", texts.NoColumn) },
                    .. open.Table.Columns.Select(c => new PickOption(c.Name, c.Name)),
                ]
            );
        }

        yield return Pick(
            "order",
            ChartChange.OrderWord(change.Order),
            [
                new(null, texts.AsTheQuery(own?.Order)),
                .. Enum.GetValues<MarkOrder>().Select(o => new PickOption(ChartChange.OrderWord(o), texts.ChartOrder(o))),
            ]
        );
        yield return Text("title", change.Title ?? spec?.Title ?? request?.Title);
        yield return Text("subtitle", request?.Subtitle ?? spec?.Subtitle);
        yield return Text("notes", request?.Notes);
        yield return Text("references", string.Join("; ", (request?.References ?? []).Select(ReferenceText.Of)));
        if ((open.Chart?.Placed.Count ?? 0) + (open.Chart?.Lost.Count ?? 0) is > 0 and var notes)
            yield return Pick("annotations", null, [new(null, texts.KeptNotes(notes)), new("", texts.NoNotes)]);
        foreach (var code in ChartGuards.Codes)
            yield return new ToggleFormField(code, texts.ChartOption(code), request?.Allow.Contains(code) == true);
        yield return Pick(
            "style",
            ChartChange.StyleWord(request?.Style ?? ChartStyle.Light),
            [.. Enum.GetValues<ChartStyle>().Select(s => new PickOption(ChartChange.StyleWord(s), texts.ChartStyleName(s)))]
        );
        yield return Text("size", ChartSize.Of((request?.Width ?? 1600, request?.Height ?? 900)));
        yield return Pick("scale", $"{request?.Scale ?? 1}", [.. "1234".Select(n => new PickOption($"{n}", $"{n}"))]);
        yield return Pick(
            "language",
            (open.ChartChoice.Language ?? state.Language).Code(),
            [new("zh", "中文 zh"), new("en", "English en")]
        );

        FormField Pick(string id, string? value, IReadOnlyList<PickOption> options) =>
            new PickFormField(id, texts.ChartOption(id), options, 0).Choose(value);

        FormField Text(string id, string? value) => new TextFormField(id, texts.ChartOption(id), TextField.Of(value ?? ""));
    }

    private static string? ColumnOf(ChartChange change, string key) =>
        key switch
        {
            "x" => change.X,
            "y" => change.Y,
            "series" => change.Series,
            "panels" => change.Panels,
            "label" => change.Label,
            "detail" => change.Detail,
            "low" => change.Low,
            _ => change.High,
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
        var form = window.Form;
        if (Is(window, "references") && ReferenceText.All(form["references"].Value) is null)
            return Fault(state, window, "references", state.Texts.NoReference);
        if (ChartSize.Parse(form["size"].Value.Trim()) is null)
            return Fault(state, window, "size", ChartSize.Fault(form["size"].Value).In(state.Language));
        var language = Is(window, "language") ? Languages.Parse(form["language"].Value) : open.ChartChoice.Language;
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

    private static ChartChange Changed(ChartChange change, ChartFormWindow window)
    {
        var form = window.Form;
        return change with
        {
            Kind = Choice("kind"),
            X = Choice("x"),
            Y = Choice("y"),
            Series = Choice("series"),
            Panels = Choice("panels"),
            Label = Choice("label"),
            Detail = Choice("detail"),
            Low = Choice("low"),
            High = Choice("high"),
            Order = Choice("order") switch
            {
                "ranked" => MarkOrder.Ranked,
                "given" => MarkOrder.Given,
                _ => null,
            },
            Title =
                !Is(window, "title") ? change.Title
                : Text("title") is { Length: > 0 } title ? title
                : null,
            Subtitle = Is(window, "subtitle") ? Text("subtitle") : change.Subtitle,
            Notes = Is(window, "notes") ? Text("notes") : change.Notes,
            References = Is(window, "references") ? ReferenceText.All(Text("references")) : change.References,
            Annotations = form.Fields.Any(f => f.Id == "annotations") && Choice("annotations") is "" ? [] : change.Annotations,
            Allow = ChartGuards.Codes.Any(code => Is(window, code))
                ? [.. ChartGuards.Codes.Where(code => form[code] is ToggleFormField { IsOn: true })]
                : change.Allow,
            Style = Is(window, "style")
                ? Text("style") == "dark"
                    ? ChartStyle.Dark
                    : ChartStyle.Light
                : change.Style,
            Size = Is(window, "size") ? ChartSize.Parse(Text("size")) : change.Size,
            Scale = Is(window, "scale") ? Text("scale")[0] - '0' : change.Scale,
        };

        string? Choice(string id) => form[id] is PickFormField { Choice: { } chosen } ? chosen.Value : null;
        string Text(string id) => form[id].Value.Trim();
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
