using System.Net;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Security;

/// <summary>Which names the app answers to, and from which pages it takes requests.</summary>
/// <remarks>
/// A page of another site can make a reader's browser ask this machine: by its address (then Origin or Sec-Fetch-Site tell), or by a
/// name of the attacker's that suddenly points here (DNS rebinding; then Host is that name). An address in digits cannot be rebound.
/// </remarks>
internal sealed class HostRules(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = new(["localhost", .. names], StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the app answers to the host.</summary>
    public bool Answers(HostString host)
    {
        string name = host.Host ?? "";
        return _names.Contains(name) || IPAddress.TryParse(name.Trim('[', ']'), out _);
    }

    /// <summary>Why a request is refused, null where it is taken.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!request.Host.HasValue || !Answers(request.Host))
            return "This app answers to its own address alone; open it by the address that it printed when it started (--allow-host names others).";
        string own = $"{request.Scheme}://{request.Host.Value}", origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase))
            return "The request comes from a page of another site.";
        // A link from elsewhere may open a page; scripts, frames and pictures of another site may ask for nothing.
        if (request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] is var mode && mode.Count > 0 && mode != "navigate")
            return "The request comes from a page of another site.";
        return null;
    }
}
