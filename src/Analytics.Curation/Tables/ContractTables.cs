namespace Analytics.Curation;

/// <summary>The tables that a build makes, in the order in which they refer to each other. Names and columns are a contract.</summary>
internal static class ContractTables
{
    private static readonly TableSchema<SourceText> Source = new TableBuilder<SourceText>(
        "source",
        "来源原文，逐字照录。",
        "The source texts, verbatim."
    )
        .Key("source_file", s => s.File, "seeds/ 中的文件名。", "File name within seeds/.")
        .Key("sha256", s => s.Sha256, "文件字节的 SHA-256，小写十六进制。", "SHA-256 of the file's bytes, lower-case hexadecimal.")
        .Key("text", s => s.Text, "按 UTF-8 解码的全文，一字节不差。", "The file decoded from UTF-8, byte for byte.")
        .Position("line_count", s => s.LineCount, "行数。", "Number of lines.")
        .Position("char_count", s => s.CodePoint(s.Text.Length), "码点（字符）数。", "Number of code points.")
        .Build("source_file", "source_file");

    private static readonly TableSchema<PlaceRow> Place = new TableBuilder<PlaceRow>(
        "place",
        "地点：地市 > 县 > 乡镇 > 村 > 小区。",
        "Places: prefecture > county > township > village > compound."
    )
        .Key("place_id", p => p.PlaceId, "可读的编号，自县起用点分级。", "Readable id, dotted from county down.")
        .Text(
            "gb_code",
            p => p.GbCode,
            "县的 GB/T 2260 代码（6 位），乡镇的统计代码（9 位）。",
            "GB/T 2260 code of a county (6 digits), statistical code of a township (9 digits)."
        )
        .Key("name_zh", p => p.NameZh, "正式全称。", "Full official name.")
        .Key("name_en", p => p.NameEn, "英文名。", "English name.")
        .Key("pinyin", p => p.Pinyin, "带声调的拼音。", "Name in pinyin with tone marks.")
        .Choice("level", p => p.Level, "层级；社区按村级计。", "Level; a community (社区) is village level.", Vocabulary.PlaceLevel)
        .Text("parent_id", p => p.ParentId, "已知的上一级地点。", "The next wider place that is known.")
        .Text(
            "county_id",
            p => p.CountyId,
            "本身所是或所在的县；地市为 NULL。",
            "The county that it is or lies in; NULL for the prefecture."
        )
        .References("parent_id", "place", "place_id")
        .References("county_id", "place", "place_id")
        .Build("place_id", "place_id");

    private static readonly TableSchema<AliasRow> Alias = new TableBuilder<AliasRow>(
        "alias",
        "地名的各种写法；函数 place_id('松桃县') 据此给出地点编号。",
        "What people call the places; the function place_id('松桃县') finds their ids by it."
    )
        .Key(
            "alias",
            a => a.Alias,
            "一种写法：全称、简称、英文、拼音、代码或编号。",
            "A name: full, short, English, pinyin, a code or an id."
        )
        .Key(
            "folded",
            a => a.Folded,
            "比较时的写法：不分全角半角、大小写、声调和空格。",
            "The name as it is compared: width, case, tones and blanks do not matter."
        )
        .Key("place_id", a => a.PlaceId, "所指的地点。", "The place that it means.")
        .Flag(
            "ambiguous",
            a => a.IsAmbiguous,
            "是否也指别的地点；那时要问，不猜。",
            "Whether it means other places too; then it is asked, never guessed."
        )
        .References("place_id", "place", "place_id")
        .Build("alias place_id", "place_id alias");

    private static readonly TableSchema<UnitRow> Unit = new TableBuilder<UnitRow>(
        "unit",
        "原文的单位，以及数值所用的基本单位。",
        "Printed units and the base units that values are in."
    )
        .Key("unit", u => u.Unit, "原文的单位。", "Unit as printed.")
        .Key("label_zh", u => u.LabelZh, "中文名称。", "Chinese label.")
        .Key("label_en", u => u.LabelEn, "英文名称。", "English label.")
        .Choice("kind", u => u.Kind, "量的是什么。", "What is measured.", Vocabulary.UnitKind)
        .Key("base_unit", u => u.BaseUnit, "value 一列所用的单位。", "Unit of the column value.")
        .Number("factor", u => u.Factor, "原文数字 × 系数 = 数值。", "Printed number × factor = value.")
        .References("base_unit", "unit", "unit")
        .Build("unit", "unit");

