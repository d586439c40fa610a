namespace Analytics.Engine.Models;

/// <summary>A place in a model or page file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public readonly record struct SpecPlace(int Line, int Column);

/// <summary>One thing that is wrong with a model or page file. A file with a fault is not used; all its faults are told at once.</summary>
/// <param name="Path">The file as it was named.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Problem">What is wrong, what was expected, and what may have been meant.</param>
public sealed record SpecFault(string Path, SpecPlace Place, Localized Problem)
{
    /// <summary>The place and the problem, one line.</summary>
    public string In(Language language) => $"{Path}:{Place.Line}:{Place.Column}: {Problem.In(language)}";

    /// <summary>Several faults of one file as what a user can mend; the first one's place leads.</summary>
    /// <param name="faults">At least one.</param>
    public static UserException Exception(IReadOnlyList<SpecFault> faults) =>
        UserException.Failed(Joined(faults, Language.Zh), Joined(faults, Language.En));

    private static string Joined(IReadOnlyList<SpecFault> faults, Language language) =>
        string.Join('\n', faults.Select(f => f.In(language)));
}

/// <summary>What reading a file gave: the thing, or why there is none.</summary>
/// <param name="Value">Null where there is a fault.</param>
/// <param name="Faults">All of them, in the order of the file.</param>
public sealed record Reading<T>(T? Value, IReadOnlyList<SpecFault> Faults)
    where T : class
{
    /// <exception cref="UserException">There is a fault; its text has all of them.</exception>
    public T Get() => Value ?? throw SpecFault.Exception(Faults);
}
