namespace Analytics.Curation;

/// <summary>One table that a build wrote.</summary>
/// <param name="Name">Name of the table, and of its file without the ending <c>.parquet</c>.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal: the same input gives the same.</param>
public sealed record BuiltTable(string Name, int Rows, long Bytes, string Sha256);

/// <summary>What a build did.</summary>
/// <param name="Built">True when all tables were replaced; false when a critical finding stopped the build and nothing was touched.</param>
/// <param name="Findings">All findings, the gravest first.</param>
/// <param name="Tables">The tables that were written; empty when nothing was.</param>
/// <param name="ContentHash">Hash of all inputs; it stands in every file.</param>
public sealed record BuildReport(bool Built, IReadOnlyList<Finding> Findings, IReadOnlyList<BuiltTable> Tables, string ContentHash);
