using System.Text;

namespace Analytics.Engine.Files;

/// <summary>
/// Writes rows as CSV (RFC 4180) that the engine reads with everything stated: texts in quotes, blanks as nothing. Owns its buffer, not the
/// stream.
/// </summary>
internal sealed class GridWriter(Stream to) : IDisposable
{
    private readonly StreamWriter _writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true)
    {
        NewLine = "\n",
    };

    private bool _isFirst = true;

    public void Number(long number)
    {
        Separate();
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        _writer.Write(digits[..length]);
    }

    public void Cell(GridCell cell)
    {
        Separate();
        if (cell.Kind is CellKind.Blank or CellKind.Error or CellKind.Uncalculated)
            return;
        if (cell.Kind == CellKind.Text)
            Quoted(cell.Text);
        else
            _writer.Write(cell.Text);
    }

    public void EndRow()
    {
        _writer.Write('\n');
        _isFirst = true;
    }

    public void Dispose() => _writer.Dispose();

    private void Separate()
    {
        if (!_isFirst)
            _writer.Write(',');
        _isFirst = false;
    }

    private void Quoted(string text)
    {
        _writer.Write('"');
        _writer.Write(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
        _writer.Write('"');
    }
}
