using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using NetArchTest.Rules;

namespace Analytics.Tests.Architecture;

/// <summary>The arrows and never-rules of src/ARCHITECTURE.md, held on the compiled types and what they use.</summary>
public class LayerTests
{
    /// <summary>Each assembly of the product, and those of the product that it may use.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Analytics.Base"] = [],
        ["Analytics.DuckDb"] = ["Analytics.Base"],
        ["Analytics.Engine"] = ["Analytics.Base", "Analytics.DuckDb"],
        ["Analytics.Curation"] = ["Analytics.Base", "Analytics.DuckDb"],
        ["Analytics.Charts"] = ["Analytics.Base"],
        ["Analytics.Terminal"] = ["Analytics.Base"],
        ["Analytics.Figures"] = ["Analytics.Base", "Analytics.DuckDb", "Analytics.Engine", "Analytics.Charts"],
        ["Analytics.Tui"] =
        [
            "Analytics.Base",
            "Analytics.DuckDb",
            "Analytics.Engine",
            "Analytics.Charts",
            "Analytics.Figures",
            "Analytics.Terminal",
        ],
        ["analytics"] =
        [
            "Analytics.Base",
            "Analytics.DuckDb",
            "Analytics.Engine",
            "Analytics.Curation",
            "Analytics.Charts",
            "Analytics.Figures",
            "Analytics.Terminal",
            "Analytics.Tui",
        ],
    };

    public static TheoryData<string> All => [.. Below.Keys];

    /// <summary>Packages by the beginning of their assemblies' names, and the one assembly that may use each.</summary>
    public static TheoryData<string, string> Wrapped =>
        new()
        {
            { "DuckDB.NET", "Analytics.DuckDb" },
            { "ScottPlot", "Analytics.Charts" },
            { "SkiaSharp", "Analytics.Charts" },
            { "HarfBuzzSharp", "Analytics.Charts" },
            { "CsvHelper", "Analytics.Curation" },
            { "System.CommandLine", "analytics" },
            { "Terminal.Gui", "Analytics.Terminal" },
        };

    [Theory]
    [MemberData(nameof(All))]
    public void An_assembly_uses_only_what_lies_below_it(string name) =>
        Used(name).Where(Below.ContainsKey).Except(Below[name]).ShouldBeEmpty();

    [Fact]
    public void Every_assembly_of_the_product_has_its_place() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => n.StartsWith("analytics", StringComparison.OrdinalIgnoreCase) && !n.EndsWith(".Tests", StringComparison.Ordinal))
            .ShouldBe(Below.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void A_package_is_used_by_one_assembly(string package, string owner) =>
        Below.Keys.Where(a => Used(a).Any(u => u.StartsWith(package, StringComparison.Ordinal))).ShouldBe([owner]);

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void A_package_does_not_show_on_the_surface_of_the_assembly_that_uses_it(string package, string owner) =>
        Load(owner)
            .GetExportedTypes()
            .SelectMany(t => Shown(t).Select(shown => (Type: t, Shown: shown)))
            .Where(p => p.Shown.Assembly.GetName().Name!.StartsWith(package, StringComparison.Ordinal))
            .Select(p => $"{p.Type} shows {p.Shown}")
            .ShouldBeEmpty();

    [Fact]
    public void Batch_does_not_know_the_console()
    {
        var result = Types
            .InAssembly(Load("analytics"))
            .That()
            .ResideInNamespace("Analytics.Cli")
            .ShouldNot()
            .HaveDependencyOnAny("Analytics.Tui")
            .GetResult();
        result.IsSuccessful.ShouldBeTrue(string.Join(", ", result.FailingTypes.Select(t => t.FullName)));
    }

    [Theory]
    [InlineData("Analytics.Base")]
    [InlineData("Analytics.DuckDb")]
    [InlineData("Analytics.Engine")]
    [InlineData("Analytics.Curation")]
    [InlineData("Analytics.Charts")]
    [InlineData("Analytics.Figures")]
    public void Nothing_below_the_front_ends_knows_a_console(string name) => Used(name).ShouldNotContain("System.Console");

    [Theory]
    [MemberData(nameof(All))]
    public void Native_functions_are_nobody_else_s(string name) =>
        Load(name)
            .GetTypes()
            .SelectMany(t => t.GetMethods(Everything))
            .Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl) && m.IsPublic && m.DeclaringType!.IsVisible)
            .Select(m => $"{m.DeclaringType}.{m.Name}")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void Options_of_the_command_line_are_named_by_batch_alone(string name)
    {
        if (name != "analytics")
            Texts(name).Where(t => Option().IsMatch(t)).ShouldBeEmpty();
    }

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static Assembly Load(string name) => Assembly.Load(name);

    private static IEnumerable<string> Used(string name) => Load(name).GetReferencedAssemblies().Select(a => a.Name!);

    /// <summary>The types that others see of a type: its bases, and those in the signatures of its visible members.</summary>
    private static IEnumerable<Type> Shown(Type type) =>
        type.GetMembers(Everything)
            .SelectMany(m =>
                m switch
                {
                    MethodBase { IsPrivate: true } or MethodBase { IsAssembly: true } => [],
                    MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
                    MethodBase constructor => constructor.GetParameters().Select(p => p.ParameterType),
                    FieldInfo { IsPrivate: false, IsAssembly: false } field => [field.FieldType],
                    _ => Enumerable.Empty<Type>(),
                }
            )
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } b ? [b] : [])
            .SelectMany(Parts);

    /// <summary>A type and what it is made of: elements of arrays, arguments of generic types.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    /// <summary>The texts that an assembly's code is made with.</summary>
    private static IEnumerable<string> Texts(string name)
    {
        using var file = new PEReader(File.OpenRead(Load(name).Location));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (
            var handle = MetadataTokens.UserStringHandle(1);
            !handle.IsNil && MetadataTokens.GetHeapOffset(handle) < metadata.GetHeapSize(HeapIndex.UserString);
            handle = metadata.GetNextHandle(handle)
        )
        {
            texts.Add(metadata.GetUserString(handle));
        }
        return texts;
    }

    private static System.Text.RegularExpressions.Regex Option() => new(@"(^|[^-\w])--[a-z]+(-[a-z]+)*\b");
}
