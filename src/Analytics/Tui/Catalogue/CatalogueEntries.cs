namespace Analytics.Tui.Catalogue;

/// <summary>A table or view that SQL can name.</summary>
/// <param name="Name">The name as SQL needs it, quoted and qualified where necessary.</param>
/// <param name="IsOpened">Whether it comes from a file of <c>--open</c>.</param>
/// <param name="Rows">Rows it has; null where counting would take long.</param>
sealed record TableEntry(string Name, bool IsView, bool IsOpened, long? Rows, IReadOnlyList<ColumnEntry> Columns);

/// <summary>A column and its type in SQL.</summary>
sealed record ColumnEntry(string Name, string Type);

/// <summary>What the library holds, counted from its tables.</summary>
/// <param name="NoSourceZh">Counties without any article, in Chinese, joined.</param>
/// <param name="NoSourceEn">The same in English.</param>
sealed record LibraryFacts(long Figures, long Counties, long Articles, long Sources, string NoSourceZh, string NoSourceEn);
