using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>What a form says of a text that is none of the values to choose from.</summary>
internal static class RefusedChoices
{
    /// <summary>The form with a message at each field in which such a text was typed.</summary>
    public static Form Told(this Form form, Texts texts) =>
        form with
        {
            Fields =
            [
                .. form.Fields.Select(field =>
                    field is PickFormField { Refused: { } typed, Error: "" } ? field with { Error = texts.NotInList(typed) } : field
                ),
            ],
        };
}
