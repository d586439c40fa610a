using Analytics.Charts;
using Analytics.Engine.Documents;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Reports;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>The pages of a report: each visual a part of its own.</summary>
public sealed partial class ReportMaker
{
    private MadeQuery AddPage(ReportItem.Page item, MadeQuery asked)
    {
        var page = PageCatalog.Of(home).Read(item.Name).Get();
        var model = OpenModel.Open(session, page.Model);
        var settings = item.Settings.Select(s => new Setting(PageSettings.Parameter, $"{s.Key}={Own(s.Value)}")).ToArray();
        var state = PageSettings.Parse(page, model.Members, settings);
        var document = PageDocument.Make(session, model, page, state, language, only: null, cancellation);
        _parts.Add(new DocumentPart("", document.Title) { Level = HasHeading ? 2 : 1, Paragraphs = [new(PageText.FilterLine(document))] });
        foreach (var block in document.Visuals)
            _parts.Add(PartOf(document, block));
        string[] ids = [.. document.Visuals.SelectMany(Evidence).SelectMany(e => e).Distinct().Order(StringComparer.Ordinal)];
        return asked with { Rows = document.Visuals.Sum(v => (long)v.Rows.Count), ObservationIds = ids };

        string Own(string value) => value is ['$', .. var name] ? _values.GetValueOrDefault(name) ?? "" : value;
    }

    private DocumentPart PartOf(PageDocument page, PageBlock block)
    {
        var part = new DocumentPart($"{page.Page.Name} {block.Name}", block.Title)
        {
            Level = 2,
            Paragraphs = [.. block.Lines.Select(l => new DocumentParagraph(l))],
            Figure = PageSheet.PictureOf(page, block) is { } sheet ? FigureOf(block, sheet) : null,
            Notes = _ => block.Notes,
        };
        if (block.Rows.Count == 0)
            return part;
        var table = Listing.OfTexts(block.Head, block.Rows).Table();
        _rows.Add(table);
        var numbers = Evidence(block).Select(ids => _sentences.Of([.. ids])).ToArray();
        return part with
        {
            Table = new DocumentTable(table.Columns, table.Pieces)
            {
                Caption = block.Title,
                Sources = numbers.Any(n => n.Count > 0) ? row => numbers[row] : null,
            },
        };
    }

    /// <summary>The observations of each row.</summary>
    private static IEnumerable<IReadOnlyCollection<string>> Evidence(PageBlock block) =>
        block.Result.Content switch
        {
            VisualContent.Table table => table.Rows.Select(r => (IReadOnlyCollection<string>)r.Evidence),
            VisualContent.Sentences sentences => sentences.Rows.Select(r => (IReadOnlyCollection<string>)[r.Id]),
            VisualContent.Groups groups => groups.Rows.Select(r => r.Cells.SelectMany(c => c.Evidence).ToHashSet()),
            _ => block.Rows.Select(_ => (IReadOnlyCollection<string>)[]),
        };

    private static DocumentFigure FigureOf(PageBlock block, Sheet sheet) =>
        new(block.Title, block.Title, _ => SheetFile.Render(sheet, ChartFormat.Svg), () => SheetFile.Render(sheet, ChartFormat.Png));
}
