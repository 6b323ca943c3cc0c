using Stemma.Reading.Archives;

namespace Stemma.Library.Fetching;

/// <summary>How much of a site's time and of this machine's memory fetching may take.</summary>
internal sealed record FetchLimits
{
    /// <summary>In bytes after unpacking; the same as for files.</summary>
    public long LongestBody { get; init; } = UnpackLimits.Standard.LargestReport;

    /// <summary>In bytes, of all pages of a run, as they are held in memory; a thousand pages of news have some 200 MB.</summary>
    public long LongestRun { get; init; } = 1024L * 1024 * 1024;

    /// <summary>In bytes: RFC 9309 section 2.5 asks for at least 500 KiB.</summary>
    public int LongestRobots { get; init; } = 500 * 1024;

    /// <summary>In KB; servers themselves send some 8 KB at most, and .NET's own limit is 64.</summary>
    public int LongestHeaders { get; init; } = 64;

    /// <summary>Until the connection stands, names and TLS included; a site that takes longer is down for a reader too.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the request to the whole head of the answer.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the request to the last byte, however slowly they drip.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Redirects that are followed for one address; browsers stop at 20, sites need 3.</summary>
    public int Redirects { get; init; } = 10;

    /// <summary>Redirects that are followed for robots.txt (RFC 9309 section 2.3.1.2 asks for at least five).</summary>
    public int RobotsRedirects { get; init; } = 5;

    /// <summary>Times that a request is made again after a passing failure.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; four times as long before each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two pages of one site where its robots.txt asks for nothing else: the rate of a person who reads fast.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that a robots.txt or a Retry-After can ask for; a longer Retry-After ends the attempt, a longer crawl delay is cut to this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Sites that are asked at the same time.</summary>
    public int Sites { get; init; } = 6;

    /// <summary>Addresses in one run; more are a crawl, for which there are crawlers.</summary>
    public int Addresses { get; init; } = 1000;

    /// <summary>How long a kept robots.txt holds without being asked for again (RFC 9309 section 2.4).</summary>
    public TimeSpan RobotsAge { get; init; } = TimeSpan.FromHours(24);
}
