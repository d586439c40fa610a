using Analytics.Charts;
using Analytics.Figures;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>What a chart asks for in a line of text: its headline, and the values that it is held against.</summary>
internal static class ChartQuestions
{
    public static ConsoleState Ask(ConsoleState state, OpenResult open, Question question) =>
        open.Chart?.Spec is not { } spec
            ? state.Say(state.Texts.NoChartYet, isError: true)
            : state with
            {
                Window = new QuestionWindow(
                    question,
                    TextField.Of(question == Question.ChartTitle ? spec.Title : string.Join("; ", spec.References.Select(ReferenceText.Of)))
                ),
            };

    /// <summary>Asks for the remark beside the mark under the cursor.</summary>
    public static ConsoleState AskNote(ConsoleState state, OpenResult open) =>
        Noted(open) is not { } noted
            ? state.Say(NoNote(state, open), isError: true)
            : state with
            {
                Window = new QuestionWindow(Question.ChartNote, TextField.Of(noted.Text), noted.At),
            };

    public static ConsoleState DeleteNote(ConsoleState state, OpenResult open) =>
        Noted(open) is not { } noted ? state.Say(NoNote(state, open), isError: true)
        : noted.Text.Length == 0 ? state.Say(state.Texts.NoNoteHere)
        : Drawn(state, open, WithNote(open, noted.At, "")).Say(state.Texts.NoteDeleted);

    /// <summary>An empty line gives back the query's headline, or takes the values or the remark away.</summary>
    public static ConsoleState Accept(ConsoleState state, OpenResult open, QuestionWindow ask)
    {
        var (text, change) = (ask.Text.Text.Trim(), open.ChartChoice.Change);
        return ask.Question switch
        {
            Question.ChartTitle => Drawn(state, open, change.With("title", text.Length > 0 ? text : null)),
            Question.ChartNote => Drawn(state, open, WithNote(open, ask.About, text)),
            _ => ReferenceText.All(text) is { } references
                ? Drawn(state, open, change.With("references", references.Select(ReferenceText.Of)))
                : state with
                {
                    Window = ask with { Error = state.Texts.NoReference },
                },
        };
    }

    /// <summary>
    /// The mark under the cursor by its name, with its remark, which is empty where it has none; null where there is no mark with a figure.
    /// </summary>
    private static ChartAnnotation? Noted(OpenResult open)
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

    private static string NoNote(ConsoleState state, OpenResult open) =>
        open.Chart?.Spec is null ? state.Texts.NoChartYet : state.Texts.NoMarkForNote;

    /// <summary>With a remark at a mark in place of the one before; an empty one takes it away.</summary>
    private static ChartChange WithNote(OpenResult open, string at, string text)
    {
        var before = (open.Chart!.Placed).Concat(open.Chart.Lost).ToList();
        var index = before.FindIndex(a => a.At == at);
        if (index >= 0)
            before.RemoveAt(index);
        if (text.Length > 0)
            before.Insert(index >= 0 ? index : before.Count, new ChartAnnotation(at, text));
        return open.ChartChoice.Change.With("annotations", before.Select(AnnotationText.Of));
    }

    private static ConsoleState Drawn(ConsoleState state, OpenResult open, ChartChange change) =>
        state with
        {
            Window = null,
            Result = state.Result with { Open = open.WithChart(change) },
        };
}
