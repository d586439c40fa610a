using Analytics.Charts;
using Analytics.Figures;

namespace Analytics.Tui.Charts;

/// <summary>The sentences of charts.</summary>
internal static class ChartTexts
{
    extension(Texts texts)
    {
        /// <summary>Why there is no chart; where it can be demanded, by which key.</summary>
        public string NoChart(string reason, bool canBeDemanded = false) =>
            texts.Say($"画不出图：{reason}", $"No chart: {reason}")
            + (
                canBeDemanded
                    ? texts.Say(
                        $"在此按 {texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartOnDemand)}。",
                        $" Here {texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartOnDemand)} demands it."
                    )
                    : ""
            );

        public string NoChartSource =>
            texts.Say("来源不详：结果未带来源信息（obs_id）", "Source unknown: the result carries no sources (obs_id)");
        public string PointsACell => texts.Say("每格点数：", "points a cell: ");
        public string NoOtherKind => texts.Say("此结果没有别的合适图形", "No other kind fits this result");
        public string NoOtherColumn => texts.Say("没有别的合适列", "No other column fits");

        public string TooNarrowForBoth(int width, int needed) =>
            texts.Say(
                $"结果栏宽 {width}，至少 {needed} 才能表图并列"
                    + $"（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleCatalogue)} 可收起目录）",
                $"The result is {width} wide; grid and chart side by side need {needed} "
                    + $"({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleCatalogue)} hides the catalogue)"
            );

        public string GuardLifted => texts.Say("按要求作图，图中会说明", "Drawn on demand; the chart says so");

        public string NoRoomForPixels =>
            texts.Say(
                $"此处放不下图片，以字符显示（{texts.KeyOf(KeyContext.Browse, ConsoleAction.Zoom)} 放大此栏）",
                $"No room for a picture here, so characters ({texts.KeyOf(KeyContext.Browse, ConsoleAction.Zoom)} zooms the panel)"
            );

        public string NoCategories => texts.Say("此图没有类别列", "This chart has no column of categories");
        public string RowOfMark => texts.Say("看它的行（表）", "its row, in the grid");
        public string SentenceOfMark => texts.Say("看它的原句", "its sentence");

        public string NoChartYet => texts.Say("还没有图可改", "There is no chart to change yet");
        public string NoReference =>
            texts.Say(
                "每个要有值和名称，如 35 规定；多个用分号隔开",
                "Each needs a value and a name, such as 35 rule; semicolons part them"
            );
        public string OnePointHere => texts.Say("此处只有一个点", "Only one point stands here");

        public string Ask(ChartQuestion question, string about) =>
            question switch
            {
                ChartQuestion.Title => texts.Say("图的标题（空：查询自己的）", "Headline (empty: the query's own)"),
                ChartQuestion.Note => texts.Say($"标注：{about}（空：不要）", $"Note at {about} (empty: none)"),
                _ => texts.Say(
                    "参照值和名称（第一个是 diverging-bar 的基准）",
                    "Reference values with names (a diverging-bar starts from the first)"
                ),
            };

        /// <summary>The line under a question.</summary>
        public string AboutQuestion(ChartQuestion question) =>
            question == ChartQuestion.References
                ? texts.Say("如 35 规定；85% 目标。空：不要参照值", "such as 35 rule; 85% target. Empty: none")
                : texts.Say("图和保存的文件都用它", "the chart and its files carry it");

        /// <summary>Which of several points in one place the cursor is on.</summary>
        public string PointOf(int number, int count) =>
            texts.Say(
                $"此格 {count:N0} 点之第 {number:N0}（{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartNextPoint)} 下一个）",
                $"point {number:N0} of {count:N0} here ({texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartNextPoint)} next)"
            );

        /// <summary>Names in one state of missing, the first of them.</summary>
        public string NotDrawn(string state, IReadOnlyList<string> names) =>
            state
            + texts.Say("：", ": ")
            + string.Join(texts.Say("、", ", "), names.Take(8))
            + (names.Count > 8 ? texts.Say($" 等 {names.Count} 项", $" and {names.Count - 8} more") : "");

        public string Spread(string median, string least, string greatest, int count) =>
            count == 1
                ? texts.Say($"{median}（1个数）", $"{median} (1 figure)")
                : texts.Say(
                    $"中位数{median}（{least}至{greatest}，{count}个数）",
                    $"median {median} ({least} to {greatest}, {count} figures)"
                );

        public string CrowdOf(int points) =>
            texts.Say(
                $"{points:N0} 个点，按格汇总显示；保存的文件逐点画出",
                $"{points:N0} points, gathered by cell for the screen; a saved file has each"
            );

        public string NotLabelled(int left) =>
            texts.Say($"另有 {left} 个点没有标字的地方，光标可读", $"{left} more points have no room for a label; the cursor reads them");

        /// <summary>The choices of a chart, with the keys that change them.</summary>
        public string ChartChoices(string kind, string? x, string y, string? series, IReadOnlyList<ChartReference> references) =>
            texts.Say(
                $"{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)} 图形：",
                $"{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)} kind: "
            )
            + kind
            + (x is null ? "" : $"  {texts.Axis("x", ConsoleAction.ChartXNext)} {x}")
            + $"  {texts.Axis("y", ConsoleAction.ChartYNext)} {y}"
            + $"  {texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartSeriesNext)} "
            + (series ?? texts.Say("（不分）", "(none)"))
            + string.Concat(
                references.Select(
                    (r, i) => (i == 0 ? $"  {texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartReferences)} " : "; ") + ReferenceText.Of(r)
                )
            );

