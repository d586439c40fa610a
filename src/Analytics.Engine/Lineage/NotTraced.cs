namespace Analytics.Engine.Lineage;

/// <summary>Why the evidence of a statement, or of a row, is not known.</summary>
/// <param name="Code">Stable, for scripts: for example <c>recursion</c>, <c>table</c>, <c>printer</c>.</param>
/// <param name="Reason">In words, with the name that it is about.</param>
public sealed record NotTraced(string Code, Localized Reason);

/// <summary>Ends the rewriting of a statement; caught where the rewriting began.</summary>
internal sealed class RefusalException(string code, string zh, string en) : Exception(en)
{
    public NotTraced Refusal { get; } = new(code, new Localized(zh, en));
}
