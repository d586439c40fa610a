using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Asks for a line of text.</summary>
/// <param name="Question">What the line is for.</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="About">For a name, the result that is to have it.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record QuestionWindow(Question Question, TextField Text, string About = "", string Error = "") : Window;

/// <summary>What is asked for in one line.</summary>
internal enum Question
{
    Condition,
    Search,
    Name,
    ChartTitle,
    ChartReferences,
    ChartNote,
}
