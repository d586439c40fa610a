using System.Collections.Immutable;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>What keys mean at present.</summary>
public enum VimMode
{
    /// <summary>Commands.</summary>
    Normal,

    /// <summary>Typing.</summary>
    Insert,

    /// <summary>Typing over what is there.</summary>
    Replace,

    /// <summary>Commands on selected characters.</summary>
    Visual,

    /// <summary>Commands on selected lines.</summary>
    VisualLine,
}

/// <summary>What the application is to do or say after a key. A closed family.</summary>
public abstract record VimEffect;

/// <summary>A text was yanked and is to go to the clipboard. Yanked lines end in LF.</summary>
public sealed record VimCopied(string Text) : VimEffect;

/// <summary>
/// A command line was entered that the editor does not know itself, without its colon: <c>w</c>, <c>q</c> …; they are the application's.
/// </summary>
public sealed record VimCommandEntered(string Text) : VimEffect;

/// <summary>A search found nothing.</summary>
public sealed record VimNotFound(string Pattern) : VimEffect;

/// <summary>A substitution (<c>:s</c>) was done, so many times.</summary>
public sealed record VimSubstituted(int Count) : VimEffect;

/// <summary>The editor after an input and what goes with it.</summary>
public readonly record struct VimStep(VimEditor Vim, IReadOnlyList<VimEffect> Effects);

/// <summary>The names of modes.</summary>
public static class VimModes
{
    /// <summary>How the mode line calls a mode.</summary>
    public static Localized Name(this VimMode mode) =>
        mode switch
        {
            VimMode.Insert => new("插入", "INSERT"),
            VimMode.Replace => new("替换", "REPLACE"),
            VimMode.Visual => new("可视", "VISUAL"),
            VimMode.VisualLine => new("可视 行", "VISUAL LINE"),
            _ => new("普通", "NORMAL"),
        };
}

/// <summary>A line being typed: a search or a command.</summary>
/// <param name="Kind">Its first character: <c>/</c>, <c>?</c> or <c>:</c>.</param>
/// <param name="Field">What has been typed.</param>
public sealed record VimPrompt(string Kind, TextField Field);

/// <summary>A text kept by a yank or a deletion.</summary>
/// <param name="Text">The text; whole lines have no last line end.</param>
/// <param name="IsLines">Whether it is whole lines.</param>
internal sealed record VimRegister(string Text, bool IsLines);

/// <summary>How much a visual command took, so that dot can take as much: lines after the first, and characters on the last.</summary>
internal sealed record VimExtent(VimMode Mode, int Lines, int Characters);

/// <summary>A change that dot repeats.</summary>
/// <param name="Command">The command.</param>
/// <param name="Extent">What it took, for a visual command.</param>
/// <param name="Typed">What was typed in the insert mode it led to.</param>
internal sealed record VimChange(VimCommand Command, VimExtent? Extent, ImmutableList<InputEvent> Typed);

/// <summary>An insert mode in progress.</summary>
/// <param name="Start">The editor before the command that led to it.</param>
/// <param name="Opened">The editor as insert mode began.</param>
/// <param name="Change">The change so far.</param>
internal sealed record VimInsertion(TextEditor Start, TextEditor Opened, VimChange Change);
