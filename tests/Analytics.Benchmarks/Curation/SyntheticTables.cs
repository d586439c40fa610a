namespace Analytics.Benchmarks;

/// <summary>
/// What all made-up articles share: the heads of the curated files, units, indicators, and how the figures hang together.
/// </summary>
internal static class SyntheticTables
{
    /// <summary>The curated files with what stands in them before the first article.</summary>
    public static readonly IReadOnlyDictionary<string, string> Heads = new Dictionary<string, string>
    {
        ["sources.csv"] = "source_file,sha256\n",
        ["articles.csv"] =
            "article_id,source_file,kind,title,title_position,byline,author_role,place_id,date_from,date_to,date_basis,note\n",
        ["segments.csv"] = "source_file,line_from,line_to,article_id,role\n",
        ["places.csv"] = "place_id,gb_code,name_zh,name_en,pinyin,level,parent_id,county_id\n",
        ["exclusions.csv"] = "article_id,text,quote,occurrence,value_at,reason,note\n",
        ["links.csv"] = "kind,from_obs,to_obs,reading,note\n",
        ["totals.csv"] = "place_id,what,value,source,note\n",
        ["accepted.csv"] = "rule_id,ids,reason\n",
        ["observations.csv"] =
            "obs_id,article_id,place_id,scope,indicator_id,modality,value_text,unit_text,value,qualifier,quote,occurrence,value_at,"
            + "criterion,per_time,per_entity,denominator_text,denominator_value,period_text,period_kind,period_start,"
            + "period_end,period_basis,obs_status,note\n",
        ["units.csv"] = """
            unit,label_zh,label_en,kind,base_unit,factor
            元,元,yuan,money,元,1
            万元,万元,ten thousand yuan,money,元,10000
            人,人,people,person,人,1
            名,名,people,person,人,1
            人次,人次,attendances,attendance,人次,1
            岁,岁,years of age,age,岁,1
            1,比例,share,share,1,1
            %,百分之,per cent,share,1,0.01
            个,个,items,count,个,1
            家,家,enterprises,count,家,1
            件,件,cases,count,件,1
            户,户,households,household,户,1
            期,期,course runs,event,期,1

            """,
        ["indicators.csv"] = TableFile("indicators.csv"),
    };

    /// <summary>Kind and ends of the links within every article.</summary>
    public static readonly IReadOnlyList<(string Kind, string From, string To)> Links =
    [
        ("numerator", "college", "college_share"),
        ("denominator", "reserve", "college_share"),
        ("part_of", "college", "reserve"),
        ("same_event", "sessions", "attendances"),
        ("criterion", "threshold", "villages"),
    ];

    /// <summary>The fields of an observation, in the order of the file.</summary>
    public static string[] Observation(SyntheticArticle article, SyntheticFigure figure)
    {
        var isShare = figure.Name == "college_share";
        var reserve = article.Figures[0];
        var (periodText, periodKind, start, end, basis) = Period(figure.Name);
        return
        [
            $"{article.Id}.{figure.Name}",
            article.Id,
            article.Place.Id,
            "all",
            figure.Name,
            figure.Name == "threshold" ? "threshold" : "reported",
            figure.Printed,
            figure.Unit,
            figure.Value.ToString("0.######"),
            figure.Name is "attendances" or "threshold" ? "min" : "exact",
            figure.Quote,
            "",
            "",
            figure.Name == "villages" ? "集体经济收入达到门槛" : "",
            "",
            figure.Name == "threshold" ? "village" : "",
            isShare ? $"{reserve.Printed}名后备力量" : "",
            isShare ? reserve.Printed : "",
            periodText,
            periodKind,
            start,
            end,
            basis,
            "normal",
            "",
        ];
    }

    private static (string Text, string Kind, string Start, string End, string Basis) Period(string figure) =>
        figure switch
        {
            "reserve" or "age" or "college" or "college_share" => ("目前", "as_of", "", "", "stated"),
            "sessions" or "attendances" or "shadowing" or "visits" => ("2024年", "year", "2024-01-01", "2024-12-31", "stated"),
            _ => ("", "undated", "", "", "none"),
        };

    private static string TableFile(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tables", name));
}
