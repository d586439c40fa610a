namespace Analytics.Tui.Shared;

/// <summary>Sizes of panels that the user has chosen; null where the console chooses. They are kept between runs.</summary>
/// <param name="Catalogue">Cells across, with the frame.</param>
/// <param name="Editor">Lines of the editor or form.</param>
internal sealed record PanelSizes(int? Catalogue = null, int? Editor = null);
