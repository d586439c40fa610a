using System.Globalization;
using Analytics.DuckDb;
using Analytics.Engine.Models;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>Runs the statements of visuals on a session and puts together what they show. One thread at a time.</summary>
/// <param name="session">Has the model's source.</param>
/// <param name="model">The page's model, opened.</param>
/// <param name="page">The page.</param>
/// <param name="state">What is chosen.</param>
/// <param name="time">The clock that elapsed times go by; null for the system's.</param>
public sealed partial class VisualReader(
    AnalyticsSession session,
    OpenModel model,
    PageSpec page,
    PageState state,
    TimeProvider? time = null
)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private CancellationToken _cancellation;

    /// <summary>
    /// All that decides what a visual shows, as one text: for the same one it need not be read again while the data are the same.
    /// </summary>
    public string KeyOf(VisualSpec visual)
    {
        var shown = state.Shown(visual);
        var chosen = page.Slicers.Where(s => s.From is not null || visual.QueryParameters.Values.Contains(s.Name));
        var marks = visual.Top is null ? [] : state.Selections.GetValueOrDefault(visual.Name, []);
        return string.Join(
            '\u001e',
            [
                visual.Name,
                shown.Kind.ToString(),
                shown.Axis?.Name ?? "",
                state.FiltersOf(page, visual).Key,
                .. chosen.Select(s => $"{s.Name}={string.Join('\u001f', state.Chosen(s.Name))}"),
                .. marks.Select(FilterSet.KeyOf),
            ]
        );
    }

    /// <summary>What a visual shows; a statement that fails is told in it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public VisualResult Read(VisualSpec visual, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        var shown = state.Shown(visual);
        var filters = state.FiltersOf(page, visual);
        var sql = VisualQuery.For(page, visual, model.Model, state);
        var started = _time.GetTimestamp();
        VisualResult result;
        try
        {
            result = Read(shown, filters, sql);
        }
        catch (DuckDbException e)
        {
            result = new VisualResult(shown, filters, new VisualContent.Failed(new Localized(ErrorText.Of(e).Zh, e.Message)));
        }
        catch (UserException e)
        {
            result = new VisualResult(shown, filters, new VisualContent.Failed(e.Text));
        }

        return result with
        {
            Sql = sql,
            Elapsed = _time.GetElapsedTime(started),
        };
    }

    /// <summary>The members of a slicer in their order, those with rows or chosen, with how many.</summary>
    public IReadOnlyList<SlicerMember> Members(Slicer slicer, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        var chosen = state.Chosen(slicer.Name);
        if (slicer.Field is not { } field)
            return [.. slicer.Options.Select(o => new SlicerMember(o.Name, o.Label, 0, chosen.Contains(o.Name)))];
        using var rows = Run(VisualQuery.MembersOf(page, slicer, model.Model, state));
        var counts = Enumerable
            .Range(0, (int)rows.RowCount)
            .ToDictionary(row => rows.Text(row, 0) ?? Member.NullKey, row => (long)rows.Number(row, 1)!.Value);
        var list = model.Members.Of(field);
        var known = list.All.Where(m =>
            counts.ContainsKey(m.Key) || chosen.Contains(m.Key) || field.Dimension.ShowsAllMembers && IsWithin(slicer, m.Key)
        );
        var others = counts.Keys.Where(k => list[k] is null).Select(k => new Member(k, Named(field, k), Named(field, k), []));
        return
        [
            .. known.Concat(others).Select(m => new SlicerMember(m.Key, m.Brief, counts.GetValueOrDefault(m.Key), chosen.Contains(m.Key))),
        ];
    }

    /// <summary>Whether what is chosen in the wider slicer holds a member.</summary>
    private bool IsWithin(Slicer slicer, string key) =>
        slicer.Within is not { } name
        || page.SlicerOf(name) is not { Field: { } wider } outer
        || state.Chosen(outer.Name) is not { Count: > 0 } chosen
        || model.Members.HoldersOf(slicer.Field!, key, wider).Any(chosen.Contains);

    private VisualResult Read(VisualSpec visual, FilterSet filters, BoundSql? sql) =>
        visual.Kind switch
        {
            VisualKind.Bar or VisualKind.Line or VisualKind.Matrix => Groups(visual, filters, sql!),
            VisualKind.Dot when visual.Groups => Groups(visual, filters, sql!),
            VisualKind.Card => new VisualResult(visual, filters, Card(visual, filters, sql!)),
            VisualKind.Verdict => new VisualResult(visual, filters, Verdict(visual, filters)),
            VisualKind.Text => new VisualResult(visual, filters, new VisualContent.Words(Filled(visual.Text!))),
            VisualKind.Article => new VisualResult(visual, filters, new VisualContent.Following(visual.Follow!)),
            VisualKind.Sentences => Sentences(visual, filters, sql!),
            _ when visual.Query is { } query => Canned(visual, filters, query),
            _ => Table(visual, filters, sql!),
        };

    private ResultTable Run(BoundSql sql) =>
        ResultTable.Read(session.Run(sql.Text, ParameterValues.FromText(sql.Parameters), _cancellation));

    private Localized Named(Field field, string key) =>
        new(model.Members.NameOf(field, key, Language.Zh), model.Members.NameOf(field, key, Language.En));

    private Localized Joined(Field field, IEnumerable<string> keys)
    {
        var all = keys.ToArray();
        return new(
            string.Join(' ', all.Select(k => model.Members.NameOf(field, k, Language.Zh))),
            string.Join(' ', all.Select(k => model.Members.NameOf(field, k, Language.En)))
        );
    }

    private static long Whole(ResultTable rows, int row, string column) =>
        rows.Text(row, rows.ColumnIndex(column)) is { } text ? (long)double.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static IReadOnlyList<string> Texts(ResultTable rows, int row, string column) =>
        rows.ColumnIndex(column) is >= 0 and var at && rows.Value(row, at) is IReadOnlyList<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>Words of the page with what the model and its file are.</summary>
    private Localized Filled(Localized text)
    {
        var found = model.Matches.Sum(m => m.MembersFound);
        var names = model.Matches.Sum(m => m.MembersFound + m.Lost.Count);
        return new(In(text.Zh), In(text.En));

        string In(string words) =>
            words
                .Replace("{file}", Path.GetFileName(model.Model.Source.File ?? model.Model.Name), StringComparison.Ordinal)
                .Replace("{rows}", model.RowCount.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{matched}", found.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{members}", names.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
