using Analytics.DuckDb;
using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>Checks models and pages whole: what stands in the files, and what only the engine knows of their SQL and columns.</summary>
public static class PageCheck
{
    /// <summary>All faults of one page and its model, or of all pages and models.</summary>
    /// <param name="session">Has the tables that models name.</param>
    /// <param name="catalog">The pages.</param>
    /// <param name="name">A page; null: all, and models that no page has.</param>
    /// <exception cref="UserException">There is no such page.</exception>
    public static IReadOnlyList<SpecFault> Of(AnalyticsSession session, PageCatalog catalog, string? name = null)
    {
        var models = name is null ? catalog.Models.Names().SelectMany(m => OfModel(session, catalog.Models.Read(m))) : [];
        var pages = (name is null ? catalog.Names() : [name]).SelectMany(p => OfPage(session, catalog.Read(p)));
        return [.. models.Concat(pages).Distinct()];
    }

    private static IReadOnlyList<SpecFault> OfModel(AnalyticsSession session, Reading<SemanticModel> read)
    {
        if (read.Value is not { } model)
            return read.Faults;
        session.RegisterTables();
        var faults = new List<SpecFault>();
        if (
            Fault(session, model.Path, model.Source.Place, "source", $"{ModelSql.With(model, [])} SELECT * FROM {ModelSql.Rows}") is
            { } source
        )
        {
            return [source];
        }
        foreach (var measure in model.Measures)
        {
            faults.AddRange(
                Only(
                    Fault(
                        session,
                        model.Path,
                        measure.Place,
                        measure.Name,
                        $"{ModelSql.With(model, [])} SELECT {measure.Sql} FROM {ModelSql.Rows}"
                    )
                )
            );
        }
        foreach (var dimension in model.Dimensions)
        {
            foreach (var field in dimension.Fields)
            {
                var sql = $"{ModelSql.With(model, [field])} SELECT {ModelSql.Column(field)} FROM {ModelSql.Rows}";
                if (Fault(session, model.Path, dimension.Place, field.Name, sql) is { } fault)
                {
                    faults.Add(fault);
                    break;
                }
            }
        }

        foreach (var state in model.States.Where(s => s.CountSql is not null))
        {
            var sql = $"{ModelSql.With(model, [])} SELECT count(*) FILTER ({state.CountSql}) FROM {ModelSql.Rows}";
            faults.AddRange(Only(Fault(session, model.Path, state.Place, state.Name, sql)));
        }

        return faults;
    }

    private static IReadOnlyList<SpecFault> OfPage(AnalyticsSession session, Reading<PageSpec> read)
    {
        if (read.Value is not { } page)
            return read.Faults;
        if (OfModel(session, new(page.Model, [])) is { Count: > 0 } faults)
            return faults;
        try
        {
            var model = OpenModel.Open(session, page.Model);
            var reader = new VisualReader(session, model, page, PageState.Start(page, model.Members));
            return [.. page.Visuals.SelectMany(v => Only(Failed(page, v, reader.Read(v))))];
        }
        catch (UserException e)
        {
            return [new SpecFault(page.Path, new(1, 1), e.Text)];
        }
    }

    private static SpecFault? Failed(PageSpec page, VisualSpec visual, VisualResult result) =>
        result.Content is VisualContent.Failed failed
            ? new SpecFault(page.Path, visual.Place, new($"{visual.Name}：{failed.Message.Zh}", $"{visual.Name}: {failed.Message.En}"))
            : null;

    private static SpecFault? Fault(AnalyticsSession session, string path, SpecPlace place, string key, string sql)
    {
        try
        {
            using var plan = session.Run("EXPLAIN " + sql);
            return null;
        }
        catch (DuckDbException e)
        {
            return new SpecFault(path, place, new($"{key}：{ErrorText.Of(e).Zh}", $"{key}: {e.Message}"));
        }
    }

    private static IEnumerable<SpecFault> Only(SpecFault? fault) => fault is null ? [] : [fault];
}
