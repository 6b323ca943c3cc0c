using System.Collections.Concurrent;

namespace Stemma.Library.Fetching;

/// <summary>Makes requests in a site's own time: in turn, with pauses, again after a passing failure, and not at all where a kept answer will do.</summary>
internal sealed class RequestMaker(WebClient client, FetchCache? cache, FetchLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>The factor from one back-off to the next.</summary>
    private const int Growth = 4;

    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.Ordinal);

    /// <summary>Asks for a page; a kept answer that the site confirms is given as status 200.</summary>
    /// <param name="address">The address.</param>
    /// <param name="pause">At least so long after the last page of the site.</param>
    /// <param name="cancellation">Ends request and waiting.</param>
    public async Task<(WebAnswer? Answer, WebFailure? Failure)> GetPageAsync(Uri address, TimeSpan pause, CancellationToken cancellation)
    {
        KeptAnswer? kept = cache?.Find(address, limits.LongestBody);
        return Kept(address, kept, await AskAsync(address, kept, pause, cancellation));
    }

    /// <summary>Asks for a robots.txt; one that was kept within a day is not asked for again.</summary>
    public async Task<(WebAnswer? Answer, WebFailure? Failure)> GetRobotsAsync(Uri address, CancellationToken cancellation)
    {
        KeptAnswer? kept = cache?.Find(address, limits.LongestRobots);
        if (kept is not null && kept.Age >= TimeSpan.Zero && kept.Age < limits.RobotsAge)
            return (kept.Answer, null);
        return Kept(address, kept, await AskAsync(address, kept, null, cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (HostGate gate in _gates.Values)
            gate.Dispose();
    }

    private (WebAnswer?, WebFailure?) Kept(Uri address, KeptAnswer? kept, (WebAnswer? Answer, WebFailure? Failure) got)
    {
        if (got.Answer is { Status: 304 } && kept is not null)
            got.Answer = kept.Answer;
        if (got.Answer is { Status: 200 })
            cache?.Keep(address, got.Answer);
        return got;
    }

    private async Task<(WebAnswer?, WebFailure?)> AskAsync(Uri address, KeptAnswer? kept, TimeSpan? pause, CancellationToken cancellation)
    {
        HostGate gate = _gates.GetOrAdd(address.IdnHost, _ => new HostGate(time));
        TimeSpan backOff = limits.BackOff;
        for (int attempt = 0; ; attempt++)
        {
            await gate.EnterAsync(pause, cancellation);
            try
            {
                if (gate.Closed is { } closed)
                    return (null, new WebFailure(closed, IsPassing: false));
                (WebAnswer? answer, WebFailure? failure) = await client.GetAsync(address, kept?.Answer, isRobots: pause is null, cancellation);
                if (answer is { IsBusy: false } || failure is { IsPassing: false })
                    return (answer, failure);
                TimeSpan wait = answer?.RetryAfter is { } asked && asked > backOff ? asked : backOff;
                if (attempt == limits.Retries || wait > limits.LongestPause)
                {
                    // Who asks for fewer requests gets none.
                    if (answer is { Status: 429 })
                        gate.Closed = WebFailures.Status(answer);
                    return (answer, failure);
                }
                gate.Hold(wait);
                backOff *= Growth;
            }
            finally
            {
                gate.Leave(isPage: pause is not null);
            }
        }
    }
}
