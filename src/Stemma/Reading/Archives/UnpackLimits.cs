namespace Stemma.Reading.Archives;

/// <summary>How much is unpacked before it is told and left: no archive, however it was made, fills the memory or never ends.</summary>
/// <remarks>There is no limit on the whole: an archive of any length is read in bounded memory.</remarks>
public sealed record UnpackLimits
{
    /// <summary>The limits that fit reports of news.</summary>
    public static UnpackLimits Standard { get; } = new();

    /// <summary>In bytes, unpacked: a longer report is told and passed over. No news report is as long.</summary>
    public int LargestReport { get; init; } = 50 * 1024 * 1024;

    /// <summary>In layers, each gzip, zip, tar, WARC and so on counting one: pages.warc.gz in a .tar.gz has four. Archives that hold themselves end here.</summary>
    public int MostLayers { get; init; } = 6;

    /// <summary>In reports; the reading ends there with a message. Unlimited unless it is set.</summary>
    public long MostReports { get; init; } = long.MaxValue;

    /// <summary>
    /// In bytes unpacked in all layers for each byte of the file, once <see cref="RatioFrom"/> is passed. Logs and tables reach 100, web pages 20,
    /// zeros 1,030 a layer: 300 stops no corpus and all bombs.
    /// </summary>
    public int HighestRatio { get; init; } = 300;

    /// <summary>The names of files in zip and tar archives that are given as they are, whatever they hold, because whoever asks reads them: side files.</summary>
    public IReadOnlyList<string> GivenAsTheyAre { get; init; } = [];

    /// <summary>In bytes: as much may be unpacked whatever the ratio, so that a small file of one even page is no bomb.</summary>
    public long RatioFrom { get; init; } = 100L * 1024 * 1024;
}
