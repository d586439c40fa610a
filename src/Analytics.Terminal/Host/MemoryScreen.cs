using System.Collections.Concurrent;
using System.Drawing;
using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Mouse = Terminal.Gui.Input.Mouse;

namespace Analytics.Terminal.Host;

/// <summary>
/// What Terminal.Gui shows over a program's panels, without a terminal: its application draws into memory, and nothing is read or written.
/// </summary>
internal sealed class MemoryScreen : IDisposable
{
    private readonly Arrivals _arrivals = new();
    private readonly GuiTheme _theme = new(ColorDepth.TrueColor);
    private readonly IApplication _application;
    private readonly CanvasScreen _screen;
    private readonly WindowHost _windows;
    private readonly MenuHost _menu;
    private readonly List<InputEvent> _told = [];
    private int _clicks;

    public MemoryScreen(int width, int height, FolderReading? folders = null)
    {
        _application = GuiApplication.On(
            new DriverParts(new NoInput(), new NoOutput(new(width, height)), new ScreenSize(), _arrivals, _ => { })
        );
        _application.Init();
        _application.Driver!.Clipboard = new TerminalClipboard(_ => { });
        _screen = new CanvasScreen(_theme, _told.Add);
        _windows = new(_screen, _theme, folders ?? FolderReading.AtOnce, _ => _clicks, _told.Add);
        _menu = new(_screen, _theme, chosen => _told.Add(new MenuEvent(chosen)));
        _application.Begin(_screen);
    }

    /// <summary>Shows a window, a form and a menu, if there are any, over a canvas, and draws all of it there in the colours of a
    /// theme.</summary>
    public void Draw(ProgramWindow? window, ProgramForm? form, ProgramMenu? menu, ColorScheme? colors, ColorDepth depth, CellCanvas canvas)
    {
        _theme.Use(colors, depth);
        _screen.SetScheme(_theme.Base);
        _screen.Canvas = canvas;
        _application.Driver!.SetScreenSize(canvas.Width, canvas.Height);
        _windows.Show(window, form, canvas.Ambiguous, mayFocus: menu is null);
        _menu.Show(menu);
        _application.LayoutAndDraw(forceRedraw: true);
        // A picture that is covered is not shown: what is drawn over it takes it away.
        if (_screen.IsPictureCovered)
            canvas.Fill(canvas.Picture!.Value.Area, default);
        new Glyphs(() => canvas.Ambiguous).Copy(_application.Driver!.Contents!, canvas);
        if (window is not null || menu is not null || form?.HasFocus == true)
            canvas.Cursor = CursorOf(_application.Navigation?.GetFocused());
    }

    /// <summary>What the program is told of the mouse at what is shown; what is over none of it comes back as it is.</summary>
    public IReadOnlyList<InputEvent> Take(MouseEvent mouse)
    {
        _clicks = mouse.Clicks;
        return TakeInput(mouse);
    }

    /// <summary>What the program is told after a key or a paste in a file dialog.</summary>
    public IReadOnlyList<InputEvent> Take(InputEvent input, ProgramFileDialog files)
    {
        _told.Clear();
        if (input is KeyEvent key && _windows.Translate(key, files))
            return [.. _told];
        if (input is not PasteEvent paste || files.PathIn(paste.Text) is not { } path)
            return TakeInput(input);
        _windows.ShowPath(path);
        return [];
    }

    private List<InputEvent> TakeInput(InputEvent input)
    {
        _told.Clear();
        _arrivals.Add(input);
        _application.Driver!.GetInputProcessor().ProcessQueue();
        _menu.Check();
        return [.. _told];
    }

    public void Dispose()
    {
        _windows.Dispose();
        _menu.Dispose();
        _screen.Dispose();
        _application.Dispose();
    }

    private static (int X, int Y)? CursorOf(View? focused) =>
        focused?.Cursor is { IsVisible: true, Position: { } at } ? (at.X, at.Y) : null;

    private sealed class CanvasScreen(GuiTheme theme, Action<InputEvent> tell) : Runnable
    {
        private readonly CanvasPart _part = new(theme);

        public CellCanvas Canvas { get; set; } = new(0, 0);

        public bool IsPictureCovered { get; private set; }

        protected override bool OnClearingViewport() => true;

        protected override bool OnMouseEvent(Mouse mouse)
        {
            if (GuiMouse.Of(mouse) is { } ours)
                tell(ours);
            return true;
        }

        protected override bool OnDrawingContent(DrawContext? context)
        {
            IsPictureCovered =
                Canvas.Picture is { Area: var at } && !App!.Driver!.Clip!.Contains(new Rectangle(at.X, at.Y, at.Width, at.Height));
            _part.Copy(Canvas, Point.Empty, FrameToScreen(), App!.Driver!.GetOutputBuffer());
            return true;
        }
    }

    private sealed class NoInput : IInput<char>
    {
        public CancellationTokenSource? ExternalCancellationTokenSource { get; set; }

        public void Initialize(ConcurrentQueue<char> inputQueue) { }

        public void Run(CancellationToken runCancellationToken) => runCancellationToken.WaitHandle.WaitOne();

        public void Dispose() { }
    }

    private sealed class NoOutput(Size size) : OutputBase, IOutput
    {
        private Size _size = size;
        private Cursor _cursor = new();

        public override void Write(IOutputBuffer buffer) { }

        public void SetCursor(Cursor cursor) => _cursor = cursor;

        public Cursor GetCursor() => _cursor;

        public Size GetSize() => _size;

        public void SetSize(int width, int height) => _size = new(width, height);

        public void Suspend() { }

        public void Write(ReadOnlySpan<char> text) { }

        public void Dispose() { }

        protected override void Write(StringBuilder output) { }

        protected override bool SetCursorPositionImpl(int screenPositionX, int screenPositionY) => true;
    }
}