    private static readonly TableSchema<IndicatorRow> Indicator = new TableBuilder<IndicatorRow>(
        "indicator",
        "量的是什么：对象 × 属性 × 统计量 × 口径，及其单位。",
        "What is measured: population × property × statistic × accounting, with its unit."
    )
        .Key("indicator_id", i => i.IndicatorId, "可读的编号。", "Readable id.")
        .Choice("theme", i => i.Theme, "主题。", "Theme.", Vocabulary.Theme)
        .Key("label_zh", i => i.LabelZh, "中文名称。", "Chinese label.")
        .Key("label_en", i => i.LabelEn, "英文名称。", "English label.")
        .Key("definition", i => i.Definition, "中文定义。", "Definition in Chinese.")
        .Key("definition_en", i => i.DefinitionEn, "英文定义。", "Definition in English.")
        .Key("population_id", i => i.PopulationId, "对象的编号。", "Id of the population.")
        .Key("population_zh", i => i.PopulationZh, "对象的中文名。", "The population in Chinese.")
        .Key("population_en", i => i.PopulationEn, "对象的英文名。", "The population in English.")
        .Key("property", i => i.Property, "量对象的哪一方面。", "What is measured of the population.")
        .Choice("statistic", i => i.Statistic, "怎样汇总。", "How it is summed up.", Vocabulary.Statistic)
        .Choice(
            "accounting",
            i => i.Accounting,
            "存量、流量、累计、增量，或不分。",
            "Stock, flow, cumulative, increment, or none.",
            Vocabulary.Accounting
        )
        .Key("unit", i => i.Unit, "其数值的基本单位。", "Base unit of its values.")
        .Flag("additive_place", i => i.AdditivePlace, "不同地点的数值可否相加。", "Whether values of different places may be added.")
        .Flag("additive_time", i => i.AdditiveTime, "不同时段的数值可否相加。", "Whether values of different periods may be added.")
        .Text("notes", i => i.Notes, "读者须知。", "What a reader must know.")
        .Text("notes_en", i => i.NotesEn, "读者须知，英文。", "What a reader must know, in English.")
        .References("unit", "unit", "unit")
        .Build("indicator_id", "theme indicator_id");

    private static readonly TableSchema<ArticleRow> Article = new TableBuilder<ArticleRow>(
        "article",
        "来源中的报道和带说明的图片。",
        "News stories and captioned photos within the sources."
    )
        .Key("article_id", a => a.ArticleId, "可读的编号。", "Readable id.")
        .Key("source_file", a => a.SourceFile, "所在的来源文件。", "The source that it stands in.")
        .Choice("kind", a => a.Kind, "报道，或带说明的图片。", "Article or captioned photo.", Vocabulary.ArticleKind)
        .Text("title", a => a.Title, "原文标题，合为一行；缺标题为 NULL。", "Title as printed, on one line; NULL when it is missing.")
        .Choice(
            "title_position",
            a => a.TitlePosition,
            "标题在文件中的位置。",
            "Where the title stands in the file.",
            Vocabulary.TitlePosition
        )
        .Text("byline", a => a.Byline, "原文署名。", "Author as printed.")
        .Choice("author_role", a => a.AuthorRole, "署名的是单位还是记者。", "Whether an organ or a reporter signs.", Vocabulary.AuthorRole)
        .Key("place_id", a => a.PlaceId, "所写的地点。", "The place that it is about.")
        .Date("date_from", a => a.DateFrom, "刊出不早于此日。", "Not printed before this day.")
        .Date("date_to", a => a.DateTo, "刊出不晚于此日。", "Not printed after this day.")
        .Choice(
            "date_basis",
            a => a.DateBasis,
            "日期是写明的，还是由版面推断的。",
            "Whether the dates are stated or inferred from the page.",
            Vocabulary.DateBasis
        )
        .Text("note", a => a.Note, "读者须知。", "What a reader must know.")
        .Text("title_en", a => a.TitleEn, "标题的英文译文。", "The title in English.")
        .Text("note_en", a => a.NoteEn, "读者须知，英文。", "What a reader must know, in English.")
        .References("source_file", "source", "source_file")
        .References("place_id", "place", "place_id")
        .Build("article_id", "article_id");

