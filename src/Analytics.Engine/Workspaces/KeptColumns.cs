using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>How the columns of a result become those of a table: every name once, every type one that can be stored.</summary>
internal static class KeptColumns
{
    /// <summary>The name of the pseudo-column that numbers the rows of a table; a column must not hide it.</summary>
    private const string RowId = "rowid";

    /// <summary>Repeated names get <c>_1</c>, <c>_2</c>; so does a column called <c>rowid</c>.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<ResultColumn> columns) =>
        [.. UniqueNames.Of([new ResultColumn(RowId, DuckDbType.Unknown), .. columns]).Skip(1)];

    /// <summary>The column definitions of CREATE TABLE.</summary>
    public static string Definitions(IReadOnlyList<ResultColumn> columns, IReadOnlyList<string> names) =>
        string.Join(", ", columns.Zip(names, (column, name) => $"{SqlText.Identifier(name)} {TypeSql(column.Type)}"));

    /// <summary>
    /// The SQL of a type as a table can have it: types of the user's are written out, since another database does not
    /// know their names, and members without a name get one.
    /// </summary>
    public static string TypeSql(DuckDbType type) =>
        type.Id switch
        {
            DuckDbTypeId.Enum => $"ENUM({string.Join(", ", type.Dictionary.Select(SqlText.Literal))})",
            DuckDbTypeId.List => $"{TypeSql(type.Child!)}[]",
            DuckDbTypeId.Array => $"{TypeSql(type.Child!)}[{type.ArraySize}]",
            DuckDbTypeId.Map => $"MAP({TypeSql(type.Key!)}, {TypeSql(type.Value!)})",
            DuckDbTypeId.Struct => $"STRUCT({Members(type)})",
            DuckDbTypeId.Union => $"UNION({Members(type)})",
            _ => (type.IsJson ? type : type.WithoutAlias()).ToString(),
        };

    private static string Members(DuckDbType type) =>
        string.Join(
            ", ",
            type.Members.Select((m, i) => $"{SqlText.Identifier(m.Name.Length > 0 ? m.Name : $"v{i + 1}")} {TypeSql(m.Type)}")
        );
}
