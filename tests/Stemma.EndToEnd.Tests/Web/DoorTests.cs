using System.Net;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary>Who may ask the app, and what it tells a browser to keep from.</summary>
public class DoorTests(ServedApp app) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task A_name_that_is_not_the_apps_own_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await app.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("<", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "")]
    [InlineData("Origin", "null", "")]
    [InlineData("Sec-Fetch-Site", "cross-site", "cors")]
    [InlineData("Sec-Fetch-Site", "cross-site", "no-cors")]
    public async Task A_page_of_another_site_cannot_ask(string header, string value, string mode)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/stories");
        request.Headers.Add(header, value);
        if (mode.Length > 0)
            request.Headers.Add("Sec-Fetch-Mode", mode);
        using HttpResponseMessage answer = await app.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_on_another_site_opens_a_screen()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stories/ferry");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        using HttpResponseMessage answer = await app.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Nothing_can_be_written(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/stories/ferry");
        using HttpResponseMessage answer = await app.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/stories/ferry/reports/1")]
    [InlineData("/api/stories")]
    [InlineData("/no/such/thing")]
    public async Task Every_answer_forbids_script_from_elsewhere_and_frames(string address)
    {
        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/stories/../../etc/passwd", 404)]
    [InlineData("/stories/%2e%2e%2f", 404)]
    [InlineData("/stories/ferry/reports/0", 404)]
    [InlineData("/stories/ferry/reports/99999999999999999999", 404)]
    [InlineData("/stories/ferry/reports/-1", 404)]
    [InlineData("/stories/ferry/compare/1/1", 404)]
    [InlineData("/assets/style.css", 404)]
    [InlineData("/api/stories/none", 404)]
    [InlineData("/api/stories/ferry/none", 404)]
    [InlineData("/api/stories?page=x", 400)]
    [InlineData("/?page=99999999999&q=%00%ff", 200)]
    public async Task An_address_that_leads_nowhere_gets_a_clear_answer_that_tells_nothing_of_the_inside(string address, int status)
    {
        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_browser_that_has_a_screen_is_told_so_and_gets_nothing_twice()
    {
        using HttpResponseMessage first = await app.Client.GetAsync(new Uri("/stories/ferry/lineage", UriKind.Relative), Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/stories/ferry/lineage");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await app.Client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
