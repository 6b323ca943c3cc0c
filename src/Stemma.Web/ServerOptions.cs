namespace Stemma.Web;

/// <summary>How the app is served.</summary>
public sealed record ServerOptions
{
    /// <summary>The address that is used where none is given: this machine alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where it listens, each as http://HOST:PORT; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Names of hosts it answers to besides this machine's own and addresses in digits.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Why it cannot listen at the address, null where it can: http alone, a host and a port, no path.</summary>
    public static string? Problem(string url)
    {
        const string Advice = "give http://HOST:PORT, as in " + DefaultUrl;
        // A wildcard is no host of a URI; the server knows it.
        string checkable = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(checkable, UriKind.Absolute, out Uri? parsed))
            return $"{url}: no address; {Advice}";
        if (parsed.Scheme != Uri.UriSchemeHttp)
            return $"{url}: only http is served (put a proxy with a certificate before it for others than this machine); {Advice}";
        return parsed.PathAndQuery != "/" || parsed.UserInfo.Length > 0 ? $"{url}: more than a host and a port; {Advice}" : null;
    }
}