        /// <summary>The name of an axis, which is its key as well unless the user has another one.</summary>
        private string Axis(string name, ConsoleAction action) =>
            texts.KeyOf(KeyContext.Chart, action) is var key && key == name ? name : $"{key} {name}";

        /// <summary>What the signs of a chart mean, of those that occur; one line for each subject.</summary>
        public IReadOnlyList<string> KeysOf(ChartSpec spec, BarGlyphs bars, PointGlyphs points)
        {
            var qualifiers = spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Qualifier).Distinct().Order();
            var signs =
                spec.Kind is ChartKind.Line or ChartKind.Scatter or ChartKind.Slope ? texts.PointKeys(spec, points)
                : spec.Kind is ChartKind.Kpi or ChartKind.Heatmap or ChartKind.Histogram or ChartKind.Box ? []
                : qualifiers
                    .Select(q =>
                        spec.Kind switch
                        {
                            ChartKind.StackedBar => texts.PartKey(q, bars),
                            ChartKind.Dot or ChartKind.Lollipop => texts.DotKey(q, bars),
                            _ => texts.BarKey(q, bars),
                        }
                    )
                    .OfType<string>()
                    .Distinct();
            string?[] lines =
            [
                string.Join(texts.Say("；", "; "), signs),
                spec.Kind == ChartKind.Heatmap ? texts.HeatKey(points, spec) : null,
                spec.Kind == ChartKind.Heatmap && spec.Marks.Any(m => m.Status != MarkStatus.Normal) ? texts.DoubtKey(points) : null,
                spec.Kind == ChartKind.Box
                    ? $"{bars.Box[0]}{bars.Box[1]}{bars.Box[4]} {texts.Say("最小至最大", "least to greatest")}  "
                        + $"{bars.Box[2]} {texts.Say("中间一半", "middle half")}  {bars.Box[3]} {texts.Say("中位数", "median")}"
                    : null,
                .. spec.References.Select(r =>
                    $"{(spec.Kind is ChartKind.Line or ChartKind.Scatter ? '┄' : bars.Reference)} {r.Label} "
                    + $"{ChartDescription.Figure(new ChartMark("", r.Value), spec.Unit, spec.Language)}"
                ),
            ];
            return [.. lines.OfType<string>().Where(l => l.Length > 0)];
        }

        private string HeatKey(PointGlyphs points, ChartSpec spec)
        {
            var shades = spec.IsShaded
                ? texts.Say(
                    $"{points.Shades[1]}至{points.Shades[4]} 全表一个尺度；",
                    $"{points.Shades[1]} to {points.Shades[4]} one scale for all cells; "
                )
                : "";
            return shades
                + (
                    spec.IsOwnData
                        ? texts.Say($"{points.NotSeen} 无数值（不是0）", $"{points.NotSeen} no figure (not 0)")
                        : texts.Say(
                            $"{points.NotSeen} 本库来源未见；{points.NoSource} 无来源（都不是0）",
                            $"{points.NotSeen} not in these sources; {points.NoSource} no source (neither is 0)"
                        )
                );
        }

        private IEnumerable<string> PointKeys(ChartSpec spec, PointGlyphs points)
        {
            var found = spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(points.Special).OfType<char>().ToHashSet();
            if (found.Contains(points.AtLeast))
                yield return $"{points.AtLeast} {texts.Say("至少此数", "at least this")}";
            if (found.Contains(points.AtMost))
                yield return $"{points.AtMost} {texts.Say("至多此数", "at most this")}";
            if (found.Contains(points.About))
                yield return $"{points.About} {texts.Say("约数或区间", "approximate, or an interval")}";
            if (found.Contains(points.Doubtful))
                yield return texts.DoubtKey(points);
        }

        private string DoubtKey(PointGlyphs points) => $"{points.Doubtful} {texts.Say("存疑或可作两解", "suspect or ambiguous")}";

        private string? DotKey(MarkQualifier qualifier, BarGlyphs bars) =>
            qualifier switch
            {
                MarkQualifier.Min => $"{bars.Dot}{bars.Open} {texts.Say("至少此数", "at least this")}",
                MarkQualifier.Max or MarkQualifier.NearBelow => $"{bars.Dot}{bars.Closed}{texts.Say("至多此数", " at most this")}",
                MarkQualifier.Approx => $"{bars.Hollow} {texts.Say("约数", "about this")}",
                MarkQualifier.Range => $"{bars.Dot}{bars.Tie}{bars.Dot} {texts.Say("区间", "interval")}",
                _ => null,
            };

        /// <summary>The ends of parts of a stack.</summary>
        private string? PartKey(MarkQualifier qualifier, BarGlyphs bars) =>
            qualifier switch
            {
                MarkQualifier.Min => $"{bars.Open} {texts.Say("至少此数", "at least this")}",
                MarkQualifier.Max or MarkQualifier.NearBelow => $"{bars.Closed}{texts.Say("至多此数", " at most this")}",
                MarkQualifier.Approx or MarkQualifier.Range =>
                    $"{BarGlyphs.Loose} {texts.Say("约数或区间", "approximate, or an interval")}",
                _ => null,
            };

        private string? BarKey(MarkQualifier qualifier, BarGlyphs bars) =>
            qualifier switch
            {
                MarkQualifier.Min => $"{bars.Open} {texts.Say("至少此数", "at least this")}",
                MarkQualifier.Max or MarkQualifier.NearBelow => $"{bars.Pale}{bars.Closed}{texts.Say("至多此数", " at most this")}",
                MarkQualifier.Approx => $"{bars.About} {texts.Say("约数", "about this")}",
                MarkQualifier.Range => $"{bars.Tie}{bars.Full}{bars.Closed}{texts.Say("区间", " interval")}",
                _ => null,
            };
    }
}
