namespace Analytics.Tui.Shared;

/// <summary>What the console wants done outside. A closed family.</summary>
internal abstract record ConsoleEffect;

internal sealed record CopyText(string Text) : ConsoleEffect;

/// <summary>What can happen to the console. A closed family. Answers carry the number of their request; stale ones are dropped.</summary>
internal abstract record ConsoleEvent;
