namespace Analytics.Figures;

/// <summary>
/// What the curator says of the figures drawn, under the names that their rows have in the chart. What is said of several
/// rows is said once. Charts of many rows give the notes of doubtful figures only, and the number of the others.
/// </summary>
internal static class ChartNotes
{
    /// <summary>Rows up to which the notes of sound figures are given too.</summary>
    private const int MostRows = 6;

    /// <summary>Lines that still inform.</summary>
    private const int MostLines = 6;

    /// <summary>A note, or one clause of it, and the row that it is about.</summary>
    private sealed record Clause(int Row, string Name, string Text);

    /// <summary>An observation with a note, and the row that it is shown in.</summary>
    private sealed record Noted(int Row, string Name, Observation Of);

    /// <summary>What is said of some rows; of all where none is named.</summary>
    private sealed record Remark(IReadOnlyList<string> Names, string Text);

    /// <summary>The lines of notes.</summary>
    /// <param name="rows">In the order in which they are drawn.</param>
    /// <param name="sources">The numbers by which a note can name an article.</param>
    /// <param name="language">Of the chart.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ChartRow> rows, ChartSources sources, Language language)
    {
        var noted = All(rows, language);
        var chosen = noted.Where(n => IsTold(n.Of, rows.Count)).ToArray();
        var clauses = chosen.Select(n => new Clause(n.Row, n.Name, n.Of.Note!.In(language)));
        var lines = Merged([.. clauses], rows.Count(r => r.Figures.Count > 0), language == Language.Zh ? "；" : "; ")
            .Select(m => Line(m.Names, sources.Named(m.Text), language))
            .ToList();
        var left = noted.Except(chosen).Select(n => n.Of.Note).Distinct().Count() + Math.Max(0, lines.Count - MostLines);
        return left == 0 ? lines : [.. lines.Take(MostLines), More(left, language)];
    }

    private static bool IsTold(Observation o, int rows) => o.Status != "normal" || rows <= MostRows;

    /// <summary>Each observation with a note once, named as its row, and by its own figure where the row stands on several.</summary>
    private static Noted[] All(IReadOnlyList<ChartRow> rows, Language language)
    {
        var names = RowNames.Of(rows, language);
        return
        [
            .. PlacedRow
                .All(rows)
                .Where(r => r.Row.Figures.Count > 0)
                .SelectMany(r =>
                    r.Row.Behind.Where(o => o.Note is not null)
                        .Select(o => new Noted(
                            r.Index,
                            r.Row.Behind.Count == 1 ? names[r.Index]
                                : language == Language.Zh ? $"{names[r.Index]}（{o.Shown(language)}）"
                                : $"{names[r.Index]} ({o.Shown(language)})",
                            o
                        ))
                )
                .DistinctBy(n => n.Of.Id),
        ];
    }

    /// <summary>Clauses that several notes share come once, with all their names; the rest of a note stays together.</summary>
    private static IEnumerable<Remark> Merged(Clause[] notes, int rows, string between)
    {
        var clauses = notes.SelectMany(n => n.Text.Split(between).Select(text => new Clause(n.Row, n.Name, text))).ToArray();
        var sharers = clauses.GroupBy(c => c.Text).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(c => c.Name).Distinct()));
        foreach (var group in clauses.DistinctBy(c => c.Text).GroupBy(c => sharers[c.Text]))
        {
            var names = group.Key.Split('\n');
            yield return new Remark(
                names.Length > 1 && names.Length == rows || rows == 1 ? [] : names,
                string.Join(between, group.Select(c => c.Text))
            );
        }
    }

    private static string Line(IReadOnlyList<string> names, string text, Language language) =>
        (names.Count, language) switch
        {
            (0, _) => text,
            (_, Language.Zh) => $"{string.Join('、', names)}：{text}",
            _ => $"{string.Join(", ", names)}: {text}",
        };

    private static string More(int left, Language language) =>
        language == Language.Zh ? $"另有{left}条说明，见数据的 note 列"
        : left == 1 ? "1 more note is in the data, column note_en"
        : $"{left} more notes are in the data, column note_en";
}
