using Analytics.Actions;
using Analytics.Charts;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Results;
using Analytics.Tui.Windows;

namespace Analytics.Tui.Charts;

/// <summary>What a chart asks for in a line of text: its headline, and the values that it is held against.</summary>
static class ChartQuestions
{
    public static ConsoleState Ask(ConsoleState state, OpenResult open, Question question) => open.Chart?.Spec is not { } spec
        ? state.Say(state.Texts.NoChartYet, isError: true)
        : state with
        {
            Window = new QuestionWindow(question, TextField.Of(question == Question.ChartTitle ? spec.Title : string.Join("; ", (open.ChartChoice.References ?? spec.References).Select(ReferenceText.Of)))),
        };

    /// <summary>An empty line gives back the query's headline, or takes all values away.</summary>
    public static ConsoleState Accept(ConsoleState state, OpenResult open, QuestionWindow ask)
    {
        var text = ask.Text.Text.Trim();
        if (ask.Question == Question.ChartTitle)
            return Drawn(state, open, open.ChartChoice with { Title = text.Length > 0 ? text : null });
        return ReferenceText.All(text) is { } references
            ? Drawn(state, open, open.ChartChoice with { References = references })
            : state with { Window = ask with { Error = state.Texts.NoReference } };
    }

    static ConsoleState Drawn(ConsoleState state, OpenResult open, ChartChoice choice) => state with
    {
        Window = null,
        Result = state.Result with { Open = (open with { ChartChoice = choice }).WithStaleChart() },
    };
}
