using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Engine.Export;
using Analytics.Engine.Models;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>A model and a page over a file of the user's, as texts that a person reads and changes: made of the file's columns.</summary>
/// <param name="Name">Of both.</param>
/// <param name="Model">The model's file.</param>
/// <param name="Page">The page's file.</param>
public sealed partial record PageProposal(string Name, string Model, string Page)
{
    /// <summary>The dimension that a column of places is like, where its model is there.</summary>
    private const string PlaceModel = "tongren",
        PlaceDimension = "place";

    /// <summary>Values of a column beyond which nobody chooses one from a list.</summary>
    private const int MostChoices = 60;

    /// <summary>Columns of a matrix.</summary>
    private const int MostAcross = 15;

    /// <summary>Names that are read to find out whether they are places.</summary>
    private const int MostNames = 500;

    private const int MostMeasures = 3;

    /// <summary>Proposes a model and a page.</summary>
    /// <param name="session">Has the product's tables.</param>
    /// <param name="catalog">Where the model of places is.</param>
    /// <param name="path">The file; its ending says what it is.</param>
    /// <param name="called">What model and page are called; null for the file's own name.</param>
    /// <exception cref="UserException">The file is not there, of no known kind, a database, or cannot be read.</exception>
    public static PageProposal Of(AnalyticsSession session, PageCatalog catalog, string path, string? called = null)
    {
        var file = OpenedFile.All([Path.GetFullPath(path)])[0];
        if (file.IsDatabase)
        {
            throw UserException.Usage(
                $"{path}：是数据库，有多张表；请先把要用的表导出为 Parquet 或 CSV。",
                $"{path} is a database with several tables; export the one that you want as Parquet or CSV first."
            );
        }

        if (session.NeedsCopy(file))
        {
            throw UserException.Usage(
                $"{path}：页面要用引擎能直接读的文件；请先另存为 Parquet。",
                $"{path}: a page needs a file that the engine reads by itself; save it as Parquet first."
            );
        }

        session.RegisterTables();
        var columns = Columns(session, catalog, file);
        var name = Plain(called ?? OpenedFile.Stem(file.Path), "mine");
        var proposal = new PageProposal(name, ModelText(name, file, columns), PageText(name, file, columns));
        // What is proposed reads without a fault, or it is a slip of ours that must not reach the user's folder.
        var model = catalog.Models.Read(name, name + ".yaml", proposal.Model);
        _ = model.Get();
        PageReader.Read(name, name + ".yaml", proposal.Page, _ => model).Get();
        return proposal;
    }

    /// <summary>Writes both files into the user's folder.</summary>
    /// <param name="userFolder">Its <c>models</c> and <c>pages</c> are made where they are not there.</param>
    /// <param name="overwrite">Whether files of that name may be replaced.</param>
    /// <returns>The two paths.</returns>
    /// <exception cref="UserException">One is there already, or cannot be written.</exception>
    public IReadOnlyList<string> Write(string userFolder, bool overwrite)
    {
        (string Path, string Text)[] files =
        [
            (Path.Combine(userFolder, "models", Name + ".yaml"), Model),
            (Path.Combine(userFolder, "pages", Name + ".yaml"), Page),
        ];
        foreach (var (path, _) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            OutputFile.Require(path, overwrite);
        }

        foreach (var (path, text) in files)
        {
            OutputFile.Write(
                path,
                overwrite,
                stream =>
                {
                    stream.Write(Encoding.UTF8.GetBytes(text));
                    return 0;
                }
            );
        }

        return [.. files.Select(f => f.Path)];
    }

    /// <summary>What a column is taken for.</summary>
    private enum Role
    {
        /// <summary>Shown in rows alone.</summary>
        None,
        Place,
        Choice,
        Date,
        Sum,
        Mean,
    }

    /// <param name="Name">As the file has it.</param>
    /// <param name="Id">As model and page call it.</param>
    /// <param name="Role">What it is taken for.</param>
    /// <param name="Count">Different values.</param>
    private sealed record Column(string Name, string Id, Role Role, long Count);

