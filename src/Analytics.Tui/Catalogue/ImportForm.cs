using System.Globalization;
using Analytics.Engine.Files;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>What is asked of a file: which part of it, how it is read, and whether it is cleaned.</summary>
/// <param name="Path">Absolute; the part of a workbook follows after a #.</param>
/// <param name="Choices">What the user states.</param>
/// <param name="Name">Of the table, where it is cleaned, since its SQL is called so; null where it is not.</param>
/// <param name="IsCleaned">Whether it is cleaned.</param>
internal sealed record FileAsked(string Path, FileChoices Choices, string? Name = null, bool IsCleaned = false);

/// <summary>The form of what a file is read with: a field for each choice that its kind has.</summary>
internal static class ImportForm
{
    public const string Name = "name",
        Sheet = "sheet",
        Range = "range",
        Encoding = "encoding",
        Separator = "separator",
        Skipped = "skipped",
        Header = "header",
        Clean = "clean";

    private const string Cleaned = "clean",
        Lossy = "lossy",
        Tab = "tab";

    private static readonly string[] Encodings = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252"];

    private static readonly string[] Separators = [",", ";", Tab, "|"];

    /// <summary>The form for a file with what was found of it.</summary>
    public static Form Of(FileInspection file, TextField name, Texts texts) => Form.Of(Fields(file, name, texts));

    /// <summary>The form with what was found now, where nothing is stated.</summary>
    public static Form Found(Form form, FileInspection file, Texts texts)
    {
        var fields = Fields(file, TextField.Empty, texts).ToDictionary(f => f.Id);
        return form with
        {
            Fields =
            [
                .. form.Fields.Select(field =>
                    field switch
                    {
                        PickFormField { Choice.Value: null } pick when fields.GetValueOrDefault(field.Id) is PickFormField now => pick with
                        {
                            Options = now.Options,
                        },
                        TextFormField { Id: Skipped, Input.Text: "" } text when fields.GetValueOrDefault(field.Id) is TextFormField now =>
                            text with
                            {
                                Placeholder = now.Placeholder,
                            },
                        _ => field,
                    }
                ),
            ],
        };
    }

    /// <summary>What the form asks for.</summary>
    /// <param name="form">Its number of lines is one.</param>
    /// <param name="path">Of the file, without a part.</param>
    public static FileAsked Asked(Form form, string path)
    {
        var (sheet, range, clean) = (Value(form, Sheet), Value(form, Range), Value(form, Clean));
        var choices = new FileChoices
        {
            Encoding = Value(form, Encoding),
            Separator = Value(form, Separator),
            SkippedLines = Number(form, Skipped),
            HeaderRows = Number(form, Header),
            IsLossy = clean == Lossy,
        };
        var part = string.Join('!', new[] { sheet, range }.OfType<string>());
        var name = clean is null ? null : form[Name].Value.Trim();
        return new FileAsked(part.Length > 0 ? $"{path}#{part}" : path, choices, name, clean is not null);
    }

    /// <summary>The form with a word beside what is no number of lines; null where there is none.</summary>
    public static Form? Refused(Form form, Texts texts) =>
        Value(form, Skipped) is not null && Number(form, Skipped) is null
            ? form.With(form[Skipped] with { Error = texts.LinesNeeded }).FocusOn(form.Fields.IndexOf(form[Skipped]))
            : null;

    private static IEnumerable<FormField> Fields(FileInspection file, TextField name, Texts texts)
    {
        yield return new TextFormField(Name, file.Kind == FileKind.Database ? texts.DatabaseName : texts.TableName, name);
        if (file.Kind == FileKind.Sheet)
        {
            var (sheet, range) = Part(file);
            yield return new PickFormField(Sheet, texts.Sheet, [new(null, texts.FirstSheet), .. Sheets(file, texts)], 0).Choose(sheet);
            yield return new TextFormField(Range, texts.Cells, TextField.Of(range), texts.AllCells);
        }

        if (file.Kind is FileKind.Csv or FileKind.Json)
            yield return Pick(Encoding, texts.Encoding, file.Found.Encoding, Encodings.Select(e => new PickOption(e, e)));
        if (file.Kind == FileKind.Csv)
        {
            var found = file.Found.Separator is { } sign ? texts.SeparatorName(sign) : null;
            yield return Pick(Separator, texts.Separator, found, Separators.Select(s => new PickOption(s, texts.SeparatorName(s))));
        }

        if (file.Kind is not (FileKind.Csv or FileKind.Sheet))
            yield break;
        yield return new TextFormField(
            Skipped,
            texts.SkippedLines,
            TextField.Empty,
            file.Found.SkippedLines is { } lines ? texts.FoundSo($"{lines}") : ""
        );
        var rows = file.Found.HeaderRows is { } header ? texts.HeaderName(header) : null;
        yield return Pick(
            Header,
            texts.HeaderRows,
            rows,
            Enumerable.Range(0, 3).Select(n => new PickOption(n.ToString(CultureInfo.InvariantCulture), texts.HeaderName(n)))
        );
        yield return new PickFormField(
            Clean,
            texts.Clean,
            [new(null, texts.AsItIs), new(Cleaned, texts.CleanedSafely), new(Lossy, texts.CleanedLossy)],
            file.Cleaning is null ? 0 : 1
        );

        PickFormField Pick(string id, string label, string? found, IEnumerable<PickOption> options) =>
            new(id, label, [new(null, found is null ? texts.FoundOut : texts.FoundSo(found)), .. options], 0);
    }

    private static IEnumerable<PickOption> Sheets(FileInspection file, Texts texts) =>
        file.Sheets.Select(s => new PickOption(s.Name, s.IsHidden ? texts.HiddenSheet(s.Name) : s.Name));

    private static (string? Sheet, string Range) Part(FileInspection file)
    {
        if (file.Part.Length == 0 || file.Sheets.Any(s => s.Name == file.Part))
            return (file.Part.Length == 0 ? null : file.Part, "");
        var at = file.Part.LastIndexOf('!');
        return at < 0 ? (null, file.Part) : (file.Part[..at].Trim('\''), file.Part[(at + 1)..]);
    }

    /// <summary>What a field states; null for nothing, and for a field that this kind of file does not have.</summary>
    private static string? Value(Form form, string id) =>
        form.Fields.FirstOrDefault(f => f.Id == id)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static int? Number(Form form, string id) =>
        int.TryParse(Value(form, id), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
