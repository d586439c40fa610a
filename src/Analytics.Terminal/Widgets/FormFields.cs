using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets;

/// <summary>A field of a form. A closed family: text, pick, toggle.</summary>
/// <param name="Id">What tells it from the form's other fields.</param>
/// <param name="Label">What stands before it.</param>
public abstract record FormField(string Id, string Label)
{
    /// <summary>What the field holds, as text.</summary>
    public abstract string Value { get; }

    /// <summary>A message about the value to show beside it; empty when it is well.</summary>
    public string Error { get; init; } = "";

    /// <summary>The field after input; null when it has no meaning for it.</summary>
    public abstract FormField? Handle(InputEvent input);
}

/// <summary>A field to type into.</summary>
public sealed record TextFormField(string Id, string Label, TextField Input, string Placeholder = "") : FormField(Id, Label)
{
    /// <inheritdoc/>
    public override string Value => Input.Text;

    /// <inheritdoc/>
    public override FormField? Handle(InputEvent input) => Input.Handle(input) is { } next ? this with { Input = next, Error = "" } : null;
}

/// <summary>One entry of a pick-list: what it stands for, and how it reads. A null value stands for "none" or "all".</summary>
public sealed record PickOption(string? Value, string Label)
{
    /// <summary>More names under which typing finds it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>
/// A field to choose from a list. Left and right step through it; Enter or typing opens the list, filtered by what is typed.
/// </summary>
/// <param name="Id">What tells it from the form's other fields.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Options">The entries.</param>
/// <param name="Selected">The chosen entry; -1 for none.</param>
public sealed record PickFormField(string Id, string Label, IReadOnlyList<PickOption> Options, int Selected = -1) : FormField(Id, Label)
{
    /// <summary>The open list: what has been typed, and the entries that contain it; null while closed.</summary>
    public PickList? Open { get; init; }

    /// <summary>What was typed last and is in no entry, so that the choice stayed; null once something was chosen.</summary>
    public string? Refused { get; init; }

    /// <summary>The chosen entry; null for none.</summary>
    public PickOption? Choice => Selected >= 0 && Selected < Options.Count ? Options[Selected] : null;

    /// <inheritdoc/>
    public override string Value => Choice?.Value ?? "";

    /// <summary>The field with an entry of that value chosen, if there is one.</summary>
    public PickFormField Choose(string? value)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i].Value == value)
                return this with { Selected = i };
        }

        return this;
    }

    /// <inheritdoc/>
    public override FormField? Handle(InputEvent input) => Open is { } list ? HandleOpen(list, input) : HandleClosed(input);

    private PickFormField? HandleClosed(InputEvent input) =>
        input switch
        {
            KeyEvent { Key: Key.Left } => Step(-1),
            KeyEvent { Key: Key.Right } => Step(1),
            KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None } or KeyEvent { IsTyping: true, Text: " " } => this with
            {
                Open = PickList.Of(Options, "", Selected),
            },
            KeyEvent { IsTyping: true } typed => this with { Open = PickList.Of(Options, typed.Text, Selected) },
            _ => null,
        };

    // While the list is open every key belongs to it.
    private PickFormField HandleOpen(PickList list, InputEvent input)
    {
        switch (input)
        {
            case KeyEvent { Key: Key.Escape }:
                return this with { Open = null };
            case KeyEvent { Key: Key.Enter or Key.Tab }:
                return this with
                {
                    Open = null,
                    Selected = list.Chosen ?? Selected,
                    Refused = list.Chosen is null ? list.Filter.Text : null,
                    Error = "",
                };
        }
        if (list.List.Handle(input, PickList.MostLines) is { } moved)
            return this with { Open = list with { List = moved } };
        return list.Filter.Handle(input) is { } filter ? this with { Open = PickList.Of(Options, filter.Text, Selected) } : this;
    }

    private PickFormField Step(int step) =>
        Options.Count == 0 ? this : this with { Selected = Math.Clamp(Selected + step, 0, Options.Count - 1), Refused = null, Error = "" };
}

/// <summary>An open pick-list: a filter, the entries one of whose names contains it, and the one selected.</summary>
/// <param name="Filter">What has been typed.</param>
/// <param name="Matches">Indexes of the matching entries.</param>
/// <param name="List">The selection among the matches.</param>
public sealed record PickList(TextField Filter, IReadOnlyList<int> Matches, ListView List)
{
    /// <summary>Most lines shown at a time.</summary>
    public const int MostLines = 10;

    /// <summary>The index of the selected entry; null when nothing matches.</summary>
    public int? Chosen => List.Selected < 0 ? null : Matches[List.Selected];

    /// <summary>The list for a filter, with the entry that was chosen selected if it matches.</summary>
    public static PickList Of(IReadOnlyList<PickOption> options, string filter, int chosen)
    {
        var matches = Enumerable.Range(0, options.Count).Where(i => Contains(options[i], filter)).ToArray();
        return new(TextField.Of(filter), matches, ListView.Of(matches.Length).Select(Math.Max(0, Array.IndexOf(matches, chosen))));
    }

    private static bool Contains(PickOption option, string filter)
    {
        var folded = FoldedName.Of(filter);
        return option
            .Names.Append(option.Label)
            .Append(option.Value ?? "")
            .Any(n => FoldedName.Of(n).Contains(folded, StringComparison.Ordinal));
    }
}

/// <summary>A field that is on or off.</summary>
public sealed record ToggleFormField(string Id, string Label, bool IsOn) : FormField(Id, Label)
{
    /// <summary>What there is to know about it, beside its box.</summary>
    public string Note { get; init; } = "";

    /// <inheritdoc/>
    public override string Value => IsOn ? "true" : "false";

    /// <inheritdoc/>
    public override FormField? Handle(InputEvent input) =>
        input switch
        {
            KeyEvent { IsTyping: true, Text: " " } or KeyEvent { Key: Key.Left or Key.Right or Key.Enter, Modifiers: KeyModifiers.None } =>
                this with
                {
                    IsOn = !IsOn,
                },
            _ => null,
        };
}
