namespace Analytics.Actions;

/// <summary>The console's bindable actions with their keys, as a table.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">One for each action and context.</param>
/// <param name="Faults">What is wrong with the settings file; the keys concerned are the default ones.</param>
internal sealed record KeyListing(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    IReadOnlyList<Localized> Faults
);
