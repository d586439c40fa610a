using System.Collections.Concurrent;
using System.Text;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Terminals;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>
/// A terminal in memory: input is queued by the test, output is kept. It answers questions for its attributes, and for its cursor if told
/// how.
/// </summary>
internal sealed class FakeDevice : TerminalDevice
{
    private readonly BlockingCollection<byte[]> _input = [];
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();

    public string? CursorAnswer { get; init; }

    /// <summary>What it answers to all questions about graphics; null for nothing.</summary>
    public string? GraphicsAnswer { get; init; } = "\e[?62;22c";

    public List<string> Calls { get; } = [];

    public CellSize CurrentSize { get; set; } = new(20, 3);

    public override CellSize Size => CurrentSize;

    public override bool CanSuspend => true;

    public override bool PollsSize => true;

    public string Output
    {
        get
        {
            lock (_gate)
                return _output.ToString();
        }
    }

    public void Type(string text) => _input.Add(Encoding.UTF8.GetBytes(text));

    public void HangUp() => _input.CompleteAdding();

    /// <summary>Waits until the output holds a text; fails after two minutes.</summary>
    public void Await(string text) =>
        SpinWait
            .SpinUntil(() => Output.Contains(text, StringComparison.Ordinal), TimeSpan.FromMinutes(2))
            .ShouldBeTrue($"'{text}' in '{Output}'");

    public override void EnterRaw() => Note("raw");

    public override void LeaveRaw() => Note("cooked");

    public override void Suspend() => Note("suspend");

    public override void Dispose() => Note("dispose");

    public override void Wake()
    {
        if (!_input.IsAddingCompleted)
            _input.Add([]);
    }

    public override int Read(Span<byte> buffer, TimeSpan? wait)
    {
        if (!_input.TryTake(out var bytes, wait is { } limit ? (int)Math.Ceiling(limit.TotalMilliseconds) : 50))
            return _input.IsCompleted ? -1 : 0;
        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        lock (_gate)
            _output.Append(text);
        if (text.Contains("\e[6n", StringComparison.Ordinal) && CursorAnswer is { } answer)
            Type(answer);
        if (text.Contains("\e[c", StringComparison.Ordinal) && GraphicsAnswer is { } attributes)
            Type(attributes);
    }

    private void Note(string call)
    {
        lock (_gate)
            Calls.Add(call);
    }
}
