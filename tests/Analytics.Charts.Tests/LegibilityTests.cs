namespace Analytics.Charts.Tests;

/// <summary>
/// The rules of legibility over every kind, shape of canvas and language, with labels of 60 characters, annotations and
/// references: layout alone, without a rasteriser.
/// </summary>
public class LegibilityTests
{
    private static readonly (int Width, int Height)[] Canvases =
    [
        (1600, 900),
        (1200, 900),
        (1080, 1080),
        (1240, 874),
        (480, 1000),
        (400, 300),
        (320, 900),
        (2400, 500),
        (3840, 2160),
        (800, 450),
    ];

    public static TheoryData<ChartKind, Language, bool> Cases
    {
        get
        {
            var cases = new TheoryData<ChartKind, Language, bool>();
            foreach (var kind in Enum.GetValues<ChartKind>())
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    foreach (var panels in (bool[])[false, true])
                        cases.Add(kind, language, panels);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pictures_are_legible_at_every_size(ChartKind kind, Language language, bool panels)
    {
        var broken = new List<string>();
        foreach (var (width, height) in panels ? Canvases.Where((_, i) => i % 2 == 0) : Canvases)
        {
            foreach (var hard in (bool[])[false, true])
            {
                foreach (var full in (bool[])[false, true])
                {
                    var spec = HardSpecs.Of(kind, language, hard, panels, noted: full, held: full) with { Width = width, Height = height };
                    if (Fault(spec, hard || panels || Math.Min(width, height) <= 320) is { } fault)
                        broken.Add($"{width}x{height}{(hard ? " hard" : "")}{(full ? " with notes and references" : "")}: {fault}");
                }
            }
        }

        broken.Count.ShouldBe(0, $"{kind} {language}{(panels ? " panels" : "")}: {string.Join(Environment.NewLine, broken)}");
    }

    /// <summary>
    /// What a reader of the picture could not read; null if all is well. Only what is extreme, or on the smallest canvases, may have no
    /// room, and is then refused with a size.
    /// </summary>
    private static string? Fault(ChartSpec spec, bool mayRefuse)
    {
        try
        {
            var scene = ChartLayout.Arrange(spec);
            LayoutTests.DemandReadable(scene);
            DemandNotes(scene, spec);
            return null;
        }
        catch (UserException error) when (error.Kind == FaultKind.NoRoom)
        {
            return mayRefuse && Math.Min(spec.Width, spec.Height) < 520 ? null : error.Message;
        }
        catch (ShouldAssertException broken)
        {
            return broken.Message;
        }
    }

    /// <summary>
    /// Every remark and every name of a reference is somewhere in the picture, whole, unless the picture says that it leaves some out.
    /// </summary>
    private static void DemandNotes(ChartScene scene, ChartSpec spec)
    {
        var text = string.Concat(scene.Items.OfType<TextItem>().Select(t => t.Text)).Replace(" ", "");
        text.ShouldNotContain("…");
        if (text.Contains("条注意或说明未列") || text.Contains("cautionsornotesleftout"))
            return;
        foreach (var annotation in spec.Annotations)
            text.ShouldContain(annotation.Text.Replace(" ", ""));
        if (spec.Kind is not (ChartKind.Heatmap or ChartKind.Kpi))
        {
            foreach (var reference in spec.References)
                text.ShouldContain(reference.Label.Replace(" ", ""));
        }
    }
}
