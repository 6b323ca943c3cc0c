using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Stemma.Library.Fetching;

/// <summary>Says in words why a request failed and what to do.</summary>
internal static class WebFailures
{
    private static readonly WebFailure s_brokeOff = new("the connection broke off before the page was whole; try again later", IsPassing: true);

    /// <summary>Of an exception that a request ended with.</summary>
    public static WebFailure Of(Exception error, FetchLimits limits)
    {
        // The innermost that is known says most; the outer ones say that something was inside.
        WebFailure? known = null;
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            known = e switch
            {
                RefusedAddressException refused => new WebFailure(refused.Message, IsPassing: false),
                AuthenticationException insecure => Insecure(Certificate(insecure.Message)),
                SocketException socket => Of(socket.SocketErrorCode),
                OperationCanceledException => TimeOut(hasHead: false, hasConnected: false, limits),
                HttpRequestException http => Of(http.HttpRequestError, limits),
                _ => null,
            } ?? known;
        }
        return known ?? s_brokeOff;
    }

    /// <summary>Of a time that ran out.</summary>
    /// <param name="hasHead">True where the answer had begun.</param>
    /// <param name="hasConnected">False where not even the connection stood.</param>
    /// <param name="limits">How long it may take.</param>
    public static WebFailure TimeOut(bool hasHead, bool hasConnected, FetchLimits limits)
    {
        (string what, TimeSpan limit) = hasHead ? ("the page was not whole", limits.Whole) : hasConnected ? ("the site did not answer", limits.Head) : ("no connection could be made", limits.Connect);
        return new WebFailure(string.Create(CultureInfo.InvariantCulture, $"{what} within {limit.TotalSeconds:0.#} s; try again later"), IsPassing: false);
    }

    /// <summary>Of a status other than 200, a redirect or "not modified".</summary>
    public static string Status(WebAnswer answer) => answer.Status switch
    {
        401 => "the site asks for a login (401); log in with a browser, save the page and give the file",
        402 => "the site asks for payment (402); open it in a browser, save the page and give the file",
        403 or 406 or 418 => $"the site refuses this program ({answer.Status}); open it in a browser, save the page and give the file",
        404 or 410 => $"the site has no such page ({answer.Status}); check the address",
        429 => $"the site asks for fewer requests (429); try again {Later(answer.RetryAfter)}",
        451 => "the site withholds the page for legal reasons (451); look for another copy of the report",
        503 => $"the site is busy or closed for now (503); try again {Later(answer.RetryAfter)}",
        >= 500 => $"the site has an error ({answer.Status}); try again later",
        304 => "the site says that nothing changed since an earlier time, but nothing was kept (304); try again later",
        >= 200 and < 300 => $"the site gives no page ({answer.Status}); check the address",
        _ => $"the site gives no page but the status {answer.Status}; open it in a browser, save the page and give the file",
    };

    private static WebFailure Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => new("no site of this name is known; check the address for typing errors, and the connection to the internet", IsPassing: false),
        SocketError.TryAgain or SocketError.NoRecovery => new("the name of the site could not be looked up; check the connection to the internet", IsPassing: false),
        SocketError.ConnectionRefused => new("nothing answers at this address (connection refused); check the address and the port", IsPassing: false),
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => new("the site cannot be reached; check the connection to the internet", IsPassing: false),
        SocketError.TimedOut => new("no connection could be made in time; try again later", IsPassing: false),
        _ => s_brokeOff,
    };

    private static WebFailure? Of(HttpRequestError error, FetchLimits limits) => error switch
    {
        HttpRequestError.ConfigurationLimitExceeded => new($"the site's headers are longer than {limits.LongestHeaders} KB; save the page in a browser and give the file", IsPassing: false),
        HttpRequestError.SecureConnectionError => Insecure("the site found no way that this program knows"),
        HttpRequestError.InvalidResponse => new("the site's answer is no valid HTTP; check the address, or save the page in a browser and give the file", IsPassing: false),
        _ => null,
    };

    private static WebFailure Insecure(string why) =>
        new($"no secure connection could be made ({why}); open the page in a browser, and where you trust it save it and give the file", IsPassing: false);

    // The names are .NET's own for what is wrong with a certificate.
    private static string Certificate(string message)
    {
        (string Word, string Meaning)[] known =
        [
            ("NotTimeValid", "its certificate has run out or is not valid yet"), ("NameMismatch", "its certificate belongs to another site"),
            ("UntrustedRoot", "nobody that is trusted vouches for its certificate"), ("PartialChain", "its certificate is not complete or nobody that is trusted vouches for it"),
            ("Revoked", "its certificate was called back"), ("certificate", "its certificate is not valid"), ("frame", "the site does not speak TLS; the address may begin with http"),
        ];
        return known.FirstOrDefault(k => message.Contains(k.Word, StringComparison.OrdinalIgnoreCase)).Meaning ?? "the site found no way that this program knows";
    }

    private static string Later(TimeSpan? wait) =>
        wait is { } w && w > TimeSpan.Zero && w < TimeSpan.FromDays(7) ? string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(w.TotalMinutes):0} min") : "later";
}
