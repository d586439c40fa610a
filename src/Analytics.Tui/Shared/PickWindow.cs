using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>Something to pick from a list.</summary>
/// <param name="Title">What is to be picked.</param>
/// <param name="Items">Labels, details and what they stand for.</param>
/// <param name="List">Which item is picked, and which are in view.</param>
internal sealed record PickWindow(string Title, IReadOnlyList<(string Label, string Detail, Choice Choice)> Items, ListView List) : Window
{
    /// <summary>Whether it takes nearly the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether dropping many was asked for once.</summary>
    public bool IsArmed { get; init; }
}

/// <summary>What an application offers to choose in a window. A closed family.</summary>
internal abstract record Choice;
