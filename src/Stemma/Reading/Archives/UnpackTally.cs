namespace Stemma.Reading.Archives;

/// <summary>What was met while unpacking, counted. One reading thread writes it; it may be read at any time.</summary>
public sealed class UnpackTally
{
    /// <summary>The reports that were given.</summary>
    public long Reports { get; internal set; }

    /// <summary>The faults that were told.</summary>
    public long Problems { get; internal set; }

    /// <summary>The records of WARC files, of every type.</summary>
    public long WarcRecords { get; internal set; }

    /// <summary>The WARC records that only say that a page was unchanged since an earlier crawl; they hold no page.</summary>
    public long Revisits { get; internal set; }

    /// <summary>What is no report and was passed over in silence: pictures, scripts, requests, answers that are no page.</summary>
    public long PassedOver { get; internal set; }
}
