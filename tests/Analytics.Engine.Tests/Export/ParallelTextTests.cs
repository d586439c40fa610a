using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Export;

public sealed class ParallelTextTests : IDisposable
{
    /// <summary>Many more than may be ahead.</summary>
    private static readonly int Chunks = 50 * Environment.ProcessorCount;

    private readonly AnalyticsSession _session = TestHome.Open();
    private readonly List<DataChunk> _taken = [];

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Chunks_are_taken_only_a_few_ahead_of_what_is_written()
    {
        var written = new CountingStream();
        var mostAhead = 0;
        new ParallelText(written, (_, _, text) => text.Append((byte)'x')).Write(
            Taken()
                .Select(rows =>
                {
                    mostAhead = Math.Max(mostAhead, _taken.Count - written.Writes);
                    return rows;
                })
        );
        written.Writes.ShouldBe(Chunks);
        mostAhead.ShouldBeInRange(2, (8 * Environment.ProcessorCount) + 1);
        ShouldAllBeDisposed();
    }

    public static TheoryData<int> FailingChunks => [0, Chunks / 2, Chunks - 1];

    [Theory]
    [MemberData(nameof(FailingChunks))]
    public void A_defect_on_a_worker_comes_out_once_and_as_it_was_and_every_chunk_is_let_go(int at)
    {
        var defect = new InvalidDataException();
        var text = new MemoryStream();
        var thrown = Should.Throw<InvalidDataException>(() =>
            new ParallelText(
                text,
                (rows, _, into) =>
                {
                    var first = rows.Chunk.Column(0).Values<long>()[0];
                    if (first / DataChunk.Capacity >= at)
                        throw first / DataChunk.Capacity == at ? defect : new InvalidOperationException("a later one");
                    into.Append($"{first}\n");
                }
            ).Write(Taken())
        );
        thrown.ShouldBeSameAs(defect);
        Encoding.UTF8.GetString(text.ToArray()).ShouldBe(string.Concat(Enumerable.Range(0, at).Select(n => $"{n * DataChunk.Capacity}\n")));
        ShouldAllBeDisposed();
    }

    [Fact]
    public void What_the_rows_themselves_throw_comes_out_and_every_chunk_is_let_go()
    {
        Should.Throw<InvalidDataException>(() => new ParallelText(Stream.Null, (_, _, _) => { }).Write(FailingAfter(chunks: 5)));
        ShouldAllBeDisposed();
    }

    private IEnumerable<ChunkRows> Taken()
    {
        using var query = _session.Run($"FROM range({Chunks * DataChunk.Capacity})");
        while (query.Fetch() is { } chunk)
        {
            _taken.Add(chunk);
            yield return new ChunkRows(chunk, chunk.RowCount, owns: true);
        }
    }

    private IEnumerable<ChunkRows> FailingAfter(int chunks)
    {
        foreach (var rows in Taken().Take(chunks))
            yield return rows;
        throw new InvalidDataException();
    }

    private void ShouldAllBeDisposed() => _taken.ShouldAllBe(chunk => IsDisposed(chunk));

    private static bool IsDisposed(DataChunk chunk)
    {
        try
        {
            _ = chunk.Column(0);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Writes++;
    }
}
