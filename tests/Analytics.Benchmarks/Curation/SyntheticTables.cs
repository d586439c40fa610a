namespace Analytics.Benchmarks;

/// <summary>What all made-up articles share: the heads of the curated files, units, indicators, and how the figures hang together.</summary>
static class SyntheticTables
{
    /// <summary>The curated files with what stands in them before the first article.</summary>
    public static readonly IReadOnlyDictionary<string, string> Heads = new Dictionary<string, string>
    {
        ["sources.csv"] = "source_file,sha256\n",
        ["articles.csv"] = "article_id,source_file,kind,title,title_position,byline,author_role,place_id,date_from,date_to,date_basis,note\n",
        ["segments.csv"] = "source_file,line_from,line_to,article_id,role\n",
        ["places.csv"] = "place_id,gb_code,name_zh,name_en,pinyin,level,parent_id,county_id\n",
        ["exclusions.csv"] = "article_id,text,quote,occurrence,value_at,reason,note\n",
        ["links.csv"] = "kind,from_obs,to_obs,reading,note\n",
        ["totals.csv"] = "place_id,what,value,source,note\n",
        ["accepted.csv"] = "rule_id,ids,reason\n",
        ["observations.csv"] = "obs_id,article_id,place_id,scope,indicator_id,modality,value_text,unit_text,value,qualifier,quote,occurrence,value_at,criterion,per_time,per_entity,denominator_text,denominator_value,period_text,period_kind,period_start,period_end,period_basis,obs_status,note\n",
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
        ["indicators.csv"] = """
            indicator_id,theme,label_zh,label_en,definition,definition_en,population_id,population_zh,population_en,property,statistic,accounting,unit,additive_place,additive_time,notes
            reserve,cadre_count,后备力量人数,Reserve headcount,后备力量的人数,Number of reserve candidates,reserve,后备力量,reserve candidates,headcount,count,stock,人,true,false,
            age,cadre_age,后备力量平均年龄,Mean age of the reserve,后备力量的平均年龄,Mean age of reserve candidates,reserve,后备力量,reserve candidates,age,mean,none,岁,false,false,
            college,education,大专以上后备力量人数,Reserve with junior college,大专及以上的人数,Reserve candidates with junior college,reserve,后备力量,reserve candidates,college_headcount,count,stock,人,true,false,
            college_share,education,大专以上后备力量占比,Share of reserve with junior college,大专及以上的占比,Share with junior college,reserve,后备力量,reserve candidates,college,share,none,1,false,false,
            sessions,training,培训期数,Training sessions,举办培训班的期数,Course runs held,cadre,干部,cadres,sessions,count,flow,期,true,true,
            attendances,training,培训人次,Training attendances,参加培训的人次,Attendances at training,cadre,干部,cadres,attendances,count,flow,人次,true,true,
            shadowing,training,跟班学习人数,People shadowing,跟班学习的人数,People who learned on the job,cadre,干部,cadres,shadowing,count,flow,人,true,false,
            visits,training,外出考察人数,People on study visits,外出考察的人数,People sent on study visits,cadre,干部,cadres,visits,count,flow,人,true,false,
            villages,collective_income,达标村数,Villages over the threshold,集体经济收入达标的村数,Villages whose income reached the threshold,village,村,villages,threshold_reached,count,stock,个,true,false,
            threshold,collective_income,村集体收入门槛,Village income threshold,要求达到的集体经济收入,Income that a village had to reach,village,村,villages,income,threshold,none,元,false,false,
            companies,village_enterprise,村级公司数,Village companies,村级公司的家数,Number of village companies,company,村级公司,village companies,number,count,stock,家,true,false,
            revenue,village_enterprise,村级公司经营收入,Revenue of village companies,村级公司的经营收入,Revenue of village companies,company,村级公司,village companies,revenue,total,flow,元,true,true,
            jobs,employment,就业人数,Jobs,就业的人数,People in work,worker,务工人员,workers,jobs,count,flow,人,true,false,
            disputes,dispute_mediation,化解纠纷件数,Disputes settled,化解的矛盾纠纷,Disputes that were settled,dispute,纠纷,disputes,settled,count,flow,件,true,true,
            households,work_activity,走访户数,Households visited,走访的户数,Households that were visited,household,农户,farm households,visited,count,flow,户,true,true,

            """,
    };

    /// <summary>Kind and ends of the links within every article.</summary>
    public static readonly IReadOnlyList<(string Kind, string From, string To)> Links =
    [
        ("numerator", "college", "college_share"), ("denominator", "reserve", "college_share"), ("part_of", "college", "reserve"),
        ("same_event", "sessions", "attendances"), ("criterion", "threshold", "villages"),
    ];

    /// <summary>The fields of an observation, in the order of the file.</summary>
    public static string[] Observation(SyntheticArticle article, SyntheticFigure figure)
    {
        var isShare = figure.Name == "college_share";
        var reserve = article.Figures[0];
        var (periodText, periodKind, start, end, basis) = Period(figure.Name);
        return
        [
            $"{article.Id}.{figure.Name}", article.Id, article.Place.Id, "all", figure.Name, figure.Name == "threshold" ? "threshold" : "reported",
            figure.Printed, figure.Unit, figure.Value.ToString("0.######"), figure.Name is "attendances" or "threshold" ? "min" : "exact", figure.Quote, "", "",
            figure.Name == "villages" ? "集体经济收入达到门槛" : "", "", figure.Name == "threshold" ? "village" : "",
            isShare ? $"{reserve.Printed}名后备力量" : "", isShare ? reserve.Printed : "", periodText, periodKind, start, end, basis, "normal", "",
        ];
    }

    static (string Text, string Kind, string Start, string End, string Basis) Period(string figure) => figure switch
    {
        "reserve" or "age" or "college" or "college_share" => ("目前", "as_of", "", "", "stated"),
        "sessions" or "attendances" or "shadowing" or "visits" => ("2024年", "year", "2024-01-01", "2024-12-31", "stated"),
        _ => ("", "undated", "", "", "none"),
    };
}
