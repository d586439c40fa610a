using System.Reflection;
using NetArchTest.Rules;

namespace Analytics.Tests.Architecture;

/// <summary>The features of the console, held on the compiled types: they are connected by App alone, and stand on Shared.</summary>
public class FeatureTests
{
    private const string Console = "Analytics.Tui";

    private static readonly string[] All = ["Catalogue", "Editor", "Results", "Charts", "Evidence", "Pages", "Settings"];

    public static TheoryData<string> Features => [.. All];

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_knows_neither_another_one_nor_what_connects_them(string feature) =>
        ShouldNotKnow(feature, [.. All.Where(f => f != feature), "App"]);

    [Fact]
    public void What_features_share_knows_none_of_them() => ShouldNotKnow("Shared", [.. All, "App"]);

    [Fact]
    public void Every_folder_of_the_console_has_its_place() =>
        Types
            .InAssembly(Assembly.Load(Console))
            .That()
            .ResideInNamespace(Console)
            .GetTypes()
            .Select(t => t.ReflectionType!.Namespace!.Split('.')[2])
            .Distinct()
            .ShouldBe([.. All, "App", "Shared"], ignoreOrder: true);

    private static void ShouldNotKnow(string folder, string[] others) =>
        Types
            .InAssembly(Assembly.Load(Console))
            .That()
            .ResideInNamespace($"{Console}.{folder}")
            .ShouldNot()
            .HaveDependencyOnAny([.. others.Select(f => $"{Console}.{f}")])
            .GetResult()
            .FailingTypes.Select(t => $"{t.FullName}: {t.Explanation}")
            .ShouldBeEmpty();
}
