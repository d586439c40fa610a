namespace Analytics.Tui.Charts;

/// <summary>Charts as pictures: asked for when something has changed, taken in.</summary>
internal static class PixelActions
{
    /// <summary>Asks for the picture that is wanted, once.</summary>
    public static Part<ChartsState> Settle(Part<ChartsState> part, PixelChart? wanted)
    {
        if (wanted is null || wanted == part.Own.Pixels.Asked)
            return part;
        var request = part.LastRequest + 1;
        var pixels = part.Own.Pixels with { Request = request, Asked = wanted };
        return (part with { LastRequest = request, Own = part.Own with { Pixels = pixels } }).Doing(new DrawPixels(request, wanted));
    }

    /// <summary>Takes in an answer; null if it is none about pictures.</summary>
    public static Part<ChartsState>? Apply(Part<ChartsState> part, ConsoleEvent answer) =>
        answer switch
        {
            PixelsDrawn drawn => drawn.Request == part.Own.Pixels.Request
                ? part with
                {
                    Own = part.Own with { Pixels = part.Own.Pixels with { Drawn = part.Own.Pixels.Asked, Picture = drawn.Picture } },
                }
                : part,
            PixelsFailed failed => failed.Request == part.Own.Pixels.Request
                ? (part with { Own = part.Own with { Pixels = part.Own.Pixels with { Drawn = null, Picture = null } } }).Say(
                    failed.Fault?.In(part.Language) ?? part.Texts.NoRoomForPixels,
                    isError: failed.Fault is not null
                )
                : part,
            _ => null,
        };
}
