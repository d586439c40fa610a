using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>
/// Formats chunks on several threads and writes their text in the order of the chunks. One thread, the caller's, fetches
/// and writes; so a failing query, a closed pipe and a full disk are met where they always were, and threads only compute.
/// </summary>
/// <param name="stream">Where to.</param>
/// <param name="format">Appends the text of a chunk; called by several threads at once, each with a buffer of its own.</param>
internal sealed class ParallelText(Stream stream, Action<ChunkRows, bool, Utf8Buffer> format)
{
    /// <summary>
    /// Chunks in memory. Two for each processor would keep them busy if all went evenly; but the engine gives its chunks in bursts, and
    /// a pipe takes text in bursts, so more lie between the two.
    /// </summary>
    private static readonly int MostWaiting = 8 * Environment.ProcessorCount;

    private readonly Queue<Formatting> _waiting = [];
    private readonly Stack<Utf8Buffer> _buffers = [];

    /// <returns>Whether there was any row.</returns>
    public bool Write(IEnumerable<ChunkRows> chunks)
    {
        Formatting? last = null;
        var any = false;
        try
        {
            foreach (var rows in chunks)
            {
                // A chunk is left to another thread when a further one has come: few rows need no thread.
                last?.Start();
                last = new Formatting(rows, isFirst: !any, format, _buffers.TryPop(out var buffer) ? buffer : new Utf8Buffer());
                any = true;
                _waiting.Enqueue(last);
                if (_waiting.Count > MostWaiting)
                    WriteOldest();
            }

            while (_waiting.Count > 0)
                WriteOldest();
            return any;
        }
        finally
        {
            foreach (var left in _waiting)
                left.Dispose();
        }
    }

    private void WriteOldest()
    {
        var text = _waiting.Peek().Text();
        stream.Write(text.Written);
        text.Clear();
        _buffers.Push(text);
        _waiting.Dequeue().Dispose();
    }

    /// <summary>A chunk on its way to text.</summary>
    private sealed class Formatting : IDisposable
    {
        private readonly ChunkRows _rows;
        private readonly Task<Utf8Buffer> _task;
        private bool _started;

        public Formatting(ChunkRows rows, bool isFirst, Action<ChunkRows, bool, Utf8Buffer> format, Utf8Buffer into)
        {
            _rows = rows;
            _task = new Task<Utf8Buffer>(() =>
            {
                using (rows)
                    format(rows, isFirst, into);
                return into;
            });
        }

        public void Start()
        {
            _started = true;
            _task.Start(TaskScheduler.Default);
        }

        /// <summary>Waits for the text, or makes it if no thread has begun to.</summary>
        /// <exception cref="Exception">What the formatting threw.</exception>
        public Utf8Buffer Text()
        {
            if (!_started)
            {
                _started = true;
                _task.RunSynchronously(TaskScheduler.Default);
            }

            return _task.GetAwaiter().GetResult();
        }

        /// <summary>Ends the work, also without its text: then another failure is the one to report.</summary>
        public void Dispose()
        {
            if (!_started)
            {
                _rows.Dispose();
                return;
            }

            Task.WaitAny(_task);
            _task.Dispose();
        }
    }
}
