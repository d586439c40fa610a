using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;

namespace Analytics.Terminal.Tests.Runtime;

internal sealed record CounterState(CellSize Size, int Request, string Answer, int Ticks, bool Over);

internal abstract record CounterEvent;

internal sealed record Came(InputEvent Input) : CounterEvent;

internal sealed record Answered(int Request, string Text) : CounterEvent;

/// <summary>A program that asks for something on each key, shows the newest answer only, ends on q and fails on x.</summary>
internal static class Counter
{
    public static Program<CounterState, CounterEvent, string> Program { get; } =
        new()
        {
            Start = size => new CounterState(size, 0, "ready", 0, false),
            Update = Update,
            Draw = (state, canvas) =>
                canvas.Write(0, 0, $"{state.Answer} {state.Size.Width}x{state.Size.Height}", Style.Of(Color.Basic(2))),
            FromInput = input => new Came(input),
            Perform = Perform,
            IsOver = state => state.Over,
        };

    private static Outcome<CounterState, string> Update(CounterState state, CounterEvent happened) =>
        happened switch
        {
            Came { Input: KeyEvent { Text: "q" } } => state with { Over = true },
            Came { Input: KeyEvent { Text: "x" } } => throw new InvalidOperationException("update failed"),
            Came { Input: KeyEvent key } => Outcome.Of(state with { Request = state.Request + 1 }, $"{state.Request + 1}:{key.Text}"),
            Came { Input: ResizeEvent resize } => state with { Size = new(resize.Width, resize.Height) },
            Came { Input: TickEvent } => state with { Ticks = state.Ticks + 1, Over = state.Ticks + 1 == 3 },
            Answered answer when answer.Request == state.Request => state with { Answer = answer.Text },
            _ => state,
        };

    private static void Perform(string effect, EffectContext<CounterEvent> context)
    {
        var parts = effect.Split(':');
        if (parts[1] == "!")
            throw new InvalidDataException("effect failed");
        if (parts[1] == "c")
            context.CopyToClipboard("铜仁");
        context.Post(new Answered(int.Parse(parts[0]), $"answer {parts[1]}"));
    }
}
