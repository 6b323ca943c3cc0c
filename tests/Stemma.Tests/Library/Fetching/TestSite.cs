using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stemma.Tests.Library.Fetching;

/// <summary>A web server on this machine that answers as a test wants, also against all rules of HTTP.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, Func<SiteRequest, Stream, CancellationToken, Task>> _pages = new(StringComparer.Ordinal);
    private readonly List<SiteRequest> _requests = [];
    private readonly Lock _lock = new();

    public TestSite()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port it listens at.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Wraps each connection, as in TLS; null where nothing does.</summary>
    public Func<Stream, Task<Stream>>? Wrap { get; set; }

    /// <summary>The requests in the order in which they came.</summary>
    public IReadOnlyList<SiteRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The paths of the requests, robots.txt left out.</summary>
    public IEnumerable<string> Paths => Requests.Select(r => r.Path).Where(p => p != "/robots.txt");

    /// <summary>The address of a page of this site.</summary>
    public string Address(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <summary>Answers a path with raw bytes.</summary>
    public void Answer(string path, string answer) => Answer(path, Encoding.UTF8.GetBytes(answer));

    /// <summary>Answers a path with raw bytes.</summary>
    public void Answer(string path, byte[] answer) => Answer(path, _ => answer);

    /// <summary>Answers a path with raw bytes that depend on the request.</summary>
    public void Answer(string path, Func<SiteRequest, byte[]> answer) =>
        Answer(path, async (request, stream, cancellation) => await stream.WriteAsync(answer(request), cancellation));

    /// <summary>Answers a path in any way; the connection is closed behind it.</summary>
    public void Answer(string path, Func<SiteRequest, Stream, CancellationToken, Task> answer)
    {
        lock (_lock)
            _pages[path] = answer;
    }

    /// <summary>A whole page that is one.</summary>
    public void Page(string path, string html, string headers = "Content-Type: text/html; charset=utf-8\r\n") => Answer(path, Ok(Encoding.UTF8.GetBytes(html), headers));

    /// <summary>The robots.txt.</summary>
    public void Robots(string text) => Page("/robots.txt", text, "Content-Type: text/plain\r\n");

    /// <summary>A redirect.</summary>
    public void Redirect(string path, string to, int status = 302) => Answer(path, $"HTTP/1.1 {status} Elsewhere\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n");

    /// <summary>An answer without a body.</summary>
    public void Status(string path, int status, string headers = "") => Answer(path, $"HTTP/1.1 {status} So\r\n{headers}Content-Length: 0\r\n\r\n");

    /// <summary>The bytes of an answer with status 200.</summary>
    public static byte[] Ok(byte[] body, string headers) =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token), _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (Wrap is not null)
                    stream = await Wrap(stream);
                await using (stream)
                {
                    if (await SiteRequest.ReadAsync(stream, cancellation) is not { } request)
                        return;
                    Func<SiteRequest, Stream, CancellationToken, Task>? answer;
                    lock (_lock)
                    {
                        _requests.Add(request);
                        answer = _pages.GetValueOrDefault(request.Path);
                    }
                    if (answer is null)
                        await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
                    else
                        await answer(request, stream, cancellation);
                    await stream.FlushAsync(cancellation);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The other side went away.
            }
        }
    }
}

/// <summary>A request as it came.</summary>
internal sealed record SiteRequest(string Path, string Head)
{
    /// <summary>A header's value, null where it was not sent.</summary>
    public string? Header(string name) => Head.Split("\r\n").Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 1)..].Trim()).FirstOrDefault();

    /// <summary>Reads the head of a request; null where the other side closes before it ends.</summary>
    public static async Task<SiteRequest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancellation) == 0)
                return null;
            head.Append((char)one[0]);
        }
        return new SiteRequest(head.ToString().Split(' ')[1], head.ToString());
    }
}
