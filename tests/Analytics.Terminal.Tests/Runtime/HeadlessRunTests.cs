using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;

namespace Analytics.Terminal.Tests.Runtime;

public sealed class HeadlessRunTests : IDisposable
{
    private readonly HeadlessRun<CounterState, CounterEvent, string> _run = new(Counter.Program, new(20, 2));

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Events_go_in_and_frames_come_out()
    {
        CanvasDump.Text(_run.Frame()).ShouldBe("ready 20x2\n\n");
        _run.Type("a").PerformPending();
        CanvasDump
            .TextAndStyles(_run.Frame())
            .ShouldBe("|answer a 20x2       |\n|                    |\n:ggggggggggggg.......:\n:....................:\ng = 2/-\n");
    }

    [Fact]
    public void A_stale_answer_is_dropped_by_its_number()
    {
        _run.Type("ab");
        _run.Pending.ShouldBe(["1:a", "2:b"]);
        _run.Post(new Answered(2, "new")).Post(new Answered(1, "old")).State.Answer.ShouldBe("new");
    }

    [Fact]
    public void A_resize_changes_the_next_frame()
    {
        var frame = _run.Send(new ResizeEvent(12, 1)).Frame();
        (frame.Width, frame.Height).ShouldBe((12, 1));
        CanvasDump.Text(frame).ShouldBe("ready 12x1\n");
    }

    [Fact]
    public void What_goes_to_the_clipboard_is_seen()
    {
        _run.Type("c").PerformPending();
        _run.Clipboard.ShouldBe(["铜仁"]);
        _run.Type("d").DropPending().PerformPending().State.Answer.ShouldBe("answer c");
    }
}
