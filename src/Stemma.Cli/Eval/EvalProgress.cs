namespace Stemma.Cli.Eval;

/// <summary>Tells on a terminal how many items are done; quiet in a pipe.</summary>
internal sealed class EvalProgress(string what) : IDisposable
{
    private readonly bool _shown = !Console.IsErrorRedirected;
    private long _last = Environment.TickCount64;
    private int _done;

    /// <summary>One more item is done.</summary>
    public void Step()
    {
        _done++;
        if (!_shown || Environment.TickCount64 - _last < 200)
            return;
        _last = Environment.TickCount64;
        Console.Error.Write($"\r{what}: {_done} done");
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (_shown)
            Console.Error.WriteLine($"\r{what}: {_done} done");
    }
}
