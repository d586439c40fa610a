using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Asks for the key columns of a comparison.</summary>
/// <param name="Request">Number of the request for the columns.</param>
/// <param name="Other">Name of the result to compare with.</param>
/// <param name="Title">Which results are compared.</param>
/// <param name="Columns">Those that both have; none until they were looked at.</param>
/// <param name="Form">A box for each column, checked where it is part of the key.</param>
/// <param name="Error">Why the comparison was refused; empty while nothing is wrong.</param>
internal sealed record KeysWindow(
    int Request,
    string Other,
    string Title,
    ImmutableArray<KeyCandidate> Columns,
    Form Form,
    string Error = ""
) : Window<ResultState>
{
    private const int Width = 66;

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.CompareThem, 'O'), texts.CancelButton];

    public override IReadOnlyList<string> Contexts => [KeyContext.Keys, KeyContext.Always];

    /// <summary>Names of the columns that make the key so far.</summary>
    public IEnumerable<string> Chosen => Form.Fields.OfType<ToggleFormField>().Where(box => box.IsOn).Select(box => box.Id);

    /// <summary>With the columns to choose from; those that are proposed are taken.</summary>
    public KeysWindow Offering(ImmutableArray<KeyCandidate> columns, Texts texts) =>
        this with
        {
            Columns = columns,
            Form = Form.Of(columns.Select(c => new ToggleFormField(c.Name, c.Name, c.IsProposed) { Note = texts.KeyUnique(c.IsUnique) })),
        };

    /// <summary>Goes through the columns as through a list.</summary>
    public override Part<ResultState> Handle(Part<ResultState> part, InputEvent input)
    {
        var list = ListView.Of(Form.Fields.Length).Select(Form.Focus);
        var moved = list.Handle(input, WindowFrame.PageLines(part.Size)) is { } next ? Form.FocusOn(next.Selected) : Form.Handle(input);
        return moved is null ? part : part with { Window = this with { Form = moved, Error = "" } };
    }

    /// <summary>With the column under the cursor taken or not.</summary>
    public KeysWindow Toggled() =>
        Form.Focused is ToggleFormField box ? this with { Form = Form.With(box with { IsOn = !box.IsOn }), Error = "" } : this;

    /// <summary>Compares.</summary>
    public override Part<ResultState> Accept(Part<ResultState> part)
    {
        if (Columns.IsEmpty)
            return part;
        string[] chosen = [.. Chosen];
        if (chosen.Length == 0)
            return part with { Window = this with { Error = part.Texts.OneKeyAtLeast } };
        // The differences need the whole width: two results beside each other give way to them.
        var closed = part with
        {
            Window = null,
            Own = part.Own with { Side = null },
        };
        return part.Own.Open is { } open && part.Own.Entry(Other) is { } other
            ? OperationActions.Start(closed, open, new CompareRows(other.View.Table.Kept, chosen))
            : closed;
    }

    /// <summary>A click takes the column or leaves it.</summary>
    public override Part<ResultState> Press(Part<ResultState> part, WindowEvent pressed) =>
        pressed is FieldEvent field
            ? part with
            {
                Window = (this with { Form = Form.FocusOn(field.Field), Button = null }).Toggled(),
            }
            : part;

    public override ProgramWindow Describe(Part<ResultState> part, AmbiguousWidth ambiguous) =>
        Columns.IsEmpty
            ? Framed(part, Title, Width, TextPart.Of(part.Texts.FindingKeys, Theme.Dim))
            : Framed(part, Title, Width, new FormPart(Form), TextPart.Of(Error, Theme.Error), TextPart.Of(part.Texts.KeysHint, Theme.Dim));
}
