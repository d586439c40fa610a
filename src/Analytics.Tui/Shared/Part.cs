using System.Collections.Immutable;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Shared;

/// <summary>Something that a feature wants of another one: the console does it at once, right after the feature.</summary>
internal abstract record Wish;

/// <summary>What a feature works on: what all share, its own slice of the state, and what it wants done.</summary>
/// <param name="Common">What belongs to no feature.</param>
/// <param name="Own">The feature's slice.</param>
/// <typeparam name="T">Type of the slice; <see cref="CommonState"/> for what needs none.</typeparam>
internal sealed record Part<T>(CommonState Common, T Own)
{
    /// <summary>What is wanted outside, first to last.</summary>
    public ImmutableList<ConsoleEffect> Effects { get; init; } = [];

    /// <summary>What is wanted of other features, first to last.</summary>
    public ImmutableList<Wish> Wishes { get; init; } = [];

    public Texts Texts => Common.Texts;

    public Language Language => Common.Language;

    public CellSize Size => Common.Size;

    public TimeSpan Now => Common.Now;

    public Window? Window
    {
        get => Common.Window;
        init => Common = Common with { Window = value };
    }

    public StatusMessage Message
    {
        get => Common.Message;
        init => Common = Common with { Message = value };
    }

    public Panel Focus
    {
        get => Common.Focus;
        init => Common = Common with { Focus = value };
    }

    public int LastRequest
    {
        get => Common.LastRequest;
        init => Common = Common with { LastRequest = value };
    }

    public Part<T> Doing(params IEnumerable<ConsoleEffect> effects) => this with { Effects = Effects.AddRange(effects) };

    public Part<T> Wishing(Wish wish) => this with { Wishes = Wishes.Add(wish) };

    /// <inheritdoc cref="Saying.Say{T}"/>
    public Part<T> Say(string text, bool isError = false) => this with { Common = Common.Say(text, isError) };

    /// <inheritdoc cref="Saying.Announce{T}(T, string, bool)"/>
    public Part<T> Announce(string text, bool isError = false) => this with { Common = Common.Announce(text, isError) };

    /// <inheritdoc cref="Saying.Announce{T}(T, Localized, bool)"/>
    public Part<T> Announce(Localized text, bool isError = false) => this with { Common = Common.Announce(text, isError) };
}
