using Analytics.Charts;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Tests.Charts;

/// <summary>Every kind with data that is hard to draw, at the sizes of narrow, usual and wide panels, in both languages.</summary>
public class HardSpecTests
{
    private static readonly (int Width, int Height)[] Sizes = [(52, 16), (58, 9), (100, 36)];

    public static TheoryData<string> Cases() => [.. HardSpecs.Of(Language.Zh).Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hard_data_is_drawn_within_the_panel_with_a_place_for_each_figure(string name)
    {
        foreach (var (spec, picture, width) in Pictures(name))
        {
            picture.Lines.Select(l => CellText.Width(l.Text, AmbiguousWidth.One)).Max().ShouldBeLessThanOrEqualTo(width, $"{spec.Kind}");
            picture
                .Places.Sum(p => p.Count)
                .ShouldBeGreaterThanOrEqualTo(spec.Marks.Count(m => m.Presence == MarkPresence.Figure), $"{spec.Kind}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_figure_is_cut_and_no_missing_one_is_silent(string name)
    {
        foreach (var (spec, picture, _) in Pictures(name))
        {
            var text = string.Concat(picture.Lines.Select(l => l.Text)).Replace(" ", "");
            if (spec.Kind is not (ChartKind.Line or ChartKind.Scatter or ChartKind.Histogram or ChartKind.Box))
            {
                foreach (var mark in spec.Marks.Where(m => m.Presence == MarkPresence.Figure))
                    text.ShouldContain(ChartDescription.Reading(mark, spec).Replace(" ", ""), Case.Sensitive, $"{spec.Kind}");
            }

            foreach (var state in spec.Marks.Select(m => m.Presence).Where(p => p != MarkPresence.Figure).Distinct())
                text.ShouldContain(ChartFacts.Missing(state, spec.Language).Replace(" ", ""), Case.Sensitive, $"{spec.Kind}");
        }
    }

    [Theory]
    [InlineData(ChartKind.Bar, '→')]
    [InlineData(ChartKind.GroupedBar, '→')]
    [InlineData(ChartKind.StackedBar, '→')]
    [InlineData(ChartKind.DivergingBar, '→')]
    [InlineData(ChartKind.Lollipop, '→')]
    [InlineData(ChartKind.Dot, '→')]
    [InlineData(ChartKind.Line, '△')]
    [InlineData(ChartKind.Slope, '△')]
    [InlineData(ChartKind.Scatter, '△')]
    public void A_lower_bound_looks_open_also_where_it_is_the_greatest(ChartKind kind, char sign)
    {
        var spec = ChartFacts.Checked(HardSpecs.As(HardSpecs.Of(Language.Zh)["bounds"], kind));
        var lines = ChartLines
            .Picture(spec, 60, 20, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One)
            .Lines.Select(l => l.Text)
            .ToList();
        // Two bounds, and the key.
        lines.Sum(l => l.Count(c => c == sign)).ShouldBeGreaterThanOrEqualTo(3, string.Join('\n', lines));
    }

    [Fact]
    public void More_strokes_than_can_be_told_apart_become_small_charts_as_in_pictures()
    {
        var spec = ChartFacts.Checked(
            new ChartSpec
            {
                Kind = ChartKind.Line,
                Title = "t",
                Language = Language.En,
                Marks =
                [
                    .. Enumerable
                        .Range(0, 20)
                        .SelectMany(s =>
                            Enumerable.Range(2020, 3).Select(y => new ChartMark($"{y}", s + y % 7) { X = y, Series = $"line {s:00}" })
                        ),
                ],
                Annotations = [new("2021 / line 07", "the seventh")],
            }
        );
        var lines = ChartLines
            .Picture(spec, 100, 30, Texts.Of(Language.En, ConsoleKeys.Map), AmbiguousWidth.One)
            .Lines.Select(l => l.Text)
            .ToList();
        lines.ShouldContain(l => l.Contains("line 00") && l.Contains("line 01"));
        lines.ShouldContain(l => l.Contains("20 strokes in one plot cannot be told apart"));
        lines.Count(l => l.Contains("the seventh")).ShouldBe(1);
    }

    [Theory]
    [InlineData(ChartKind.Bar)]
    [InlineData(ChartKind.StackedBar)]
    [InlineData(ChartKind.Box)]
    [InlineData(ChartKind.Line)]
    [InlineData(ChartKind.Scatter)]
    [InlineData(ChartKind.Slope)]
    [InlineData(ChartKind.Heatmap)]
    [InlineData(ChartKind.Kpi)]
    [InlineData(ChartKind.Histogram)]
    public void A_note_is_written_once_at_its_mark_or_under_its_number(ChartKind kind)
    {
        var plain = HardSpecs.As(
            HardSpecs.Of(Language.Zh)["many"] with
            {
                Marks = [.. Enumerable.Range(0, 150).Select(i => new ChartMark($"村{i:000}", 10 + i))],
            },
            kind
        );
        var at = AnnotationNames.Of(plain.Marks[70], plain);
        foreach (var text in new[] { "短注", new string('长', 90) })
        {
            var spec = ChartFacts.Checked(plain with { Annotations = [new(at, text)] });
            var lines = ChartLines
                .Picture(spec, 80, 30, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One)
                .Lines.Select(l => l.Text)
                .ToList();
            var all = string.Concat(lines).Replace(" ", "");
            (all.Split(text.Length > 9 ? "长长长长" : text).Length > 1 || all.Count(c => c == '长') == text.Length).ShouldBeTrue(all);
            if (all.Contains("(1)" + at.Replace(" ", "")))
                all.Split("(1)").Length.ShouldBe(3, "once at the mark, once below");
        }
    }

    private static IEnumerable<(ChartSpec Spec, ChartPicture Picture, int Width)> Pictures(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var kind in Enum.GetValues<ChartKind>())
            {
                if (Drawable(HardSpecs.As(HardSpecs.Of(language)[name], kind)) is not { } spec)
                    continue;
                foreach (var (width, height) in Sizes)
                {
                    yield return (
                        spec,
                        ChartLines.Picture(spec, width, height, Texts.Of(language, ConsoleKeys.Map), AmbiguousWidth.One),
                        width
                    );
                }
            }
        }
    }

    private static ChartSpec? Drawable(ChartSpec spec)
    {
        try
        {
            return ChartFacts.Checked(spec);
        }
        catch (UserException)
        {
            return null;
        }
    }
}