    private static List<Column> Columns(AnalyticsSession session, PageCatalog catalog, OpenedFile file)
    {
        using var described = ResultTable.Read(session.Run($"DESCRIBE FROM {file.ReadSql}"));
        var places = Places(session, catalog);
        var columns = new List<Column>();
        for (var row = 0; row < described.RowCount; row++)
        {
            var (name, type) = (described.Text(row, 0)!, described.Text(row, 1)!);
            var id = Free(Plain(Unit().Replace(name, ""), $"c{row + 1}"), columns);
            var (count, dates, values) = Facts(session, file, name);
            columns.Add(new Column(name, id, RoleOf(name, type, count, dates, values), count));
            if (
                columns[^1].Role is Role.Choice or Role.None
                && type == "VARCHAR"
                && places is not null
                && ArePlaces(session, file, name, places)
            )
            {
                columns[^1] = columns[^1] with { Role = Role.Place };
            }
        }

        return columns;
    }

    /// <summary>Names of places; null where their model is not there.</summary>
    private static AliasIndex? Places(AnalyticsSession session, PageCatalog catalog)
    {
        if (!catalog.Models.Names().Contains(PlaceModel) || catalog.Models.Read(PlaceModel).Value is not { } model)
            return null;
        return model.FieldOf(PlaceDimension) is { Dimension: TreeDimension } field
            ? new MemberReader(session, model).Tree(field).Aliases
            : null;
    }

    private static (long Count, long Dates, long Values) Facts(AnalyticsSession session, OpenedFile file, string column)
    {
        var name = SqlText.Identifier(column);
        using var facts = ResultTable.Read(
            session.Run(
                $"SELECT count(DISTINCT {name}), count(try_cast(CAST({name} AS VARCHAR) AS DATE)), count({name}) FROM {file.ReadSql}"
            )
        );
        return ((long)facts.Number(0, 0)!.Value, (long)facts.Number(0, 1)!.Value, (long)facts.Number(0, 2)!.Value);
    }

    private static Role RoleOf(string name, string type, long count, long dates, long values)
    {
        if (values == 0)
            return Role.None;
        if (type is "DATE" || type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || (type == "VARCHAR" && dates >= values * 0.9))
            return Role.Date;
        if (type is "VARCHAR" or "BOOLEAN" || (IsNumeric(type) && Codes().IsMatch(name)))
            return count is > 1 and <= MostChoices ? Role.Choice : Role.None;
        return !IsNumeric(type) ? Role.None
            : Rates().IsMatch(name) ? Role.Mean
            : Role.Sum;
    }

    private static bool IsNumeric(string type) =>
        type is "BIGINT" or "INTEGER" or "SMALLINT" or "TINYINT" or "HUGEINT" or "UBIGINT" or "UINTEGER" or "FLOAT" or "DOUBLE"
        || type.StartsWith("DECIMAL", StringComparison.Ordinal);

