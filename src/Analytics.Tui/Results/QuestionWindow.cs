using Analytics.Engine.Workspaces;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What is asked for in one line.</summary>
internal enum Question
{
    Condition,
    Search,
    Column,
    Type,
    Name,
}

/// <summary>Asks for a line of text.</summary>
/// <param name="Question">What the line is for.</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="About">For a name, the result that is to have it; for a type, the column.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record QuestionWindow(Question Question, TextField Text, string About = "", string Error = "")
    : LineWindow<ResultState>(Text, Error)
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Question, KeyContext.Always];

    public override Part<ResultState> Accept(Part<ResultState> part)
    {
        var (text, closed) = (Text.Text.Trim(), part with { Window = null });
        if (part.Own.Open is not { } open || text.Length == 0)
            return closed;
        return Question switch
        {
            Question.Condition => OperationActions.Start(closed, open, new FilterRows(text)),
            Question.Search => OperationActions.Search(closed, open, new TextSearch(text)),
            Question.Type => OperationActions.Start(closed, open, new CastColumn(open.Column, text)),
            Question.Column => text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } expression]
                ? OperationActions.Start(closed, open, new DeriveColumn(name, expression))
                : part with
                {
                    Window = this with { Error = part.Texts.ColumnNeedsName },
                },
            _ => part.Own.Entry(About) is { } entry ? part.Doing(new RenameResult(entry.View.Table.Kept, text)) : closed,
        };
    }

    protected override string TitleOf(Texts texts) => texts.Ask(Question, About);

    protected override string Hint(Texts texts) => Question == Question.Name ? texts.NameHint(About) : texts.WholeResult;
}
