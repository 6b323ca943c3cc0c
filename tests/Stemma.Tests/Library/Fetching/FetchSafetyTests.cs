using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>No page, name or redirect makes the program ask what is not public.</summary>
public sealed class FetchSafetyTests : FetchingTest
{
    private static readonly IPAddress s_public = IPAddress.Parse("93.184.215.14");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task This_machine_is_refused_however_it_is_written(string host)
    {
        Options = new FetchOptions();
        Site.Page("/a", Html);
        Assert.Contains("--allow-private-addresses", await ProblemAsync($"http://{host}:{Site.Port}/a"), StringComparison.Ordinal);
        Assert.Empty(Site.Requests);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    public async Task A_name_that_leads_to_such_an_address_is_refused(string address)
    {
        Options = new FetchOptions();
        var connected = new List<IPEndPoint>();
        Network = Public(_ => [s_public, IPAddress.Parse(address)], connected);
        string why = await ProblemAsync("http://news.example/a");
        Assert.Contains($"news.example leads to {IPAddress.Parse(address)}", why, StringComparison.Ordinal);
        Assert.Empty(connected);
    }

    [Fact]
    public async Task Metadata_services_are_refused_even_where_private_addresses_are_allowed()
    {
        Network = Public(_ => [IPAddress.Parse("169.254.169.254")]);
        Assert.Contains("link-local", await ProblemAsync("http://metadata.example/latest"), StringComparison.Ordinal);
        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_for_a_connection_and_the_connection_goes_to_that_answer()
    {
        // The first answer is public, each later one is not: a second look-up would be caught, and none leads anywhere else.
        Options = new FetchOptions();
        int asked = 0;
        var connected = new List<IPEndPoint>();
        Network = Public(_ => [asked++ == 0 ? s_public : IPAddress.Loopback], connected);
        Site.Answer("/robots.txt", "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Site.Page("/a", Html);
        string why = await ProblemAsync("http://news.example/a");
        Assert.Contains("127.0.0.1", why, StringComparison.Ordinal);
        Assert.Equal(2, asked);
        Assert.Equal([new IPEndPoint(s_public, 80)], connected);
        Assert.Empty(Site.Paths);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1234/admin", "this machine's own")]
    [InlineData("http://intern.example/", "intern.example leads to 10.0.0.1")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "link-local")]
    [InlineData("http://[::1]/", "this machine's own")]
    [InlineData("//10.9.9.9/x", "private")]
    [InlineData("http://news.example:22/", "port 22")]
    [InlineData("http://me:pass@news.example/", "user name or password")]
    [InlineData("file:///etc/passwd", "file://")]
    [InlineData("gopher://news.example/", "http and https")]
    [InlineData("http://[", "no valid address")]
    public async Task A_redirect_to_what_may_not_be_asked_is_refused(string to, string words)
    {
        Options = new FetchOptions();
        var connected = new List<IPEndPoint>();
        Network = Public(host => [host == "intern.example" ? IPAddress.Parse("10.0.0.1") : s_public], connected);
        Site.Redirect("/a", to);
        string why = await ProblemAsync("http://news.example/a");
        Assert.Contains(words, why, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", why, StringComparison.Ordinal);
        Assert.All(connected, c => Assert.Equal(s_public, c.Address));
    }

    [Fact]
    public async Task A_robots_file_cannot_redirect_there_either()
    {
        Options = new FetchOptions();
        Network = Public(_ => [s_public]);
        Site.Redirect("/robots.txt", "http://10.0.0.1/robots.txt");
        Site.Page("/a", Html);
        Assert.Contains("10.0.0.1", await ProblemAsync("http://news.example/a"), StringComparison.Ordinal);
        Assert.Empty(Site.Paths);
    }

    [Fact]
    public async Task A_public_page_is_read_at_the_address_that_was_checked()
    {
        Options = new FetchOptions();
        var connected = new List<IPEndPoint>();
        Network = Public(_ => [s_public], connected);
        Site.Page("/a", Html);
        OpenedReports fetched = await FetchAsync("http://news.example:8080/a");
        Assert.Equal("http://news.example:8080/a", Assert.Single(fetched.Inputs).Url);
        Assert.All(connected, c => Assert.Equal(new IPEndPoint(s_public, 8080), c));
        Assert.Equal("news.example:8080", Site.Requests[^1].Header("Host"));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_gives_way_to_the_next()
    {
        Options = new FetchOptions();
        IPAddress dead = IPAddress.Parse("93.184.215.15");
        Network = Public(_ => [dead, s_public]);
        Network = Network with
        {
            Connect = (to, cancellation) => to.Address.Equals(dead) ? throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused) : Public(_ => []).Connect(to, cancellation),
        };
        Site.Page("/a", Html);
        Assert.Single((await FetchAsync("http://news.example/a")).Inputs);
    }

    [Fact]
    public async Task A_certificate_cannot_send_the_program_anywhere()
    {
        // A certificate may say where its issuer's lies, and whoever checks it may look there.
        using var inside = new TestSite();
        using var key = RSA.Create(2048);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var issuing = new CertificateRequest("CN=Issuer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        issuing.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using X509Certificate2 issuer = issuing.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
        using var own = RSA.Create(2048);
        var wish = new CertificateRequest("CN=127.0.0.1", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        wish.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [inside.Address("/issuer.crt")]));
        using X509Certificate2 made = wish.Create(issuer, now.AddDays(-1), now.AddDays(1), [1, 2, 3]);
        using X509Certificate2 keyed = made.CopyWithPrivateKey(own);
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(keyed.Export(X509ContentType.Pkcs12), null);
        var context = SslStreamCertificateContext.Create(certificate, null, offline: true);
        Site.Wrap = async stream =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
            return secure;
        };
        Assert.Contains("its certificate is not complete", await ProblemAsync($"https://127.0.0.1:{Site.Port}/a"), StringComparison.Ordinal);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task Nothing_is_told_to_a_site_but_what_is_asked()
    {
        Site.Page("/start", Html, "Content-Type: text/html\r\nSet-Cookie: id=7\r\n");
        Site.Answer("/a", $"HTTP/1.1 302 To\r\nSet-Cookie: id=8\r\nLocation: {Site.Address("/b")}\r\nContent-Length: 0\r\n\r\n");
        Site.Page("/b", Html);
        await FetchAsync(Site.Address("/a"), Site.Address("/start"));
        Assert.Equal(["/a", "/b", "/start"], Site.Paths);
        Assert.All(Site.Requests, r =>
        {
            Assert.StartsWith("Stemma/", r.Header("User-Agent"), StringComparison.Ordinal);
            Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"],
                r.Head.Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        });
    }
}
