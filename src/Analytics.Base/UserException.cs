namespace Analytics;

/// <summary>What kind of fault a <see cref="UserException"/> tells; batch maps it to an exit code.</summary>
public enum FaultKind
{
    /// <summary>The request itself is wrong: an unknown name, a bad parameter, clashing options.</summary>
    Usage,

    /// <summary>Data or a file is missing, damaged, or cannot be read, written or drawn.</summary>
    Failed,

    /// <summary>A picture has no room for what must be on it; a larger one has.</summary>
    NoRoom,
}

/// <summary>A line of a file that is at fault.</summary>
/// <param name="Path">The file as it was named.</param>
/// <param name="Line">1-based.</param>
public sealed record FilePlace(string Path, int Line);

/// <summary>
/// A setting of a request by the name that headers, forms and options share; each surface writes it in its own way.
/// </summary>
/// <param name="Name">Without dashes, for example <c>force</c>.</param>
/// <param name="Value">As a user writes it; null where the name says all.</param>
public sealed record Setting(string Name, string? Value = null);

/// <summary>
/// A fault that a user can mend, in both languages: what, where, what was expected, and how to mend it. Its message is the English text.
/// </summary>
public sealed class UserException : Exception
{
    public UserException(FaultKind kind, Localized text, Exception? inner = null)
        : base(text.En, inner) => (Kind, Text) = (kind, text);

    /// <summary>A fault in a line of a file, which both texts name before the problem.</summary>
    public UserException(FilePlace place, Localized problem, Exception? inner = null)
        : this(
            FaultKind.Failed,
            new Localized($"{place.Path} 第 {place.Line} 行有误：{problem.Zh}", $"{place.Path}:{place.Line}: {problem.En}"),
            inner
        ) => Place = place;

    public FaultKind Kind { get; }

    /// <summary>What mends the fault if the user wants it; null where the text alone tells.</summary>
    public Setting? Mend { get; private init; }

    /// <summary>The same fault with what mends it.</summary>
    public UserException MendedBy(Setting mend) => new(Kind, Text, InnerException) { Mend = mend };

    public Localized Text { get; }

    /// <summary>Where the fault stands; null where it stands in no file, or in all of it.</summary>
    public FilePlace? Place { get; }

    /// <param name="zh">The request's fault in Chinese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="inner">What told of it.</param>
    public static UserException Usage(string zh, string en, Exception? inner = null) => new(FaultKind.Usage, new Localized(zh, en), inner);

    /// <param name="zh">What failed, in Chinese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="inner">What told of it.</param>
    public static UserException Failed(string zh, string en, Exception? inner = null) =>
        new(FaultKind.Failed, new Localized(zh, en), inner);
}
