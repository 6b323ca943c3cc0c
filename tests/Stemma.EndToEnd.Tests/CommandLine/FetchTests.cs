using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Stemma.Tests.Library.Fetching;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Web addresses among the inputs of the built program.</summary>
public sealed class FetchTests : IDisposable
{
    private const string Page = """
        <html><head><title>Night ferry to Holm ends in March</title><meta charset="utf-8"></head><body><article>
        <h1>Night ferry to Holm ends in March</h1>
        <p>The night ferry to Holm will stop at the end of March, the harbour office said on Monday, because the ramp has sunk by a hand.</p>
        <p>“Nobody can say who has to pay for it,” said Lene Torvald, who runs the office. “We have asked twice.”</p>
        <p>The ferry has sailed every night since 1951 and carried 40,000 people last year, most of them on their way to work.</p>
        </article></body></html>
        """;

    private readonly TestSite _site = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_address_on_this_machine_is_refused_unless_it_is_allowed()
    {
        _site.Page("/ferry", Page);
        string address = _site.Address("/ferry");
        Run refused = StemmaProcess.Stemma("read", address);
        refused.DidNotCrash();
        Assert.Equal(2, refused.ExitCode);
        refused.Says(address, "this machine's own", "--allow-private-addresses");
        Assert.Empty(_site.Requests);

        Run allowed = StemmaProcess.Stemma("read", address, "--allow-private-addresses", "--json");
        Assert.True(allowed.ExitCode == 0, allowed.Errors);
        Assert.Empty(allowed.Errors);
        using var dossier = JsonDocument.Parse(allowed.Output);
        JsonElement report = Assert.Single(dossier.RootElement.GetProperty("reports").EnumerateArray());
        Assert.Equal(address, report.GetProperty("id").GetString());
        Assert.Equal(address, report.GetProperty("url").GetString());
        Assert.Equal("Night ferry to Holm ends in March", report.GetProperty("title").GetString());
        Assert.Equal(["/robots.txt", "/ferry"], _site.Requests.Select(r => r.Path));
    }

    [Fact]
    public void Addresses_files_and_folders_are_read_together_and_what_fails_is_named()
    {
        _site.Robots("User-agent: *\nDisallow: /private\n");
        _site.Page("/ferry", Page);
        _site.Page("/private", Page);
        _folder.WriteReport("folder/good.txt");
        Run run = StemmaProcess.Stemma("read", _site.Address("/private"), _folder["folder"], _site.Address("/ferry"), _site.Address("/gone"), "ftp://example.org/x", "www.example.org/x", "--allow-private-addresses", "--json");
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says(_site.Address("/private"), "robots.txt");
        run.Says(_site.Address("/gone"), "404");
        run.Says("ftp://example.org/x", "only http and https");
        run.Says("www.example.org/x", "https://www.example.org/x");
        using var dossier = JsonDocument.Parse(run.Output);
        Assert.Equal(["good.txt", _site.Address("/ferry")], dossier.RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public void Quotations_are_looked_for_in_addresses_too_and_the_cache_spares_the_site()
    {
        _site.Answer("/ferry", request => request.Header("If-None-Match") == "\"1\""
            ? "HTTP/1.1 304 Same\r\n\r\n"u8.ToArray()
            : TestSite.Ok(System.Text.Encoding.UTF8.GetBytes(Page), "Content-Type: text/html\r\nETag: \"1\"\r\n"));
        string[] arguments = ["quote", "who has to pay for it", _site.Address("/ferry"), "--allow-private-addresses", "--cache", _folder["pages"]];
        Run first = StemmaProcess.Stemma(arguments), second = StemmaProcess.Stemma(arguments);
        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("Torvald", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal([null, "\"1\""], _site.Requests.Where(r => r.Path == "/ferry").Select(r => r.Header("If-None-Match")));
    }

    [Fact]
    public void A_proxy_of_the_environment_is_not_asked()
    {
        using var proxy = new TestSite();
        _site.Page("/ferry", Page);
        Run run = StemmaProcess.Stemma(["read", _site.Address("/ferry"), "--allow-private-addresses"],
            new Dictionary<string, string> { ["http_proxy"] = proxy.Address(""), ["HTTP_PROXY"] = proxy.Address(""), ["all_proxy"] = proxy.Address("") });
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public void A_secure_site_is_read_and_its_redirect_to_an_open_one_only_where_that_is_allowed()
    {
        if (!OperatingSystem.IsLinux())
            return; // elsewhere no variable names whom to trust
        using var secure = new TestSite();
        Dictionary<string, string> trust = Secure(secure, DateTimeOffset.UtcNow.AddDays(1));
        secure.Page("/ferry", Page);
        secure.Redirect("/old", _site.Address("/ferry"));
        _site.Page("/ferry", Page);
        string address = $"https://127.0.0.1:{secure.Port}";
        Run run = StemmaProcess.Stemma(["read", address + "/ferry", "--allow-private-addresses"], trust);
        Assert.True(run.ExitCode == 0, run.Errors);
        run = StemmaProcess.Stemma(["read", address + "/old", "--allow-private-addresses"], trust);
        Assert.Equal(2, run.ExitCode);
        run.Says("redirects from https to http", "--allow-downgrade");
        Assert.Empty(_site.Requests);
        run = StemmaProcess.Stemma(["read", address + "/old", "--allow-private-addresses", "--allow-downgrade"], trust);
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    [Fact]
    public void Certificates_that_are_not_good_are_told_by_what_is_wrong_with_them()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var secure = new TestSite();
        Dictionary<string, string> trust = Secure(secure, DateTimeOffset.UtcNow.AddDays(-1));
        secure.Page("/ferry", Page);
        StemmaProcess.Stemma(["read", $"https://127.0.0.1:{secure.Port}/ferry", "--allow-private-addresses"], trust).Says("its certificate has run out");
        trust = Secure(secure, DateTimeOffset.UtcNow.AddDays(1));
        StemmaProcess.Stemma(["read", $"https://localhost:{secure.Port}/ferry", "--allow-private-addresses"], trust).Says("its certificate belongs to another site");
        StemmaProcess.Stemma("read", $"https://127.0.0.1:{secure.Port}/ferry", "--allow-private-addresses").Says("nobody that is trusted vouches for its certificate");
        Assert.Empty(secure.Requests);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("quote")]
    public void Help_tells_of_addresses(string verb)
    {
        string help = StemmaProcess.Stemma(verb, "--help").Output;
        foreach (string word in (string[])["https://", "--allow-private-addresses", "--allow-downgrade", "--cache"])
            Assert.Contains(word, help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_is_a_file_is_wrong_use()
    {
        Run run = StemmaProcess.Stemma("read", _site.Address("/ferry"), "--cache", _folder.WriteReport("file.txt"));
        Assert.Equal(2, run.ExitCode);
        run.Says("--cache", "no folder");
    }

    // A certificate for 127.0.0.1, and the environment of a machine that trusts it.
    private Dictionary<string, string> Secure(TestSite site, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var wish = new CertificateRequest("CN=Test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        wish.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = wish.CreateSelfSigned(until.AddDays(-10), until);
        X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        site.Wrap = async stream =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        };
        return new Dictionary<string, string> { ["SSL_CERT_FILE"] = _folder.Write($"{Guid.NewGuid()}.pem", made.ExportCertificatePem()) };
    }
}
