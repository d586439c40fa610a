using Analytics.DuckDb;

namespace Analytics.Engine.Documents;

/// <summary>The cell formats of our workbooks, by their index in <c>xl/styles.xml</c>.</summary>
internal static class XlsxStyles
{
    public const int General = 0,
        Head = 1,
        Text = 2,
        WrappedText = 3,
        Whole = 4,
        Date = 5,
        DateTime = 6,
        Time = 7,
        Link = 8,
        Title = 9;

    /// <summary>Decimals with so many digits behind the point follow, from 1 to <see cref="MostDigits"/>.</summary>
    private const int FirstDecimal = 9;

    /// <summary>Digits that a spreadsheet keeps of a number.</summary>
    public const int MostDigits = 15;

    private const int FirstFormat = 164;
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] OwnFormats = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "hh:mm:ss"];

    /// <summary>The format of a column's cells, where they are numbers.</summary>
    public static int Of(DuckDbType type) =>
        type.Id switch
        {
            DuckDbTypeId.Float or DuckDbTypeId.Double => General,
            DuckDbTypeId.Decimal when type.Scale is > 0 and <= MostDigits => FirstDecimal + type.Scale,
            DuckDbTypeId.Date => Date,
            DuckDbTypeId.Time => Time,
            DuckDbTypeId.Timestamp or DuckDbTypeId.TimestampS or DuckDbTypeId.TimestampMs or DuckDbTypeId.TimestampNs => DateTime,
            _ when type.IsNumeric => Whole,
            _ => Text,
        };

    /// <summary>The whole part. Its fonts are those of an office in China; other programs take what is nearest.</summary>
    public static Markup Part()
    {
        var top = Markup.Raw("<alignment vertical=\"top\"/>");
        var decimals = Enumerable.Range(1, MostDigits).Select(d => "0." + new string('0', d));
        var formats = Markup.Join(
            OwnFormats.Concat(decimals).Index(),
            f => Markup.Of($"<numFmt numFmtId=\"{FirstFormat + f.Index}\" formatCode=\"{f.Item}\"/>")
        );
        var decimalCells = Markup.Join(
            Enumerable.Range(FirstFormat + OwnFormats.Length, MostDigits),
            f =>
                Markup.Of(
                    $"""
                    <xf numFmtId="{f}" fontId="0" fillId="0" borderId="0" xfId="0"
                     applyNumberFormat="1" applyAlignment="1">{top}</xf>
                    """
                )
        );
        return Markup.Of(
            $"""
            <styleSheet xmlns="{Spreadsheet}">
            <numFmts count="{OwnFormats.Length + MostDigits}">{formats}</numFmts>
            <fonts count="4"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font>
            <font><u/><sz val="11"/><color rgb="FF0B5CAD"/><name val="等线"/></font>
            <font><b/><sz val="14"/><name val="等线"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
            <border><left/><right/><top/><bottom style="thin"><color rgb="FF566270"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="{10 + MostDigits}">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{top}</xf>
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1"
             applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"
             applyAlignment="1">{top}</xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">
            <alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0"
             applyNumberFormat="1" applyAlignment="1">{top}</xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"
             applyNumberFormat="1" applyAlignment="1">{top}</xf>
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"
             applyNumberFormat="1" applyAlignment="1">{top}</xf>
            <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0"
             applyNumberFormat="1" applyAlignment="1">{top}</xf>
            <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"
             applyAlignment="1">{top}</xf>
            <xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"
             applyAlignment="1">{top}</xf>
            {decimalCells}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """
        );
    }
}
