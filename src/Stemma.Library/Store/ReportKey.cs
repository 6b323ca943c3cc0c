using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>What makes a report one and the same however often it is added: its address without what does not name the page, or else its outlet and words.</summary>
/// <param name="Text">The key.</param>
/// <param name="Site">The host of the address, or the outlet's name; empty where neither is known.</param>
/// <param name="IsAddress">True where it is of an address.</param>
public readonly record struct ReportKey(string Text, string Site, bool IsAddress)
{
    // Parameters that tell where a reader came from, not which page it is. source: the documentation of the named services' link tagging
    // (Google Analytics and Ads, Meta, Microsoft Ads, Mailchimp, Matomo, HubSpot).
    private static readonly FrozenSet<string> s_tracking = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "mc_cid", "mc_eid", "igshid", "twclid", "yclid", "_ga", "_gl",
        "pk_campaign", "pk_kwd", "pk_source", "pk_medium", "mtm_campaign", "mtm_source", "mtm_medium", "hsctatracking", "_hsenc", "_hsmi");

    /// <summary>The key of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">The hash of its words.</param>
    public static ReportKey Of(Report report, ReadOnlySpan<byte> words)
    {
        if (Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0)
            return Of(address);
        string outlet = (report.Outlet ?? "").Trim().ToLowerInvariant();
        return new ReportKey($"text:{Convert.ToHexStringLower(words)}:{outlet}", outlet, false);
    }

    /// <summary>The key of a web address: neither scheme, "www.", fragment, tracking parameters nor a last slash tell pages apart.</summary>
    public static ReportKey Of(Uri address)
    {
        string host = address.Host.ToLowerInvariant();
        string site = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        string port = address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}");
        IEnumerable<string> query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !IsTracking(p.Split('=')[0])).Order(StringComparer.Ordinal);
        string asked = string.Join('&', query);
        return new ReportKey($"//{site}{port}{address.AbsolutePath.TrimEnd('/')}{(asked.Length > 0 ? "?" + asked : "")}", site, true);
    }

    /// <summary>An id that is made of a text and stays: a letter and 16 hexadecimal digits.</summary>
    public static string IdOf(char kind, string text) =>
        kind + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || s_tracking.Contains(name);
}
