using System.Drawing;
using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Terminals;
using Terminal.Gui.Drivers;

namespace Analytics.Terminal.Host;

/// <summary>
/// Stands where Terminal.Gui's AnsiOutput stands. What the package draws is kept until <see cref="Flush"/>, which writes what differs from
/// the screen, cursor included, in one piece. Questions and titles that the package would write by itself are dropped: the session asks
/// what we want to know.
/// </summary>
internal sealed class ScreenOutput(TerminalSession session, GuiTheme theme, ColorDepth depth) : OutputBase, IOutput
{
    private readonly AnsiWriter _writer = new(depth);
    private readonly Glyphs _glyphs = new(() => session.Ambiguous);
    private IOutputBuffer? _drawn;
    private Size _size = new(session.Size.Width, session.Size.Height);
    private Cursor _cursor = new();
    private bool _isDue;
    private CellCanvas? _shown,
        _spare;

    /// <summary>The picture that lies over the cells, if any.</summary>
    public CanvasPicture? Picture { get; set; }

    public override void Write(IOutputBuffer buffer) => (_drawn, _isDue) = (buffer, true);

    public void SetCursor(Cursor cursor) => (_cursor, _isDue) = (cursor, true);

    public Cursor GetCursor() => _cursor;

    public Size GetSize() => _size;

    public void SetSize(int width, int height) => _size = new(width, height);

    public void Suspend() => session.Suspend();

    public void Write(ReadOnlySpan<char> text) { }

    public void Dispose() { }

    protected override void Write(StringBuilder output) { }

    protected override bool SetCursorPositionImpl(int screenPositionX, int screenPositionY) => true;

    /// <summary>Nothing is known any more of what the screen shows.</summary>
    public void Forget() => (_shown, _isDue) = (null, true);

    /// <summary>Writes what has been drawn since the last time.</summary>
    public void Flush()
    {
        if (!_isDue || _drawn is not { Contents: { } contents })
            return;
        _isDue = false;
        var canvas = Canvas(contents.GetLength(1), contents.GetLength(0));
        _glyphs.Copy(contents, canvas);
        canvas.Cursor = _cursor is { IsVisible: true, Position: { } at } ? (at.X, at.Y) : null;
        if (Picture is { } picture)
            canvas.Lay(picture.Picture, picture.Area, Paint.Of(theme.Of(Style.Default)));
        Show(canvas);
    }

    /// <summary>Writes a canvas as large as the screen, before Terminal.Gui draws anything.</summary>
    public void ShowFirst(Action<CellCanvas> draw)
    {
        var canvas = Canvas(_size.Width, _size.Height);
        draw(canvas);
        theme.Lay(canvas);
        Show(canvas);
    }

    private void Show(CellCanvas canvas)
    {
        var frame = _writer.Diff(_shown, canvas);
        if (!frame.IsEmpty)
            session.Show(frame.Span);
        (_spare, _shown) = (_shown, canvas);
    }

    private CellCanvas Canvas(int width, int height)
    {
        var canvas = _spare is { } spare && spare.Width == width && spare.Height == height ? spare : new(width, height, session.Ambiguous);
        canvas.Reset();
        return canvas;
    }
}
