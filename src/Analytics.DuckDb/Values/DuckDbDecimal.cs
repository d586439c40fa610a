namespace Analytics.DuckDb;

/// <summary>A DECIMAL value: <c>Unscaled / 10^Scale</c>, exactly.</summary>
/// <param name="Unscaled">All digits as an integer.</param>
/// <param name="Width">Digits of the type, 1 to 38.</param>
/// <param name="Scale">Digits behind the point, at most the width.</param>
public readonly record struct DuckDbDecimal(Int128 Unscaled, byte Width, byte Scale)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}
