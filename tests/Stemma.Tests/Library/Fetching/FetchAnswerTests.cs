using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Reading;

namespace Stemma.Tests.Library.Fetching;

/// <summary>Whatever a server answers: a page, or one line that says what is wrong and what to do.</summary>
public sealed class FetchAnswerTests : FetchingTest
{
    private static readonly byte[] s_html = Encoding.UTF8.GetBytes(Html);

    [Fact]
    public async Task A_page_gives_its_bytes_its_address_and_its_charset()
    {
        Site.Page("/a", Html, "Content-Type: text/html; charset=\"ISO-8859-2\"\r\n");
        OpenedReports fetched = await FetchAsync(Site.Address("/a#top"));
        ReportInput input = Assert.Single(fetched.Inputs);
        Assert.Empty(fetched.Problems);
        Assert.Equal(Site.Address("/a#top"), input.Name);
        Assert.Equal(Site.Address("/a"), input.Url);
        Assert.Equal("ISO-8859-2", input.Charset);
        Assert.Equal(s_html, input.Bytes.ToArray());
    }

    [Theory]
    [InlineData("application/pdf", "a PDF (application/pdf)")]
    [InlineData("IMAGE/JPEG; x=y", "a picture (image/jpeg)")]
    [InlineData("application/x-shockwave-flash", "gives application/x-shockwave-flash")]
    [InlineData("text/css", "gives text/css")]
    [InlineData("image/svg+xml", "a picture")]
    [InlineData("application/\u001b[31mevil", "application/31mevil")]
    public async Task Other_kinds_of_files_are_told_by_their_name(string type, string words)
    {
        Site.Page("/a", Html, $"Content-Type: {type}\r\n");
        string why = await ProblemAsync("/a");
        Assert.Contains(words, why, StringComparison.Ordinal);
        Assert.DoesNotContain(why, char.IsControl);
    }

