using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editing;

/// <summary>The panel for what is to be run: the SQL editor, or the parameters of a canned query.</summary>
/// <param name="Editor">The SQL; it is kept while a form is shown.</param>
/// <param name="Form">The parameters of the canned query opened last; null if none was.</param>
/// <param name="ShowsForm">Which of the two is shown.</param>
sealed record QueryPanelState(TextEditor Editor, ParameterForm? Form, bool ShowsForm)
{
    public static readonly QueryPanelState Empty = new(TextEditor.Empty, null, false);

    /// <summary>The form, if it is what is shown.</summary>
    public ParameterForm? ShownForm => ShowsForm ? Form : null;
}
