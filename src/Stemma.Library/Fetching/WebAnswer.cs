namespace Stemma.Library.Fetching;

/// <summary>One answer of a server.</summary>
/// <param name="Status">The status code.</param>
internal sealed record WebAnswer(int Status)
{
    /// <summary>Where a redirect leads, as the server wrote it.</summary>
    public string? Location { get; init; }

    /// <summary>The Content-Type header as the server wrote it.</summary>
    public string? ContentType { get; init; }

    /// <summary>The ETag header, by which the server knows this version again.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified header.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The unpacked body; empty but for status 200.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>True for the statuses that send the reader elsewhere (RFC 9110 section 15.4).</summary>
    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>True where the same request may do better in a moment.</summary>
    public bool IsBusy => Status is 429 or 502 or 503 or 504;
}

/// <summary>Why there is no answer, or none that can be used.</summary>
/// <param name="Why">What is wrong and what to do.</param>
/// <param name="IsPassing">True where the same request may do better in a moment.</param>
internal sealed record WebFailure(string Why, bool IsPassing);