    [Theory]
    [InlineData("Content-Type: application/xhtml+xml\r\n", null)]
    [InlineData("Content-Type: application/rss+xml;charset=utf-8\r\n", "utf-8")]
    [InlineData("Content-Type: application/json\r\n", null)]
    [InlineData("Content-Type: text/plain; Charset = windows-1250 ; x\r\n", "windows-1250")]
    [InlineData("Content-Type: text/html; charset=\r\n", null)]
    [InlineData("Content-Type: text/html; charset=\u001b[31mred\r\n", null)]
    [InlineData("Content-Type: ;;;\r\n", null)]
    [InlineData("", null)]
    public async Task Pages_text_XML_and_JSON_are_taken(string header, string? charset)
    {
        Site.Page("/a", Html, header);
        Assert.Equal(charset, Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs).Charset);
    }

    [Theory]
    [InlineData(401, "a login")]
    [InlineData(403, "refuses this program (403)")]
    [InlineData(404, "no such page (404)")]
    [InlineData(410, "no such page (410)")]
    [InlineData(451, "legal reasons")]
    [InlineData(500, "an error (500)")]
    [InlineData(204, "no page (204)")]
    [InlineData(304, "nothing was kept")]
    [InlineData(302, "status 302")]
    [InlineData(699, "an error (699)")]
    public async Task Statuses_are_told_in_words(int status, string words)
    {
        Site.Status("/a", status);
        Assert.Contains(words, await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Single(Site.Paths);
    }

    [Fact]
    public async Task A_length_that_is_longer_than_the_page_is_told_as_broken_off()
    {
        Site.Answer("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n" + Html);
        Assert.Contains("broke off", await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Equal(1 + Limits.Retries, Site.Paths.Count());
    }

    [Fact]
    public async Task A_length_that_is_shorter_than_the_page_gives_what_it_says()
    {
        Site.Answer("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n" + Html);
        Assert.Equal("<html>", Encoding.UTF8.GetString(Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs).Bytes.Span));
    }

    [Fact]
    public async Task A_length_beyond_the_cap_ends_it_before_the_page_is_read()
    {
        Site.Answer("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n");
        Assert.Contains("too long for a report", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5\r\n<html\r\n1\r\n>\r\n0\r\n\r\n", "<html>")]
    [InlineData("5\r\n<html\r\n1\r\n", null)]
    [InlineData("5\r\n<ht", null)]
    [InlineData("zz\r\n<html\r\n0\r\n\r\n", null)]
    [InlineData("ffffffffffffffffff\r\n<html\r\n0\r\n\r\n", null)]
    public async Task Chunks_are_put_together_and_a_clipped_chunk_is_told(string chunks, string? text)
    {
        Site.Answer("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
        if (text is null)
            Assert.Matches("broke off|no valid HTTP", await ProblemAsync("/a"));
        else
            Assert.Equal(text, Encoding.UTF8.GetString(Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs).Bytes.Span));
    }

    [Fact]
    public async Task A_page_without_a_length_ends_with_the_connection()
    {
        Site.Answer("/a", "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + Html);
        Assert.Equal(s_html, Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs).Bytes.ToArray());
    }

    [Fact]
    public async Task An_endless_page_is_stopped_at_the_cap()
    {
        Limits = Limits with { LongestBody = 1024 * 1024 };
        Site.Answer("/a", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancellation);
            byte[] more = new byte[65536];
            while (true)
                await stream.WriteAsync(more, cancellation);
        });
        Assert.Contains("too long for a report", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_stopped()
    {
        Site.Answer("/a", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancellation);
            for (int i = 0; i < 1000; i++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {new string('x', 1000)}\r\n"), cancellation);
        });
        Assert.Contains("headers are longer than 64 KB", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_drip_are_stopped_by_the_time_for_the_whole()
    {
        Limits = Limits with { Whole = TimeSpan.FromSeconds(0.5) };
        Site.Answer("/a", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancellation);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellation);
                await Task.Delay(20, cancellation);
            }
        });
        Assert.Contains("not whole within 0.5 s", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_silent_or_drips_its_headers_is_given_up()
    {
        Limits = Limits with { Head = TimeSpan.FromSeconds(0.5) };
        Site.Answer("/silent", (_, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        Site.Answer("/drip", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nX: "u8.ToArray(), cancellation);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellation);
                await Task.Delay(20, cancellation);
            }
        });
        Assert.Contains("did not answer within 0.5 s", await ProblemAsync("/silent"), StringComparison.Ordinal);
        Assert.Contains("did not answer within 0.5 s", await ProblemAsync("/drip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_never_stands_is_given_up()
    {
        Limits = Limits with { Connect = TimeSpan.FromSeconds(0.3) };
        Network = Network with { Connect = async (_, cancellation) => { await Task.Delay(Timeout.Infinite, cancellation); return Stream.Null; } };
        Assert.Contains("no connection could be made within 0.3 s", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_tried_again_and_then_told()
    {
        Site.Answer("/a", (_, stream, _) =>
        {
            ((NetworkStream)stream).Socket.LingerState = new LingerOption(true, 0);
            ((NetworkStream)stream).Socket.Close();
            return Task.CompletedTask;
        });
        Assert.Contains("broke off", await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Equal(1 + Limits.Retries, Site.Paths.Count());
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("<html>")]
    public async Task What_is_no_HTTP_is_told(string answer)
    {
        Site.Answer("/a", answer);
        Assert.Matches("no valid HTTP|broke off", await ProblemAsync("/a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Encoding: gzip\r\n")]
    [InlineData("Content-Encoding: br\r\n")]
    public async Task An_empty_page_is_told(string header)
    {
        Site.Page("/a", "", header);
        Assert.Contains("the page is empty", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_ports_without_a_site_are_told()
    {
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        string nobody = $"http://{free.LocalEndpoint}/a";
        free.Stop();
        Assert.Contains("connection refused", await ProblemAsync(nobody), StringComparison.Ordinal);
        Network = Public(_ => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Contains("no site of this name", await ProblemAsync("http://nowhere.example/a"), StringComparison.Ordinal);
        Network = Public(_ => []);
        Assert.Contains("no site of this name", await ProblemAsync("http://nowhere.example/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var key = RSA.Create(2048);
        var wish = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = wish.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        Site.Wrap = async stream =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        };
        Site.Page("/a", Html);
        Assert.Contains("no secure connection could be made", await ProblemAsync($"https://127.0.0.1:{Site.Port}/a"), StringComparison.Ordinal);
        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task A_site_without_TLS_is_told()
    {
        Site.Wrap = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 400 Plain\r\n\r\n"u8.ToArray());
            return stream;
        };
        Assert.Contains("the site does not speak TLS", await ProblemAsync($"https://127.0.0.1:{Site.Port}/a"), StringComparison.Ordinal);
    }
}
