using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// A panel of a program and the part of the screen it has now. It becomes a view of its own: with the focus it gets the keys, and the
/// mouse over it.
/// </summary>
/// <param name="Name">What tells it from the others.</param>
/// <param name="Area">Where it stands; empty while it is not shown.</param>
/// <param name="HasFocus">Whether keys go to it.</param>
public readonly record struct PanelPlace(string Name, CellRect Area, bool HasFocus = false);
