using System.Collections.Concurrent;
using System.IO.Compression;
using Analytics.DuckDb;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Sessions;

/// <summary>What makes the engine end the process rather than answer; refused before it gets there.</summary>
internal sealed class EngineHazards
{
    /// <summary>
    /// Levels of JSON in a file. The engine of 1.5.6 reads a level by a call within a call, and is known to go to its end at some 5,000 of
    /// them on a stack of 8 MB; nobody has met a hundred.
    /// </summary>
    public const int MostLevels = 1_000;

    /// <summary>
    /// Files that were found shallow, as they were then: a statement is judged each time that it is read, and a file may be large.
    /// </summary>
    private readonly ConcurrentDictionary<string, (long Bytes, DateTime Changed)> _shallow = new();

    /// <param name="sql">One statement or several.</param>
    /// <param name="filesOf">The files that a pattern of paths stands for.</param>
    /// <exception cref="UserException">A statement would end the process; the message says how to have the same.</exception>
    public void Refuse(string sql, Func<string, IEnumerable<string>> filesOf)
    {
        if (sql.Contains("enable_logging", StringComparison.OrdinalIgnoreCase))
            RefuseLogFiles(sql);
        if (!sql.Contains("json", StringComparison.OrdinalIgnoreCase))
            return;
        var files = ReadFiles.In(sql).Where(f => f.IsJson).Select(f => f.Path);
        foreach (var file in files.SelectMany(f => f.AsSpan().ContainsAny("*?[") ? filesOf(f) : [f]))
            RefuseDeep(file);
    }

    /// <summary>Holds a JSON file against the levels that the engine survives.</summary>
    /// <exception cref="UserException">It is nested too deeply.</exception>
    public void RefuseDeep(string path)
    {
        // A pipe can be read once only, and that is the engine's.
        if (!File.Exists(path) || SpecialFile.IsAt(path))
            return;
        try
        {
            var file = new FileInfo(path);
            var now = (file.Length, file.LastWriteTimeUtc);
            if (_shallow.TryGetValue(path, out var then) && then == now)
                return;
            using var bytes = file.OpenRead();
            if (DepthReached(Plain(bytes), MostLevels))
            {
                throw UserException.Failed(
                    $"{path}：JSON 嵌套超过 {MostLevels} 层，引擎读不了。请先展平。",
                    $"{path}: the JSON is nested in more than {MostLevels} levels, which the engine cannot read. Flatten it first."
                );
            }

            _shallow[path] = now;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The engine says what is wrong with a file that cannot be read.
        }
    }

    /// <summary>Whether brackets outside texts are open in more than so many levels anywhere.</summary>
    internal static bool DepthReached(Stream json, int most)
    {
        var buffer = new byte[1 << 16];
        var (depth, isText, isEscaped) = (0, false, false);
        while (json.Read(buffer) is > 0 and var count)
        {
            foreach (var letter in buffer.AsSpan(0, count))
            {
                if (isEscaped)
                    isEscaped = false;
                else if (isText)
                    (isText, isEscaped) = (letter != '"', letter == '\\');
                else if (letter == '"')
                    isText = true;
                else if (letter is (byte)'[' or (byte)'{' && ++depth > most)
                    return true;
                else if (letter is (byte)']' or (byte)'}')
                    depth = Math.Max(0, depth - 1);
            }
        }

        return false;
    }

    /// <summary>The bytes of a file, decompressed where it is gzip.</summary>
    private static Stream Plain(FileStream file)
    {
        Span<byte> first = stackalloc byte[2];
        var length = file.ReadAtLeast(first, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 2 && first[0] == 0x1F && first[1] == 0x8B ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Where a log's file cannot be written, the engine of 1.5.6 tells of it, and at its end aborts the process.</summary>
    private static void RefuseLogFiles(string sql)
    {
        var words = SqlTokenizer
            .Read(sql)
            .Where(t => t.Kind != SqlTokenKind.Comment)
            .Select(t => SqlTree.Unquote(t.In(sql)).ToLowerInvariant());
        if (words.Any(w => w is "storage_path" or "storage_config" or "'file'"))
        {
            throw UserException.Failed(
                "引擎的日志不能直接写文件：写不成时它会结束整个程序。请用 CALL enable_logging('QueryLog')，"
                    + "之后 COPY (FROM duckdb_logs) TO 'log.csv'。",
                "The engine's log cannot go straight to a file: where that cannot be written, the engine ends the program. "
                    + "Use CALL enable_logging('QueryLog'), and then COPY (FROM duckdb_logs) TO 'log.csv'."
            );
        }
    }
}
