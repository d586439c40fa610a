namespace Analytics.Engine.Lineage;

/// <summary>Where the evidence of a kept result lies.</summary>
/// <param name="Table">Holds its rows, and their evidence.</param>
/// <param name="Column">The hidden column of that table, which the view under the result's name leaves out.</param>
/// <param name="Origins">Where its columns come from, by their name in the view, upper or lower case alike.</param>
internal sealed record KeptEvidence(RelationName Table, string Column, IReadOnlyDictionary<string, ColumnOrigin> Origins);