    /// <summary>Numbers that only tell things apart.</summary>
    [GeneratedRegex(
        "^年$|年份$|^月$|月份$|编号|编码|代码|序号|电话|邮编|^id$|_id$|^no\\.?$|code|year|month|zip|phone",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Codes();

    /// <summary>Numbers whose sum means nothing.</summary>
    [GeneratedRegex(
        "率|均|单价|价格|占比|比例|比重|百分|指数|得分|年龄|%|％|price|rate|ratio|share|percent|mean|average|avg|(^|_)age($|_)|score",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Rates();

    /// <summary>Whether most names in a column are found among places.</summary>
    private static bool ArePlaces(AnalyticsSession session, OpenedFile file, string column, AliasIndex places)
    {
        var name = SqlText.Identifier(column);
        using var names = ResultTable.Read(
            session.Run($"SELECT DISTINCT {name} FROM {file.ReadSql} WHERE {name} IS NOT NULL ORDER BY 1 LIMIT {MostNames}")
        );
        var found = Enumerable.Range(0, (int)names.RowCount).Count(row => places.Find(names.Text(row, 0)!) is AliasMatch.One);
        return found * 2 > names.RowCount;
    }

    private static string ModelText(string name, OpenedFile file, List<Column> columns)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# 由 {Path.GetFileName(file.Path)} 的列拟出，请按需修改。 Made of the file's columns; change what you like.\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"model: {Quoted(name)}\nsource: {{file: {Quoted(file.Path)}}}\n");
        var dimensions = columns.Where(c => c.Role is Role.Place or Role.Choice or Role.Date).ToArray();
        text.Append(dimensions.Length == 0 ? "dimensions: {}\n" : "dimensions:\n");
        foreach (var column in dimensions)
        {
            var rest = column.Role switch
            {
                Role.Place => $", like: {PlaceModel}.{PlaceDimension}",
                Role.Date => ", levels: [year, quarter, month]",
                _ => "",
            };
            text.Append($"  {Quoted(column.Id)}: {{label: {Label(column)}, column: {Quoted(column.Name)}{rest}}}\n");
        }

        text.Append("measures:\n  n: {label: {zh: 行数, en: rows}, expr: count(*)}\n");
        foreach (var column in columns.Where(c => c.Role is Role.Sum or Role.Mean))
        {
            var sql = $"{(column.Role == Role.Sum ? "sum" : "avg")}({SqlText.Identifier(column.Name)})";
            var unit = Unit().Match(column.Name) is { Success: true } found ? $", unit: {Quoted(found.Groups[1].Value)}" : "";
            text.Append($"  {Quoted(column.Id)}: {{label: {Label(column)}, expr: {Quoted(sql)}{unit}}}\n");
        }

        return text.ToString();
    }

    /// <summary>A unit in brackets at the end of a name.</summary>
    [GeneratedRegex("[（(]([^（()）]{1,8})[）)]\\s*$")]
    private static partial Regex Unit();

    private static string Label(Column column)
    {
        var label = Unit().Replace(column.Name, "").Trim();
        if (label.Length == 0)
            label = column.Id;
        return column.Role == Role.Mean ? $"{{zh: {Quoted($"{label}（平均）")}, en: {Quoted($"{label} (mean)")}}}" : Quoted(label);
    }

    private static string PageText(string name, OpenedFile file, List<Column> columns)
    {
        Column[] choices = [.. columns.Where(c => c.Role == Role.Place).Concat(columns.Where(c => c.Role == Role.Choice))];
        var date = columns.FirstOrDefault(c => c.Role == Role.Date);
        Column[] measures = [.. columns.Where(c => c.Role == Role.Sum).Concat(columns.Where(c => c.Role == Role.Mean)).Take(MostMeasures)];
        var value = measures.FirstOrDefault(m => m.Role == Role.Sum)?.Id ?? "n";
        var across = choices.Skip(1).FirstOrDefault(c => c.Count <= MostAcross);
        var cards = new[] { "n" }.Concat(measures.Select(m => m.Id)).ToArray();
        var visuals = new List<(string Name, string Text)>();
        foreach (var (i, card) in cards.Index())
            visuals.Add(($"card{i + 1}", $"{{kind: card, value: {Quoted(card)}, share: true}}"));
        if (choices.Length > 0)
        {
            visuals.Add(("bars", $"{{kind: bar, x: {Quoted(choices[0].Id)}, value: {Quoted(value)}, sort: desc, top: 15, others: true}}"));
        }
        if (across is not null)
        {
            visuals.Add(
                (
                    "matrix",
                    $"{{kind: matrix, rows: {Quoted(choices[0].Id)}, cols: {Quoted(across.Id)}, value: {Quoted(value)}, "
                        + "total: row, shade: common}"
                )
            );
        }
        if (date is not null)
        {
            visuals.Add(
                ("months", $"{{kind: line, x: {Quoted(date.Id + ".month")}, value: {Quoted(value)}, series: {Quoted(date.Id + ".year")}}}")
            );
        }
        visuals.Add(("data", DataText(choices.Any(c => c.Role == Role.Place))));
        visuals.Add(("rows", "{kind: table, title: {zh: 明细, en: Rows}, source: rows, top: 500}"));
        var text = new StringBuilder($"page: {Quoted(name)}\nmodel: {Quoted(name)}\ntitle: {Quoted(OpenedFile.Stem(file.Path))}\n");
        text.Append(SlicersText(choices, date));
        text.Append(LayoutText(cards.Length, visuals.Select(v => v.Name).ToHashSet()));
        text.Append("visuals:\n");
        foreach (var (visual, spec) in visuals)
            text.Append(CultureInfo.InvariantCulture, $"  {visual}: {spec}\n");
        return text.ToString();
    }

    /// <summary>What file it is, and how many of its places were found: those that were not stay members of their own.</summary>
    private static string DataText(bool hasPlaces)
    {
        var (zh, en) = hasPlaces
            ? ("{file} {rows} 行\n{matched}/{members} 个地名对上", "{file}: {rows} rows\n{matched}/{members} places found")
            : ("{file} {rows} 行", "{file}: {rows} rows");
        return $"{{kind: text, title: {{zh: 数据, en: Data}}, text: {{zh: {Quoted(zh)}, en: {Quoted(en)}}}}}";
    }

    private static string SlicersText(Column[] choices, Column? date)
    {
        var slicers = choices.Take(4).Select(c => (c.Id, Field: c.Id)).ToList();
        if (date is not null)
            slicers.Insert(0, ("year", date.Id + ".year"));
        return slicers.Count == 0
            ? ""
            : "slicers:\n" + string.Concat(slicers.Select(s => $"  {Quoted(s.Id)}: {{dimension: {Quoted(s.Field)}, multi: true}}\n"));
    }

    private static string LayoutText(int cards, HashSet<string> visuals)
    {
        var top = string.Join(' ', Enumerable.Range(1, cards).Select(i => $"card{i}").Append("data*2"));
        var middle = string.Join(' ', new[] { "bars", "matrix" }.Where(visuals.Contains));
        var months = visuals.Contains("months");
        string[] small = middle.Length > 0 ? [$"{top} 4", $"{middle} *"] : [$"{top} 4", $"{(months ? "months" : "rows")} *"];
        var medium = new List<string> { $"{top} 4" };
        if (middle.Length > 0)
            medium.Add($"{middle} 12");
        if (months)
            medium.Add($"months {(middle.Length > 0 ? 9 : 16)}");
        medium.Add("rows *");
        return $"layout:\n  small: [{string.Join(", ", small.Select(Quoted))}]\n  medium: [{string.Join(", ", medium.Select(Quoted))}]\n";
    }

    /// <summary>A name without what YAML, files or layouts read otherwise; another where nothing is left.</summary>
    private static string Plain(string text, string other)
    {
        var plain = NotPlain().Replace(text, "_").Trim('_');
        return plain.Length == 0 || !char.IsLetter(plain[0]) ? other : plain;
    }

    [GeneratedRegex("[^\\w]+")]
    private static partial Regex NotPlain();

    private static string Free(string name, List<Column> taken)
    {
        var free = name is "n" or "year" ? name + "_1" : name;
        for (var number = 2; taken.Any(c => string.Equals(c.Id, free, StringComparison.OrdinalIgnoreCase)); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return free;
    }

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsLetter(c) || c is '_') ? text : $"\"{Escaped(text)}\"";

    /// <summary>What a text in double quotes of YAML writes with a backslash.</summary>
    private static string Escaped(string text)
    {
        (string Plain, string Written)[] letters = [("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")];
        return letters.Aggregate(text, (t, letter) => t.Replace(letter.Plain, letter.Written, StringComparison.Ordinal));
    }
}
