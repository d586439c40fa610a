using System.Collections.Immutable;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>A text of the editor.</summary>
/// <param name="Name">What it is called; file name, or given by the user.</param>
/// <param name="Path">The .sql file it was opened from or saved to; null for none.</param>
/// <param name="FileText">What that file held when it was last read or written here; null if unknown.</param>
/// <param name="Editor">The text; out of date for the buffer in view, see <see cref="QueryPanelState.Editor"/>.</param>
internal sealed record EditorBuffer(string Name, string? Path, string? FileText, TextEditor Editor);

/// <summary>The buffers and which is in view; never empty.</summary>
/// <param name="Items">In the order of their tabs.</param>
/// <param name="Current">Index of the one in view.</param>
/// <param name="Made">How many have been made, for their names.</param>
internal sealed record BufferList(ImmutableList<EditorBuffer> Items, int Current, int Made)
{
    public static readonly BufferList Single = new([new EditorBuffer("sql1", null, null, TextEditor.Empty)], 0, 1);

    public EditorBuffer InView => Items[Current];

    /// <summary>Whether there is nothing that a title should tell.</summary>
    public bool IsPlain => Items.Count == 1 && InView.Path is null && InView == Single.InView with { Editor = InView.Editor };

    /// <summary>With the editor of the buffer in view put back into it.</summary>
    public BufferList Holding(TextEditor editor) => this with { Items = Items.SetItem(Current, InView with { Editor = editor }) };

    /// <summary>With a buffer added after the one in view, and in view.</summary>
    public BufferList Add(string? name, string? path, string text) =>
        new(
            Items.Insert(Current + 1, new EditorBuffer(name ?? $"sql{Made + 1}", path, path is null ? null : text, TextEditor.Of(text))),
            Current + 1,
            Made + 1
        );

    /// <summary>Without the buffer in view; the last one leaves an empty one.</summary>
    public BufferList Closed() =>
        Items.Count == 1
            ? Single with
            {
                Made = 1,
            }
            : this with
            {
                Items = Items.RemoveAt(Current),
                Current = Math.Min(Current, Items.Count - 2),
            };

    /// <summary>The next one, or another so many steps away, round the end.</summary>
    public BufferList Turn(int step) => this with { Current = (Current + step + Items.Count) % Items.Count };

    /// <summary>With the buffer in view called or kept otherwise.</summary>
    public BufferList Change(Func<EditorBuffer, EditorBuffer> change) => this with { Items = Items.SetItem(Current, change(InView)) };

    /// <summary>The buffers of an earlier run, followed by those of this one that hold anything.</summary>
    public BufferList After(BufferContents contents)
    {
        if (contents.Buffers.IsEmpty)
            return this;
        var mine = Items.FindAll(b => b.Editor.Buffer.End != default);
        var old = contents
            .Buffers.Select(b => new EditorBuffer(b.Name, b.Path, null, TextEditor.Of(b.Text).MoveTo(new(b.Line, b.Column))))
            .ToImmutableList();
        return new BufferList(
            old.AddRange(mine),
            mine.Count > 0 ? old.Count + mine.Count - 1 : Math.Clamp(contents.Current, 0, old.Count - 1),
            old.Count + mine.Count
        );
    }

    /// <summary>What is kept of them between runs.</summary>
    public BufferContents Contents(TextEditor inView) =>
        new(
            [
                .. Holding(inView)
                    .Items.Select(b => new BufferText(b.Name, b.Path, b.Editor.Text, b.Editor.Cursor.Line, b.Editor.Cursor.Column)),
            ],
            Current
        );
}

/// <summary>What is kept of a buffer between runs.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Path">The file it was read from or written to; null for none.</param>
/// <param name="Text">All of it, lines parted by <c>\n</c>.</param>
/// <param name="Line">The cursor's line, from 0.</param>
/// <param name="Column">The cursor's column, from 0, in UTF-16 units.</param>
internal sealed record BufferText(string Name, string? Path, string Text, int Line, int Column);

/// <summary>What is kept of all buffers.</summary>
/// <param name="Buffers">In the order of their tabs; empty where nothing is kept.</param>
/// <param name="Current">Which was in view.</param>
internal sealed record BufferContents(ImmutableArray<BufferText> Buffers, int Current)
{
    public static readonly BufferContents None = new([], 0);

    public bool IsBlank => Buffers.All(b => string.IsNullOrWhiteSpace(b.Text));
}
