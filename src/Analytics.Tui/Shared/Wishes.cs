namespace Analytics.Tui.Shared;

/// <summary>What a key bound to the action would do.</summary>
internal sealed record ActionWish(ConsoleAction Action) : Wish;

/// <summary>The cursor in another row of the result in view.</summary>
internal sealed record RowWish(int Row) : Wish;
