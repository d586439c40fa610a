namespace Analytics.Terminal.Tests.Terminals;

/// <summary>A test on a real terminal. A newcomer may lack tmux; under CI it must be there.</summary>
internal sealed class TmuxFactAttribute : FactAttribute
{
    public TmuxFactAttribute() => Skip = TmuxIsMissing.Reason;
}

/// <inheritdoc cref="TmuxFactAttribute"/>
internal sealed class TmuxTheoryAttribute : TheoryAttribute
{
    public TmuxTheoryAttribute() => Skip = TmuxIsMissing.Reason;
}

internal static class TmuxIsMissing
{
    public static string? Reason { get; } = Environment.GetEnvironmentVariable("CI") is null && !IsOnPath ? "tmux is not installed" : null;

    private static bool IsOnPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "tmux")));
}
