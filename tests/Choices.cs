using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Analytics.Testing;

/// <summary>
/// What a property's input is built from: numbers drawn one after the other, 0 when they are used up. FsCheck makes them and, when a
/// property fails, shrinks them; fewer and smaller numbers build a simpler input, whatever it is. (The idea is the choice sequence of
/// Hypothesis.) It is a <see cref="System.Random"/>, so that builders of samples take it as they take any other.
/// </summary>
public sealed class Choices(int[] drawn) : System.Random
{
    private int _used;

    /// <summary>The numbers, used or not.</summary>
    public IReadOnlyList<int> Drawn => drawn;

    /// <summary>Whether none are left: a builder that goes on until then ends.</summary>
    public bool AreUsedUp => _used >= drawn.Length;

    public override int Next(int maxValue) => maxValue <= 0 ? 0 : Draw() % maxValue;

    public override int Next(int minValue, int maxValue) => minValue + Next(maxValue - minValue);

    public override int Next() => Draw();

    public override double NextDouble() => Draw() / (int.MaxValue + 1.0);

    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var at in buffer)
            at = (byte)Next(256);
    }

    public override string ToString() => $"[{string.Join(", ", drawn)}]";

    private int Draw() => AreUsedUp ? 0 : drawn[_used++];
}

/// <summary>
/// A property over <see cref="Choices"/>. The seed is fixed, so that a build that passed passes again; a failure names the least choices
/// that still fail.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ForAnyChoicesAttribute : PropertyAttribute
{
    public ForAnyChoicesAttribute(int times)
    {
        Arbitrary = [typeof(ArbitraryChoices)];
        MaxTest = times;
        StartSize = 20;
        EndSize = 1200;
        Replay = "(20261129,7)";
        QuietOnSuccess = true;
    }
}

/// <summary>Makes and shrinks choices, for <see cref="ForAnyChoicesAttribute"/>.</summary>
public static class ArbitraryChoices
{
    public static Arbitrary<Choices> Choices() =>
        Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf().Select(drawn => new Choices(drawn)), Shrink);

    /// <summary>Without a part, longest first; then with one number smaller.</summary>
    private static IEnumerable<Choices> Shrink(Choices choices)
    {
        var drawn = choices.Drawn.ToArray();
        for (var length = drawn.Length; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= drawn.Length; at += length)
                yield return new Choices([.. drawn[..at], .. drawn[(at + length)..]]);
        }
        for (var at = 0; at < drawn.Length; at++)
        {
            foreach (var less in new[] { 0, drawn[at] / 2, drawn[at] - 1 }.Distinct().Where(n => n >= 0 && n < drawn[at]))
                yield return new Choices([.. drawn[..at], less, .. drawn[(at + 1)..]]);
        }
    }
}
