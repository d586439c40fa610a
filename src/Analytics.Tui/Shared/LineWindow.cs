using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>Asks for a line of text.</summary>
/// <param name="Text">What is typed so far.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal abstract record LineWindow<T>(TextField Text, string Error) : Window<T>
{
    /// <summary>Cells that the line would like to have.</summary>
    protected virtual int Width => 96;

    /// <summary>What the line is for.</summary>
    protected abstract string TitleOf(Texts texts);

    /// <summary>What there is to know about the line while nothing is wrong.</summary>
    protected virtual string Hint(Texts texts) => "";

    public override ImmutableArray<string> Buttons(Texts texts) => [texts.OkButton, texts.CancelButton];

    public override Part<T> Handle(Part<T> part, InputEvent input) =>
        Text.Handle(input) is { } text ? part with { Window = this with { Text = text, Error = "" } } : part;

    public override Part<T> Press(Part<T> part, WindowEvent pressed) =>
        pressed is FieldEvent { Cursor: { } at } ? part with { Window = this with { Text = Text.MoveTo(at), Button = null } } : part;

    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous)
    {
        var (about, style) = Error.Length > 0 ? (Error, Theme.Error) : (Hint(part.Texts), Theme.Dim);
        return Framed(part, TitleOf(part.Texts), Width, new FieldPart("", Text), new TextPart(StyledLine.Of(about, style)));
    }
}
