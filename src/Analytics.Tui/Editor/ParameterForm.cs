using System.Globalization;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>A value to pick.</summary>
/// <param name="Choice">The value, and what it is called.</param>
/// <param name="Names">More names under which typing finds it.</param>
internal sealed record FormChoice(ParameterChoice Choice, IReadOnlyList<string> Names)
{
    public PickOption In(Language language) => new(Choice.Value, Choice.Label.In(language)) { Names = Names };
}

/// <summary>A canned query and the values to run it with.</summary>
/// <param name="Query">The query, whose header declares the fields.</param>
/// <param name="Form">A field a parameter, in the order of the header.</param>
/// <param name="Number">Number of the request for its pick-lists.</param>
/// <param name="IsReading">Whether the pick-lists have not come yet.</param>
internal sealed record ParameterForm(QueryFile Query, Form Form, int Number, bool IsReading)
{
    private IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> Choices { get; init; } =
        new Dictionary<string, IReadOnlyList<FormChoice>>();

    /// <summary>The form with defaults; parameters with a pick-list get it by <see cref="WithChoices"/>.</summary>
    public static ParameterForm Of(QueryFile query, Texts texts, int request) =>
        new(query, Form.Of(query.Parameters.Select(p => Field(p, null, texts))), request, query.Parameters.Any(p => p.From is not null));

    /// <summary>With pick-lists, keeping what was chosen; what is in no list is refused at its field.</summary>
    public ParameterForm WithChoices(IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> choices, Texts texts) =>
        this with
        {
            Form = Form.Of(
                    Query.Parameters.Zip(Form.Fields, (p, f) => Kept(p, f, Field(p, choices.GetValueOrDefault(p.Name), texts), texts))
                )
                .FocusOn(Form.Focus),
            IsReading = false,
            Choices = choices,
        };

    /// <summary>The same form with labels in another language; values stay.</summary>
    public ParameterForm InLanguage(Texts texts) =>
        this with
        {
            Form = Form with { Fields = [.. Query.Parameters.Zip(Form.Fields, (p, f) => Relabelled(f, p, texts))] },
        };

    /// <summary>The values to bind, null for NULL.</summary>
    public IReadOnlyDictionary<string, string?> Values =>
        Query.Parameters.Zip(Form.Fields, (p, f) => (p.Name, Value: ValueOf(p, f))).ToDictionary(v => v.Name, v => v.Value);

    /// <summary>What runs the query with these values.</summary>
    public CannedRequest Request() =>
        new(Query, Values)
        {
            Names = Values
                .Select(v => (v.Key, Choice: Choices.GetValueOrDefault(v.Key)?.FirstOrDefault(c => c.Choice.Value == v.Value)?.Choice))
                .Where(v => v.Choice is not null)
                .ToDictionary(v => v.Key, v => v.Choice!.Label),
        };

    /// <summary>The form with a message at each field whose value cannot be used; the first of them is focused.</summary>
    public ParameterForm Checked(Texts texts)
    {
        var fields = Query.Parameters.Zip(Form.Fields, (p, f) => f with { Error = Fault(p, f, texts) }).ToArray();
        var first = Array.FindIndex(fields, f => f.Error.Length > 0);
        var form = Form with { Fields = [.. fields] };
        return this with { Form = first < 0 ? form : form.FocusOn(first) };
    }

    public bool HasFaults => Form.Fields.Any(f => f.Error.Length > 0);

    private FormField Relabelled(FormField field, QueryParameter parameter, Texts texts) =>
        Label(parameter, texts) is var label && field is PickFormField pick
            ? pick with
            {
                Label = label,
                Options = Options(parameter, Choices.GetValueOrDefault(parameter.Name), texts),
            }
            : Relabelled(field, label, texts);

    private static FormField Relabelled(FormField field, string label, Texts texts) =>
        field switch
        {
            TextFormField text => text with { Label = label, Placeholder = text.Placeholder.Length > 0 ? texts.Everything : "" },
            _ => field with { Label = label },
        };

    private static string? ValueOf(QueryParameter parameter, FormField field) =>
        field switch
        {
            PickFormField pick => pick.Choice?.Value,
            ToggleFormField toggle => toggle.Value,
            _ => field.Value.Trim() is { Length: > 0 } text ? text
            : parameter.Default is null ? null
            : "",
        };

    private static FormField Field(QueryParameter parameter, IReadOnlyList<FormChoice>? choices, Texts texts)
    {
        var label = Label(parameter, texts);
        if (parameter.Type == ParameterType.Boolean && parameter.Default is { } on)
            return new ToggleFormField(parameter.Name, label, on == "true");
        if (choices is null && parameter.Type != ParameterType.Boolean)
        {
            return new TextFormField(
                parameter.Name,
                label,
                TextField.Of(parameter.Default ?? ""),
                parameter.Required ? "" : texts.Everything
            );
        }

        var options = Options(parameter, choices, texts);
        return new PickFormField(parameter.Name, label, options, options.Count > 0 ? 0 : -1).Choose(parameter.Default);
    }

    /// <summary>What a parameter may be; all of it, where it need not be one.</summary>
    private static List<PickOption> Options(QueryParameter parameter, IReadOnlyList<FormChoice>? choices, Texts texts)
    {
        List<PickOption> options = parameter.Required ? [] : [new PickOption(null, parameter.All?.In(texts.Language) ?? texts.Everything)];
        options.AddRange(choices?.Select(c => c.In(texts.Language)) ?? [new PickOption("true", "true"), new PickOption("false", "false")]);
        return options;
    }

    /// <summary>A field with the value that was typed before its list came.</summary>
    private static FormField Kept(QueryParameter parameter, FormField before, FormField now, Texts texts)
    {
        var typed = ValueOf(parameter, before);
        return now switch
        {
            PickFormField pick when typed == parameter.Default || typed is null => pick,
            PickFormField pick when pick.Choose(typed) is var chosen && chosen.Value == typed => chosen,
            PickFormField pick => pick with { Error = texts.NotInList(typed!) },
            _ => before,
        };
    }

    private static string Label(QueryParameter parameter, Texts texts) => parameter.Label.In(texts.Language);

    private static string Fault(QueryParameter parameter, FormField field, Texts texts)
    {
        if (field is PickFormField { Refused: { } typed })
            return texts.NotInList(typed);
        var value = ValueOf(parameter, field);
        if (value is null)
            return parameter.Required ? texts.ValueNeeded : "";
        var culture = CultureInfo.InvariantCulture;
        return parameter.Type switch
        {
            ParameterType.Integer when !long.TryParse(value, NumberStyles.AllowLeadingSign, culture, out _) => texts.BadWhole,
            ParameterType.Number when !decimal.TryParse(value, NumberStyles.Float, culture, out _) => texts.BadNumber,
            ParameterType.Number when ParameterValues.LosesDigits(value) => texts.TooManyDigits,
            ParameterType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", culture, DateTimeStyles.None, out _) => texts.BadDate,
            _ => "",
        };
    }
}
