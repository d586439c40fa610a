using System.Collections.Immutable;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// A menu that a program has open: a bar over its first line, or one menu at a place. While it is open it has keys and mouse; a
/// <see cref="MenuEvent"/> tells how it was closed. To be made once and kept in the state while it is open.
/// </summary>
/// <param name="Groups">The menus of the bar; at a place the first of them alone is shown.</param>
/// <param name="Place">A cell of the screen; null for the bar.</param>
public sealed record ProgramMenu(ImmutableArray<MenuGroup> Groups, (int X, int Y)? Place = null);

/// <summary>A menu.</summary>
/// <param name="Title">How it reads in the bar.</param>
/// <param name="Entries">What can be chosen.</param>
public sealed record MenuGroup(string Title, ImmutableArray<MenuEntry> Entries);

/// <summary>An entry of a menu.</summary>
/// <param name="Id">What is chosen.</param>
/// <param name="Label">How it reads.</param>
/// <param name="Keys">The key that does the same, in print.</param>
public sealed record MenuEntry(string Id, string Label, string Keys);