    private static readonly TableSchema<(SegmentRow Row, SourceText Source)> Segment = new TableBuilder<(
        SegmentRow Row,
        SourceText Source
    )>("segment", "来源文件的哪些行属于哪篇报道，起什么作用。", "Which lines of a source belong to which article, in which role.")
        .Key("source_file", s => s.Row.SourceFile, "来源文件。", "The source.")
        .Position("line_from", s => s.Row.LineFrom, "首行，从 1 数起。", "First line, from 1.")
        .Position("line_to", s => s.Row.LineTo, "末行（含）。", "Last line, inclusive.")
        .Key("article_id", s => s.Row.ArticleId, "所属报道。", "The article.")
        .Choice(
            "role",
            s => s.Row.Role,
            "作用；导语和正文连成行文。",
            "Its role; lead and body form the running text.",
            Vocabulary.SegmentRole
        )
        .Position(
            "char_start",
            s => s.Source.CodePoint(s.Source.Line(s.Row.LineFrom).Start),
            "第一个码点，从 0 数起。",
            "First code point, from 0."
        )
        .Position(
            "char_end",
            s => s.Source.CodePoint(s.Source.Line(s.Row.LineTo).End),
            "最后一个之后的码点。",
            "Code point after the last."
        )
        .References("source_file", "source", "source_file")
        .References("article_id", "article", "article_id")
        .Build("source_file line_from", "source_file line_from");

    private static readonly TableSchema<AnchorPart> Anchor = new TableBuilder<AnchorPart>(
        "anchor",
        "每条数字在原文的位置：引文的每一段连续文字一行。",
        "Where each observation stands: one row for each unbroken range of its quote."
    )
        .Key("obs_id", a => a.ObsId, "所指的数字。", "The observation.")
        .Position("part", a => a.Part, "第几段，从 1 数起。", "Number of the range, from 1.")
        .Key("source_file", a => a.Source.File, "来源文件。", "The source.")
        .Position("char_start", a => a.Source.CodePoint(a.Start), "第一个码点，从 0 数起。", "First code point, from 0.")
        .Position("char_end", a => a.Source.CodePoint(a.End), "最后一个之后的码点。", "Code point after the last.")
        .Key(
            "quote",
            a => a.Quote,
            "来源文件的 substr(text, char_start + 1, char_end - char_start)。",
            "substr(text, char_start + 1, char_end - char_start) of the source."
        )
        .References("obs_id", "observation", "obs_id")
        .References("source_file", "source", "source_file")
        .Build("obs_id part", "obs_id part");

    private static readonly TableSchema<LinkRow> Link = new TableBuilder<LinkRow>(
        "link",
        "数字之间的关系。",
        "How observations belong together."
    )
        .Choice("kind", l => l.Kind, "关系的种类。", "Kind of link.", Vocabulary.LinkKind)
        .Key(
            "from_obs",
            l => l.FromObs,
            "numerator、denominator：比率的一项；part_of：部分；restates：后一次刊出；criterion：门槛。",
            "numerator, denominator: the part of the ratio; part_of: the part; restates: the later printing; criterion: the threshold."
        )
        .Key(
            "to_obs",
            l => l.ToObs,
            "numerator、denominator：占比；part_of：整体；restates：首次刊出；criterion：它所限定的数。",
            "numerator, denominator: the share; part_of: the whole; restates: the first printing; criterion: the count that it qualifies."
        )
        .Text("reading", l => l.Reading, "两者合起来怎样读。", "How to read the two together.")
        .Text("note", l => l.Note, "原因。", "Why.")
        .Text("reading_en", l => l.ReadingEn, "两者合起来怎样读，英文。", "How to read the two together, in English.")
        .Text("note_en", l => l.NoteEn, "原因，英文。", "Why, in English.")
        .References("from_obs", "observation", "obs_id")
        .References("to_obs", "observation", "obs_id")
        .Build("kind from_obs to_obs", "kind from_obs to_obs");

    private static readonly TableSchema<LocatedExclusion> Exclusion = new TableBuilder<LocatedExclusion>(
        "exclusion",
        "来源中未收为数字的每个数，及其原因。",
        "Every number of the sources that is no observation, with the reason."
    )
        .Key("source_file", e => e.Number!.Flow.Source.File, "来源文件。", "The source.")
        .Position(
            "char_start",
            e => e.Number!.Flow.Source.CodePoint(e.Number.RawStart),
            "第一个码点，从 0 数起。",
            "First code point, from 0."
        )
        .Position("char_end", e => e.Number!.Flow.Source.CodePoint(e.Number.RawEnd), "最后一个之后的码点。", "Code point after the last.")
        .Key("text", e => e.Row.Text, "原文的数。", "The number as printed.")
        .Choice("reason", e => e.Row.Reason, "为什么不收。", "Why it is no observation.", Vocabulary.ExclusionReason)
        .Key("article_id", e => e.Row.ArticleId, "所属报道。", "The article.")
        .Key("quote", e => e.Row.Quote, "前后的文字。", "The words around it.")
        .Text("note", e => e.Row.Note, "读者须知。", "What a reader must know.")
        .Text("note_en", e => e.Row.NoteEn, "读者须知，英文。", "What a reader must know, in English.")
        .References("source_file", "source", "source_file")
        .References("article_id", "article", "article_id")
        .Build("source_file char_start", "source_file char_start");

