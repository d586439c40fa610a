using Analytics.Terminal.Graphics;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Charts;

/// <summary>Charts as pictures: switched on and off, asked for when something has changed, taken in.</summary>
internal static class PixelActions
{
    /// <summary>From characters to a picture and back; says why where the terminal shows none.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Toggle(ConsoleState state)
    {
        if (state.Graphics.Lack(state.Size) is not GraphicsLack.None and var lack)
            return state.Say(state.Texts.NoPixels(lack), isError: true);
        var graphics = state.Settings.Graphics == ChartGraphics.Sixel ? ChartGraphics.Text : ChartGraphics.Sixel;
        var settings = state.Settings.Choose(graphics);
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            (state with { Settings = settings }).Say(state.Texts.ShownAs(graphics)),
            new WriteSettings(settings.Choices)
        );
    }

    /// <summary>Asks for the picture that is wanted, once.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Settle(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var state = outcome.State;
        if (PixelChart.Wanted(state) is not { } wanted || wanted == state.Pixels.Asked)
            return outcome;
        var request = state.LastRequest + 1;
        return new(
            state with
            {
                LastRequest = request,
                Pixels = state.Pixels with { Request = request, Asked = wanted },
            },
            [.. outcome.Effects, new DrawPixels(request, wanted)]
        );
    }

    /// <summary>Takes in an answer; null if it is none about pictures.</summary>
    public static ConsoleState? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            PixelsDrawn drawn => drawn.Request == state.Pixels.Request
                ? state with
                {
                    Pixels = state.Pixels with { Drawn = state.Pixels.Asked, Picture = drawn.Picture },
                }
                : state,
            PixelsFailed failed => failed.Request == state.Pixels.Request
                ? (state with { Pixels = state.Pixels with { Drawn = null, Picture = null } }).Say(
                    failed.Fault?.In(state.Language) ?? state.Texts.NoRoomForPixels,
                    isError: failed.Fault is not null
                )
                : state,
            _ => null,
        };
}
