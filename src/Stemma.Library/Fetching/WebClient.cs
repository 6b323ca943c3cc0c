using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Stemma.Library.Fetching;

/// <summary>Makes single requests: no redirects, cookies, credentials or proxy; capped in time and size.</summary>
internal sealed class WebClient : IDisposable
{
    /// <summary>The product token that robots.txt files know the program by.</summary>
    public const string Product = "Stemma";

    private const string Accepted = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/*;q=0.8,*/*;q=0.1";

    private static readonly string s_userAgent = UserAgent();

    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _invoker;
    private readonly BodyReader _bodies = new();

    /// <summary>Makes a client.</summary>
    public WebClient(FetchOptions options, FetchLimits limits, Network network, TimeProvider time)
    {
        _limits = limits;
        _time = time;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new CheckedConnection(network, options.AllowPrivateAddresses).OpenAsync,
            ConnectTimeout = limits.Connect,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = limits.LongestHeaders,
            MaxResponseDrainSize = 0,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            SslOptions = { CertificateChainPolicy = Certificates() },
        });
    }

    /// <summary>Asks for an address.</summary>
    /// <param name="address">The address; it was checked.</param>
    /// <param name="kept">The answer of an earlier time, so that the site need not send it again.</param>
    /// <param name="isRobots">True for a robots.txt: of any type, and cut where it is too long.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <returns>An answer or a failure.</returns>
    /// <exception cref="OperationCanceledException">By <paramref name="cancellation"/> only.</exception>
    public async Task<(WebAnswer? Answer, WebFailure? Failure)> GetAsync(Uri address, WebAnswer? kept, bool isRobots, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Add(request, "User-Agent", s_userAgent);
        Add(request, "Accept", isRobots ? "text/plain,*/*;q=0.1" : Accepted);
        Add(request, "Accept-Encoding", "gzip, br, deflate");
        Add(request, "If-None-Match", kept?.ETag);
        Add(request, "If-Modified-Since", kept?.LastModified);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long start = Stopwatch.GetTimestamp();
        limit.CancelAfter(_limits.Head);
        bool hasHead = false;
        try
        {
            using HttpResponseMessage response = await _invoker.SendAsync(request, limit.Token);
            hasHead = true;
            TimeSpan left = _limits.Whole - Stopwatch.GetElapsedTime(start);
            limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            return await AnswerAsync(response, isRobots, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, WebFailures.TimeOut(hasHead, limit.IsCancellationRequested, _limits));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, WebFailures.Of(e, _limits));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _invoker.Dispose();
        _bodies.Dispose();
    }

    private async Task<(WebAnswer?, WebFailure?)> AnswerAsync(HttpResponseMessage response, bool isRobots, CancellationToken cancellation)
    {
        var answer = new WebAnswer((int)response.StatusCode)
        {
            Location = First(response, "Location"),
            ContentType = First(response, "Content-Type"),
            ETag = First(response, "ETag"),
            LastModified = First(response, "Last-Modified"),
            RetryAfter = RetryAfter(First(response, "Retry-After")),
        };
        if (answer.Status != 200)
            return (answer, null);
        if (!isRobots && ContentTypes.Problem(answer.ContentType) is { } refused)
            return (null, new WebFailure(refused, IsPassing: false));
        long most = isRobots ? _limits.LongestRobots : _limits.LongestBody;
        if (!isRobots && response.Content.Headers.ContentLength > most)
            return (null, BodyReader.TooLong(most));
        Stream body = await response.Content.ReadAsStreamAsync(cancellation);
        string? encoding = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var layers) ? string.Join(',', layers) : null;
        (ReadOnlyMemory<byte> bytes, WebFailure? failure) = await _bodies.ReadAsync(body, encoding, most, clips: isRobots, cancellation);
        return failure is null ? (answer with { Body = bytes }, null) : (null, failure);
    }

    // The headers as they came: half of the web's are not what .NET's own reading asks for.
    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.FirstOrDefault() : null;

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null && value.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0)
            request.Headers.TryAddWithoutValidation(name, value);
    }

    // RFC 9110 section 10.2.3: seconds or a date.
    private TimeSpan? RetryAfter(string? value)
    {
        if (value is null)
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(value.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
            return null;
        TimeSpan wait = at - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A certificate may name addresses to get others from; these requests would go past every check.
    private static X509ChainPolicy Certificates() => new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    // "Stemma/0.1.0 (+https://…)": the address of the project where the build knows one.
    private static string UserAgent()
    {
        Assembly assembly = typeof(WebClient).Assembly;
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        string? project = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value;
        return string.IsNullOrEmpty(project) ? $"{Product}/{version}" : $"{Product}/{version} (+{project})";
    }
}
