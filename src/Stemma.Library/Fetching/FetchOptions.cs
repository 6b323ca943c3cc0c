namespace Stemma.Library.Fetching;

/// <summary>What a user may decide about fetching.</summary>
public sealed record FetchOptions
{
    /// <summary>True where pages on this machine and in private networks may be read; metadata services and reserved blocks never are.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>True where a redirect from https to http is followed.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>The folder in which fetched pages are kept, so that a site sends one again only when it has changed; null where nothing is kept.</summary>
    public string? CacheFolder { get; init; }
}
