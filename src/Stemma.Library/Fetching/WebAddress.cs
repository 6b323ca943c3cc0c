using System.Collections.Frozen;

namespace Stemma.Library.Fetching;

/// <summary>Reads web addresses as people give them and as pages redirect to them.</summary>
internal static class WebAddress
{
    /// <summary>In characters; servers give up at 8,000 or before, and no article's address comes near.</summary>
    private const int Longest = 4096;

    /// <summary>In characters; what of an address is shown where it stands in a message.</summary>
    private const int LongestShown = 200;

    // source: WHATWG Fetch Standard, section "Port blocking" (bad ports); ports of mail, shells, files and so on, whose servers could take
    // a request for a command. 0 is no port.
    private static readonly FrozenSet<int> s_badPorts = FrozenSet.Create(
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115,
        117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587,
        601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
        6697, 10080);

    /// <summary>True where the argument is written as an address: "https://…", any scheme.</summary>
    public static bool IsAddress(string argument)
    {
        int end = argument.IndexOf("://", StringComparison.Ordinal);
        if (end < 2 || !char.IsAsciiLetter(argument[0]))
            return false;
        return !argument.AsSpan(0, end).ContainsAnyExcept(s_schemeCharacters);
    }

    /// <summary>True where the argument looks like an address that lacks its "https://": "www.example.org", "example.org/page".</summary>
    public static bool LacksScheme(string argument)
    {
        int slash = argument.IndexOf('/', StringComparison.Ordinal);
        string host = slash < 0 ? argument : argument[..slash];
        int dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Length - dot <= 2 || host[0] == '.' || Uri.CheckHostName(host) != UriHostNameType.Dns || host.AsSpan(dot + 1).ContainsAnyInRange('0', '9'))
            return false;
        return slash > 0 || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads an address; what is wrong with it where it may not be asked for.</summary>
    /// <param name="text">The address as it was given.</param>
    public static (Uri? Address, string? Problem) Read(string text)
    {
        if (text.Length > Longest)
            return (null, $"the address is longer than {Longest} characters; check it");
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address))
            return (null, "this is no valid web address; check it for typing errors");
        if (Plain(address) is not { } plain)
            return (null, "the name of the site is no valid name; check it for typing errors");
        return Problem(plain) is { } problem ? (null, problem) : (plain, null);
    }

    /// <summary>Resolves a redirect's target; what is wrong with it where it may not be asked for.</summary>
    /// <param name="from">The address that redirects.</param>
    /// <param name="location">The Location header's value.</param>
    public static (Uri? Address, string? Problem) Resolve(Uri from, string location)
    {
        if (location.Length > Longest || !Uri.TryCreate(from, location.Trim(), out Uri? to) || !to.IsAbsoluteUri || Plain(to) is not { } plain)
            return (null, "the site redirects to something that is no valid address; open it in a browser and save the page");
        return Problem(plain) is { } problem ? (null, $"the site redirects to {Shown(plain)}: {problem}") : (plain, null);
    }

    /// <summary>The address for a message: escaped, and not longer than a line or two.</summary>
    public static string Shown(Uri address)
    {
        // Built from parts so that no password is ever repeated.
        string text = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }

    private static readonly System.Buffers.SearchValues<char> s_schemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static string? Problem(Uri address)
    {
        if (address.IsFile)
            return "files are given by their path, not as file://; give the path";
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return "only http and https addresses are read; save the report and give the file";
        if (address.Host.Length == 0)
            return "the address names no site; check it for typing errors";
        if (address.UserInfo.Length > 0)
            return "the address holds a user name or password, and these are not sent; take them out, or save the page in a browser and give the file";
        if (s_badPorts.Contains(address.Port))
            return $"port {address.Port} belongs to another service, not to web pages; check the address";
        return null;
    }

    // Without its fragment, and the host's name in ASCII as it goes over the wire; null where the name has no such form. Read anew, as
    // "①②⑦.0.0.1" is a number only then.
    private static Uri? Plain(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return address;
        try
        {
            var plain = new UriBuilder(address) { Fragment = "" };
            if (address.HostNameType == UriHostNameType.Dns)
                plain.Host = address.IdnHost;
            return plain.Uri;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
