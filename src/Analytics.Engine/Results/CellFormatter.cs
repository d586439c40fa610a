using System.Text;
using Analytics.DuckDb;

namespace Analytics.Engine.Results;

/// <summary>
/// Turns a value into its canonical text: the engine's own text form, invariant culture, full precision. The only
/// place that does; csv, tsv, markdown and the batch table use it as it is, display options lie over it.
/// </summary>
public static class CellFormatter
{
    /// <summary>Appends the text of a cell that is not NULL.</summary>
    public static void Append(in VectorView column, int row, StringBuilder into) => column.AppendText(row, into);

    /// <summary>Appends the same text as UTF-8.</summary>
    public static void Append(in VectorView column, int row, Utf8Buffer into) => column.AppendText(row, into);
}
