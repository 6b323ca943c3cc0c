namespace Stemma.Cli.Terminal;

/// <summary>Tells on a terminal what is being done, once the run has taken a second; quiet in a pipe.</summary>
/// <param name="writer">Where to.</param>
/// <param name="shown">False where <paramref name="writer"/> is no terminal.</param>
/// <param name="time">The clock that tells when a second is over.</param>
internal sealed class StageProgress(TextWriter writer, bool shown, TimeProvider time) : IProgress<string>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private ITimer? _timer;
    private string _stage = "";
    private int _written;

    /// <inheritdoc/>
    public void Report(string value)
    {
        if (!shown)
            return;
        lock (_lock)
        {
            _stage = value;
            _timer ??= time.CreateTimer(_ => Show(), null, s_patience, Timeout.InfiniteTimeSpan);
            if (time.GetElapsedTime(_start) >= s_patience)
                Show();
        }
    }

    /// <summary>Takes the line away, so that something else can be written.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_written > 0)
                writer.Write($"\r{new string(' ', _written)}\r");
            _written = 0;
            _stage = "";
        }
    }

    /// <summary>Takes the line away for good.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        Clear();
    }

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private void Show()
    {
        lock (_lock)
        {
            if (_stage.Length == 0)
                return;
            writer.Write($"\r{(_stage + " …").PadRight(_written)}");
            _written = _stage.Length + 2;
        }
    }
}
