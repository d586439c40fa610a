using Analytics.Charts;
using Analytics.Figures;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Charts;

/// <summary>What a chart asks for in a line of text.</summary>
internal enum ChartQuestion
{
    Title,
    References,
    Note,
}

/// <summary>Asks for the headline of a chart, the values that it is held against, or the remark beside a mark.</summary>
/// <param name="Question">What the line is for.</param>
/// <param name="Of">The result whose chart it is, as it was when the window was opened.</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="About">For a remark, the name of its mark.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record ChartQuestionWindow(ChartQuestion Question, ChartView Of, TextField Text, string About = "", string Error = "")
    : LineWindow<ChartsState>(Text, Error)
{
    public static Part<ChartsState> Open(Part<ChartsState> part, ChartView open, ChartQuestion question) =>
        open.Chart?.Spec is not { } spec
            ? part.Say(part.Texts.NoChartYet, isError: true)
            : part with
            {
                Window = new ChartQuestionWindow(
                    question,
                    open,
                    TextField.Of(question == ChartQuestion.Title ? spec.Title : string.Join("; ", spec.References.Select(ReferenceText.Of)))
                ),
            };

    /// <summary>Asks for the remark beside the mark under the cursor.</summary>
    public static Part<ChartsState> OpenNote(Part<ChartsState> part, ChartView open) =>
        Noted(open) is not { } noted
            ? part.Say(NoNote(part.Texts, open), isError: true)
            : part with
            {
                Window = new ChartQuestionWindow(ChartQuestion.Note, open, TextField.Of(noted.Text), noted.At),
            };

    public static Part<ChartsState> DeleteNote(Part<ChartsState> part, ChartView open) =>
        Noted(open) is not { } noted ? part.Say(NoNote(part.Texts, open), isError: true)
        : noted.Text.Length == 0 ? part.Say(part.Texts.NoNoteHere)
        : ChartActions.With(part, open.WithChart(WithNote(open, noted.At, ""))).Say(part.Texts.NoteDeleted);

    public override IReadOnlyList<string> Contexts => [KeyContext.Question, KeyContext.Always];

    /// <summary>An empty line gives back the query's headline, or takes the values or the remark away.</summary>
    public override Part<ChartsState> Accept(Part<ChartsState> part)
    {
        var (text, open) = (Text.Text.Trim(), Of with { Own = part.Own.Of(Of.Name) });
        var change = Question switch
        {
            ChartQuestion.Title => open.ChartChoice.Change.With("title", text.Length > 0 ? text : null),
            ChartQuestion.Note => WithNote(open, About, text),
            _ => ReferenceText.All(text) is { } references
                ? open.ChartChoice.Change.With("references", references.Select(ReferenceText.Of))
                : null,
        };
        return change is null
            ? part with
            {
                Window = this with { Error = part.Texts.NoReference },
            }
            : ChartActions.With(part with { Window = null }, open.WithChart(change));
    }

    protected override string TitleOf(Texts texts) => texts.Ask(Question, About);

    protected override string Hint(Texts texts) => texts.AboutQuestion(Question);

    /// <summary>
    /// The mark under the cursor by its name, with its remark, which is empty where it has none; null where there is no mark with a figure.
    /// </summary>
    private static ChartAnnotation? Noted(ChartView open)
    {
        if (
            open is not { Row: { } row, Chart: { Spec: { } spec } chart }
            || row >= spec.Marks.Count
            || spec.Marks[row].Presence != MarkPresence.Figure
        )
        {
            return null;
        }

        var (mark, name) = (spec.Marks[row], AnnotationNames.Of(spec.Marks[row], spec));
        return chart.Placed.LastOrDefault(a => a.At == name || a.IsOf(mark)) ?? (name.Length > 0 ? new ChartAnnotation(name, "") : null);
    }

    private static string NoNote(Texts texts, ChartView open) => open.Chart?.Spec is null ? texts.NoChartYet : texts.NoMarkForNote;

    /// <summary>With a remark at a mark in place of the one before; an empty one takes it away.</summary>
    private static ChartChange WithNote(ChartView open, string at, string text)
    {
        var before = (open.Chart!.Placed).Concat(open.Chart.Lost).ToList();
        var index = before.FindIndex(a => a.At == at);
        if (index >= 0)
            before.RemoveAt(index);
        if (text.Length > 0)
            before.Insert(index >= 0 ? index : before.Count, new ChartAnnotation(at, text));
        return open.ChartChoice.Change.With("annotations", before.Select(AnnotationText.Of));
    }
}
