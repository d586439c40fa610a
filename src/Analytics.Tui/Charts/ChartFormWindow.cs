using Analytics.Charts;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Charts;

/// <summary>Asks for all options that headers and batch have for a chart.</summary>
/// <param name="Of">The result whose chart it is, as it was when the window was opened.</param>
/// <param name="Form">The fields as they stand now.</param>
/// <param name="Shown">The texts that fields began with: one that is as it was changes nothing.</param>
internal sealed record ChartFormWindow(ChartView Of, Form Form, Form Shown) : Window<ChartsState>
{
    private const int Widest = 76;

    private static readonly string[] Columns = ["x", "y", "series", "panels", "label", "detail", "low", "high"];

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
        Form.Handle(input) is { } form ? part with { Window = this with { Form = form } }
        : input is KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None }
            ? part with
            {
                Window = this with { Form = Form.FocusOn(Form.Focus + 1) },
            }
        : part;

    /// <summary>A click on a field focuses it, on the focused one opens its list or turns it; in an open list it chooses.</summary>
    public override Part<ChartsState> Press(Part<ChartsState> part, MouseEvent mouse)
    {
        var room = WindowFrame.Room(part.Size);
        var size = SizeIn(room);
        var inside = Popup.Inside(room, size.Width, size.Height);
        var (form, area) = (Form, new CellSize(inside.Width, inside.Height - 1));
        var next =
            form.IsListOpen ? form.ChooseAt(mouse.X - inside.X, mouse.Y - inside.Y, area)
            : !inside.Contains(mouse.X, mouse.Y) || form.FieldAt(mouse.Y - inside.Y, area.Height) is not { } field ? null
            : field == form.Focus && form.Focused is not TextFormField ? form.Handle(new KeyEvent(Key.Enter))
            : form.FocusOn(field);
        return next is null ? part : part with { Window = this with { Form = next } };
    }

    /// <summary>Draws the chart as the form says; where a text cannot be read, says so beside it.</summary>
    public override Part<ChartsState> Accept(Part<ChartsState> part)
    {
        if (Is("references") && ReferenceText.All(Form["references"].Value) is null)
            return Refused(part, "references", part.Texts.NoReference);
        if (ChartSize.Parse(Form["size"].Value.Trim()) is null)
            return Refused(part, "size", ChartSize.Fault(Form["size"].Value).In(part.Language));
        var open = Of with { Own = part.Own.Of(Of.Name) };
        var language = Is("language") ? Languages.Parse(Form["language"].Value) : open.ChartChoice.Language;
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

    public override void Draw(Part<ChartsState> part, CellCanvas canvas)
    {
        var size = SizeIn(new(canvas.Width, canvas.Height));
        var inside = Popup.Open(canvas, size.Width, size.Height, part.Texts.ChartOptions, Theme.Dialog);
        Form.Draw(inside.Region(new(0, 0, inside.Width, inside.Height - 1)), Theme.Form, hasFocus: true);
        inside.WriteField(
            0,
            inside.Height - 1,
            part.Texts.ChartOptionsHint(hasMore: Form.Fields.Length > inside.Height - 1),
            inside.Width,
            Theme.Dim
        );
    }

    private static IEnumerable<FormField> Fields(ChartView open, ChartRequest? request, Texts texts)
    {
        var (change, spec) = (open.ChartChoice.Change, open.Chart?.Spec);
        var own = (open.Query as CannedRequest)?.File.Chart;
        yield return Pick(
            "kind",
            change.Kind,
            [
                new(null, texts.AsTheQuery(own?.Kind)),
                .. Enum.GetValues<ChartKind>()
                    .Select(k => new PickOption(ChartKindName.Of(k), $"{ChartKindName.Of(k)} {ChartFacts.KindName(k, texts.Language)}")),
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
                    .. open.Columns.Select(c => new PickOption(c.Name, c.Name)),
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
            (open.ChartChoice.Language ?? texts.Language).Code(),
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

    private Part<ChartsState> Refused(Part<ChartsState> part, string id, string message)
    {
        var form = Form.With(Form[id] with { Error = message });
        return part with { Window = this with { Form = form.FocusOn(form.Fields.IndexOf(form[id])) } };
    }

    /// <summary>Whether a field is other than it began.</summary>
    private bool Is(string id) => Form[id].Value != Shown[id].Value;

    private ChartChange Changed(ChartChange change)
    {
        var form = Form;
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
                !Is("title") ? change.Title
                : Text("title") is { Length: > 0 } title ? title
                : null,
            Subtitle = Is("subtitle") ? Text("subtitle") : change.Subtitle,
            Notes = Is("notes") ? Text("notes") : change.Notes,
            References = Is("references") ? ReferenceText.All(Text("references")) : change.References,
            Annotations = form.Fields.Any(f => f.Id == "annotations") && Choice("annotations") is "" ? [] : change.Annotations,
            Allow = ChartGuards.Codes.Any(code => Is(code))
                ? [.. ChartGuards.Codes.Where(code => form[code] is ToggleFormField { IsOn: true })]
                : change.Allow,
            Style = Is("style")
                ? Text("style") == "dark"
                    ? ChartStyle.Dark
                    : ChartStyle.Light
                : change.Style,
            Size = Is("size") ? ChartSize.Parse(Text("size")) : change.Size,
            Scale = Is("scale") ? Text("scale")[0] - '0' : change.Scale,
        };

        string? Choice(string id) => form[id] is PickFormField { Choice: { } chosen } ? chosen.Value : null;
        string Text(string id) => form[id].Value.Trim();
    }

    private CellSize SizeIn(CellSize canvas) => new(Math.Min(Widest, canvas.Width - 2), Math.Min(canvas.Height, Form.Fields.Length + 3));
}
