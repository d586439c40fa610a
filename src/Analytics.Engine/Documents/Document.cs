using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;

namespace Analytics.Engine.Documents;

/// <summary>
/// What people read of results, whatever the format: parts with words, a figure and a table each, and the sentences that the figures stand
/// in, numbered over the whole document. Tables are read once, while they are written.
/// </summary>
/// <param name="Title">On top.</param>
/// <param name="Language">Of all words that are not data.</param>
/// <param name="Parts">In their order.</param>
public sealed record Document(string Title, Language Language, IReadOnlyList<DocumentPart> Parts)
{
    /// <summary>What stands under the title.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>In the order of their numbers, from 1.</summary>
    public IReadOnlyList<DocumentSource> Sources { get; init; } = [];

    /// <summary>How the document was made: label and text.</summary>
    public IReadOnlyList<(string Label, string Text)> About { get; init; } = [];

    /// <summary>
    /// Takes a picture that lies beside the document, by the end of its name, and tells the whole name; null where there is no place for
    /// pictures.
    /// </summary>
    public Func<string, byte[], string>? Picture { get; init; }

    /// <summary>The text of this document's language.</summary>
    internal string Say(string zh, string en) => Language == Language.Zh ? zh : en;
}

/// <summary>A part of a document.</summary>
/// <param name="Name">Names its sheet and its anchor.</param>
/// <param name="Title">Its heading; empty for none.</param>
public sealed record DocumentPart(string Name, string Title)
{
    /// <summary>1 under the title, 2 under the last part of level 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Paragraphs before figure and table.</summary>
    public IReadOnlyList<DocumentParagraph> Paragraphs { get; init; } = [];

    public DocumentFigure? Figure { get; init; }

    public DocumentTable? Table { get; init; }

    /// <summary>Lines below, by how many rows the table had; asked once, when it is written.</summary>
    public Func<long, IReadOnlyList<string>> Notes { get; init; } = _ => [];
}

/// <summary>Which kind of text a paragraph is.</summary>
public enum ParagraphKind
{
    Plain,

    /// <summary>The sentence that says how figures compare.</summary>
    Verdict,

    /// <summary>That the part could not be made, and why.</summary>
    Failure,
}

/// <summary>A paragraph.</summary>
public sealed record DocumentParagraph(string Text, ParagraphKind Kind = ParagraphKind.Plain)
{
    /// <summary>Numbers of the sources that it stands on.</summary>
    public IReadOnlyList<int> Sources { get; init; } = [];
}

/// <summary>A picture of a document, as text and as pixels.</summary>
/// <param name="Caption">What it shows, without its number.</param>
/// <param name="Description">The same for who does not see it.</param>
/// <param name="Svg">On light ground, or on dark.</param>
/// <param name="Png">On light ground.</param>
public sealed record DocumentFigure(string Caption, string Description, Func<bool, byte[]> Svg, Func<byte[]> Png);

/// <summary>A sentence that figures stand in.</summary>
/// <param name="Article">Title of its article.</param>
/// <param name="Place">Where the article is about; may be empty.</param>
/// <param name="File">The source file.</param>
/// <param name="Line">1-based, in the file.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Quotes">The words in it that carry figures.</param>
/// <param name="ObservationIds">Of the figures.</param>
public sealed record DocumentSource(
    string Article,
    string Place,
    string File,
    long Line,
    string Sentence,
    IReadOnlyList<string> Quotes,
    IReadOnlyList<string> ObservationIds
)
{
    /// <summary>The sentence in pieces; those that carry figures are marked.</summary>
    public IEnumerable<(string Text, bool IsMarked)> Pieces()
    {
        var marked = new bool[Sentence.Length];
        foreach (var quote in Quotes)
        {
            var at = Sentence.IndexOf(quote, StringComparison.Ordinal);
            if (at >= 0)
                Array.Fill(marked, true, at, quote.Length);
        }

        var from = 0;
        while (from < Sentence.Length)
        {
            var to = from;
            while (to < Sentence.Length && marked[to] == marked[from])
                to++;
            yield return (Sentence[from..to], marked[from]);
            from = to;
        }
    }
}

/// <summary>A table of a document over rows in the engine's chunks. Owns nothing; its rows can be read once.</summary>
/// <param name="Columns">Under their headings.</param>
/// <param name="Chunks">The rows.</param>
public sealed record DocumentTable(IReadOnlyList<ResultColumn> Columns, IEnumerable<ChunkRows> Chunks)
{
    /// <summary>What it is called, without its number.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The columns for readers, 0-based; a workbook has the others folded away. Null: all.</summary>
    public IReadOnlyList<int>? Shown { get; init; }

    /// <summary>Numbers of the sources of a row, 0-based; null where rows have none.</summary>
    public Func<long, IReadOnlyList<int>>? Sources { get; init; }

    /// <summary>
    /// By column, what is to stand beside a row's number in a workbook: the figure as it reads, so that nobody takes a bound for a figure.
    /// </summary>
    public IReadOnlyDictionary<int, Func<long, string>> Beside { get; init; } = new Dictionary<int, Func<long, string>>();

    /// <summary>A text or number of a column as people read it.</summary>
    public Func<int, string, string>? Words { get; init; }

    /// <summary>What stands for NULL.</summary>
    public string Null { get; init; } = "–";

    /// <summary>The rows as texts, of the columns for readers. Disposes each chunk.</summary>
    public IEnumerable<DocumentRow> Rows()
    {
        var columns = Shown ?? [.. Enumerable.Range(0, Columns.Count)];
        long number = 0;
        foreach (var rows in Chunks)
        {
            using (rows)
            {
                for (var row = 0; row < rows.Count; row++, number++)
                    yield return new([.. columns.Select(c => Cell(rows.Chunk, row, c))], Sources?.Invoke(number) ?? []);
            }
        }
    }

    /// <summary>The columns for readers.</summary>
    public IReadOnlyList<ResultColumn> ShownColumns => Shown is null ? Columns : [.. Shown.Select(c => Columns[c])];

    private DocumentCell Cell(DataChunk chunk, int row, int column)
    {
        var view = chunk.Column(column);
        if (view.IsNull(row))
            return new("", Null, IsNull: true);
        var text = new StringBuilder();
        CellFormatter.Append(view, row, text);
        var value = text.ToString();
        var isReadable = Words is not null && (view.Type.Id == DuckDbTypeId.Varchar || view.Type.IsNumeric);
        return new(value, isReadable ? Words!(column, value) : value);
    }
}

/// <summary>A row as texts.</summary>
/// <param name="Cells">Of the columns for readers.</param>
/// <param name="Sources">Numbers of its sources.</param>
public sealed record DocumentRow(IReadOnlyList<DocumentCell> Cells, IReadOnlyList<int> Sources);

/// <summary>A cell as text.</summary>
/// <param name="Value">The canonical text; empty for NULL.</param>
/// <param name="Shown">As people read it.</param>
/// <param name="IsNull">Whether there is no value.</param>
public readonly record struct DocumentCell(string Value, string Shown, bool IsNull = false);
