using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>Asks for a file, with the dialog that goes through folders.</summary>
/// <param name="Path">The file that is proposed, then the one that was named.</param>
/// <param name="Error">Why that was refused; empty while nothing is wrong.</param>
internal abstract record FileWindow<T>(string Path, string Error) : Window<T>
{
    private const int Widest = 100;

    public override IReadOnlyList<string> Contexts => [IsSaving ? KeyContext.Save : KeyContext.FilePath, KeyContext.Always];

    /// <summary>Whether the file is to be written.</summary>
    protected abstract bool IsSaving { get; }

    protected abstract string TitleOf(Texts texts);

    /// <summary>What there is to know while nothing is wrong.</summary>
    protected virtual string Hint(Texts texts) => "";

    /// <summary>Whether a file of that name is listed.</summary>
    protected virtual bool IsListed(string name) => true;

    /// <summary>A file was named: the window holds it as its path.</summary>
    protected abstract Part<T> Named(Part<T> part);

    public override Part<T> Press(Part<T> part, WindowEvent pressed)
    {
        if (pressed is not FileEvent file)
            return part;
        var named = this with { Path = file.Path.Trim(), Error = "" };
        return named.Named(part with { Window = named });
    }

    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous)
    {
        var (texts, keys) = (part.Texts, part.Common.Keys);
        return new ProgramFileDialog(TitleOf(texts), Path, texts.OfFileDialog(IsSaving), Theme.Window)
        {
            Room = WindowFrame.Room(part.Size),
            Width = Widest,
            IsSaving = IsSaving,
            IsListed = IsListed,
            IsOfProgram = key =>
                keys.PanelOutOf(Contexts, key) is not null
                || keys.Find(key, Contexts) is { } action and not (ConsoleAction.Widget or ConsoleAction.Accept),
            Accepts = key => keys.Find(key, Contexts) == ConsoleAction.Accept,
            PathIn = FilePaths.Dropped,
            About = Error.Length > 0 ? StyledLine.Of(Error, Theme.Error) : StyledLine.Of(Hint(texts), Theme.Dim),
        };
    }
}
