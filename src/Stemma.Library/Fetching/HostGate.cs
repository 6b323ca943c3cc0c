namespace Stemma.Library.Fetching;

/// <summary>Lets one request at a time through to a site, with a pause between pages.</summary>
internal sealed class HostGate(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _lastPage = DateTimeOffset.MinValue;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    /// <summary>Why this site is not asked again in this run, null where it is.</summary>
    public string? Closed { get; set; }

    /// <summary>Waits for a turn.</summary>
    /// <param name="pause">At least so long after the last page; null where the request is none for a page of its own.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task EnterAsync(TimeSpan? pause, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            DateTimeOffset free = pause is { } p && _lastPage > DateTimeOffset.MinValue ? _lastPage + p : DateTimeOffset.MinValue;
            TimeSpan wait = (free > _heldUntil ? free : _heldUntil) - time.GetUtcNow();
            if (wait > TimeSpan.Zero && Closed is null)
                await Task.Delay(wait, time, cancellation);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Ends a turn.</summary>
    /// <param name="isPage">True where a page was asked for.</param>
    public void Leave(bool isPage)
    {
        if (isPage)
            _lastPage = time.GetUtcNow();
        _turn.Release();
    }

    /// <summary>Nobody gets a turn before this time is over.</summary>
    public void Hold(TimeSpan wait)
    {
        DateTimeOffset until = time.GetUtcNow() + wait;
        if (until > _heldUntil)
            _heldUntil = until;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