    private static readonly TableSchema<TotalRow> KnownTotal = new TableBuilder<TotalRow>(
        "known_total",
        "各地已知的总数，出自来源或官方，供推算比率。",
        "Known totals of places, stated in the sources or official, for derived rates."
    )
        .Key("place_id", t => t.PlaceId, "地点。", "The place.")
        .Key(
            "what",
            t => t.What,
            "数的是什么：townships（乡镇）、villages（村）、village_communities（村和社区）……",
            "What is counted: townships, villages, village_communities …"
        )
        .Number("value", t => t.Value, "多少。", "How many.")
        .Key("source", t => t.Source, "此数的出处。", "Where the number is from.")
        .Text("note", t => t.Note, "读者须知。", "What a reader must know.")
        .Text("note_en", t => t.NoteEn, "读者须知，英文。", "What a reader must know, in English.")
        .References("place_id", "place", "place_id")
        .Build("place_id what", "place_id what");

    private static readonly TableSchema<PhraseRow> Phrase = new TableBuilder<PhraseRow>(
        "phrase",
        "结论句用的短语：指标、对象、保留意见等的简短说法。",
        "Short words that verdict sentences use for what a figure measures, of whom, and what is to be said of it."
    )
        .Key("obs_id", p => p.ObsId, "哪一条数字。", "The observation.")
        .Choice(
            "role",
            p => p.Role,
            "说的是什么：measure（指标）、people（对象）、criterion（标准）、reason（保留意见）、aside（为什么不在内）。",
            "What it says: the measure, the people, the criterion, a reason for reserve, or an aside on why it is left out.",
            Vocabulary.PhraseRole
        )
        .Key("zh", p => p.Zh, "中文，至多 20 字。", "In Chinese, at most 20 characters.")
        .Text("en", p => p.En, "英文；空着表示英文句子不说。", "In English; NULL where the English sentence does not say it.")
        .Text("cites", p => string.Join(' ', p.Cites), "短语重复了哪些别的数字。", "Other observations whose numbers it repeats.")
        .References("obs_id", "observation", "obs_id")
        .Build("obs_id role", "obs_id role");

    private static readonly TableSchema<Finding> CheckResult = new TableBuilder<Finding>(
        "check_result",
        "检查在所建数据中发现的问题。",
        "What the check found in the data that was built."
    )
        .Key("rule_id", f => f.RuleId, "规则。", "The rule.")
        .Choice(
            "severity",
            f => f.Severity.ToString().ToLowerInvariant(),
            "严重程度。",
            "How grave it is.",
            ["critical", "warning", "info"]
        )
        .Text("ids", f => f.IdText, "有关各行的编号，以空格分隔。", "Ids of the rows concerned, separated by blanks.")
        .Key("file", f => f.File, "文件。", "The file.")
        .Integer("line", f => f.Line, "行号，从 1 数起；整个文件为 NULL。", "1-based line; NULL for the whole file.")
        .Key("message", f => f.Message.En, "发现了什么。", "What was found.")
        .Key("remedy", f => f.Remedy.En, "怎样改正。", "How to mend it.")
        .Build("", "severity file line rule_id ids message");

    /// <summary>The content of every table. The data must be free of critical findings.</summary>
    public static IReadOnlyList<TableContent> Fill(CheckScope scope, IReadOnlyList<Finding> findings)
    {
        var data = scope.Data;
        var restated = data.Links.Where(l => l.Kind == "restates").ToDictionary(l => l.FromObs, l => l.ToObs);
        return
        [
            Source.Fill([.. scope.Corpus.Sources.Values]),
            Place.Fill(data.Places),
            Alias.Fill(data.Aliases),
            Unit.Fill(data.Units),
            Indicator.Fill(data.Indicators),
            Article.Fill(data.Articles),
            Segment.Fill([.. data.Segments.Select(s => (s, scope.Corpus.Sources[s.SourceFile]))]),
            ObservationTable.Schema.Fill([
                .. scope.Observations.Select(o => new BuiltObservation(o, data, restated.GetValueOrDefault(o.Id))),
            ]),
            Anchor.Fill([.. scope.Observations.SelectMany(AnchorPart.Of)]),
            Link.Fill(data.Links),
            Exclusion.Fill(scope.Exclusions),
            KnownTotal.Fill(data.Totals),
            Phrase.Fill(data.Phrases),
            CheckResult.Fill(findings),
        ];
    }
}
