using System.IO.Compression;
using System.Text;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>A site is asked as it asks to be, and no more than it must.</summary>
public sealed class FetchPolitenessTests : FetchingTest
{
    private string[] Addresses(params string[] paths) => [.. paths.Select(Site.Address)];

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_asked_for_and_the_rest_is_read()
    {
        Site.Robots("User-agent: *\nDisallow: /private/\n");
        Site.Page("/private/a", Html);
        Site.Page("/b", Html);
        OpenedReports fetched = await FetchAsync(Addresses("/private/a", "/b"));
        Assert.Equal([Site.Address("/b")], fetched.Inputs.Select(i => i.Name));
        FileProblem problem = Assert.Single(fetched.Problems);
        Assert.Equal(Site.Address("/private/a"), problem.Name);
        Assert.Contains("robots.txt asks programs not to read this page", problem.Why, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/b"], Site.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task What_robots_txt_says_to_Stemma_by_name_goes_before_what_it_says_to_all()
    {
        Site.Robots("User-agent: *\nDisallow: /\n\nUser-agent: stemma\nDisallow: /no\n");
        Site.Page("/a", Html);
        Site.Page("/no", Html);
        Assert.Single((await FetchAsync(Addresses("/a", "/no"))).Inputs);
        Assert.Equal(["/a"], Site.Paths);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(401, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(304, false)]
    public async Task Without_a_robots_txt_all_is_allowed_and_while_it_cannot_be_had_nothing(int status, bool isAllowed)
    {
        Site.Status("/robots.txt", status);
        Site.Page("/a", Html);
        OpenedReports fetched = await FetchAsync(Site.Address("/a"));
        Assert.Equal(isAllowed ? 1 : 0, fetched.Inputs.Count);
        Assert.Equal(isAllowed ? ["/a"] : [], Site.Paths);
    }

    [Fact]
    public async Task A_robots_txt_that_breaks_off_forbids_all()
    {
        Site.Answer("/robots.txt", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-agent: x\n");
        Site.Page("/a", Html);
        Assert.Contains("broke off", await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Empty(Site.Paths);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_robots_txt_of_any_length_is_read_as_far_as_the_cap(bool isPacked)
    {
        byte[] text = Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /a\n" + new string('\n', 3_000_000));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(text);
        Site.Answer("/robots.txt", TestSite.Ok(isPacked ? packed.ToArray() : text, isPacked ? "Content-Encoding: gzip\r\n" : ""));
        Site.Page("/a", Html);
        Assert.Contains("robots.txt asks", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Redirects_of_robots_txt_are_followed_five_times(int redirects, bool isAllowed)
    {
        for (int i = 0; i < redirects; i++)
            Site.Redirect(i == 0 ? "/robots.txt" : $"/r{i}", i == redirects - 1 ? "/last" : $"/r{i + 1}");
        Site.Page("/last", "User-agent: *\nDisallow: /\n", "Content-Type: text/plain\r\n");
        Site.Page("/a", Html);
        Assert.Equal(isAllowed ? 1 : 0, (await FetchAsync(Site.Address("/a"))).Inputs.Count);
    }

    [Fact]
    public async Task Pages_of_one_site_are_asked_for_one_after_the_other_with_a_pause()
    {
        int now = 0, most = 0;
        foreach (string path in (string[])["/a", "/b", "/c"])
        {
            Site.Answer(path, async (_, stream, cancellation) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(30, cancellation);
                Interlocked.Decrement(ref now);
                await stream.WriteAsync(TestSite.Ok(Encoding.UTF8.GetBytes(Html), "Content-Type: text/html\r\n"), cancellation);
            });
        }
        Assert.Equal(3, (await FetchAsync(Addresses("/c", "/a", "/b"))).Inputs.Count);
        Assert.Equal(1, most);
        Assert.Equal(["/a", "/b", "/c"], Site.Paths);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], Time.Pauses);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0.5", 0.5)]
    [InlineData("86000", 60)]
    public async Task A_crawl_delay_is_kept_up_to_a_minute(string delay, double seconds)
    {
        Site.Robots($"User-agent: *\nCrawl-delay: {delay}\n");
        Site.Page("/a", Html);
        Site.Page("/b", Html);
        await FetchAsync(Addresses("/a", "/b"));
        Assert.Equal([TimeSpan.FromSeconds(seconds)], Time.Pauses);
    }

    [Theory]
    [InlineData("Retry-After: 20\r\n", 20)]
    [InlineData("Retry-After: Wed, 01 May 2024 12:00:30 GMT\r\n", 30)]
    [InlineData("Retry-After: soon\r\n", 1)]
    [InlineData("", 1)]
    public async Task A_site_that_is_busy_is_asked_again_when_it_says(string header, double seconds)
    {
        int asked = 0;
        Site.Answer("/a", _ => asked++ == 0
            ? Encoding.ASCII.GetBytes($"HTTP/1.1 {(header.Length > 0 ? 429 : 503)} Busy\r\n{header}Content-Length: 0\r\n\r\n")
            : TestSite.Ok(Encoding.UTF8.GetBytes(Html), "Content-Type: text/html\r\n"));
        Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], Time.Pauses);
    }

    [Fact]
    public async Task A_site_that_stays_busy_is_asked_three_times_with_growing_pauses()
    {
        Site.Status("/a", 503);
        Assert.Contains("busy or closed for now (503)", await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Equal(3, Site.Paths.Count());
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)], Time.Pauses);
    }

    [Fact]
    public async Task A_site_that_wants_fewer_requests_gets_no_more_in_this_run()
    {
        Site.Status("/a", 429, "Retry-After: 3600\r\n");
        Site.Page("/b", Html);
        OpenedReports fetched = await FetchAsync(Addresses("/a", "/b"));
        Assert.Empty(fetched.Inputs);
        Assert.All(fetched.Problems, p => Assert.Contains("asks for fewer requests (429); try again in 60 min", p.Why, StringComparison.Ordinal));
        Assert.Equal(["/a"], Site.Paths);
        Assert.Empty(Time.Pauses);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_page_and_its_address_is_kept()
    {
        Site.Redirect("/a", "b?x=1#part", 301);
        Site.Redirect("/b?x=1", Site.Address("/c"), 308);
        Site.Page("/c", Html);
        OpenedReports fetched = await FetchAsync(Site.Address("/a"));
        Assert.Equal((Site.Address("/a"), Site.Address("/c")), (fetched.Inputs[0].Name, fetched.Inputs[0].Url));
        Assert.Empty(fetched.Problems);
        Assert.Empty(Time.Pauses);
    }

    [Theory]
    [InlineData("/über?ö=ü")]
    [InlineData("/%C3%BCber?%C3%B6=%c3%bc")]
    public async Task Addresses_outside_ASCII_are_understood_as_they_are_and_escaped(string to)
    {
        Site.Redirect("/a", to);
        foreach (string path in (string[])["/%C3%BCber?%C3%B6=%C3%BC", "/%C3%BCber?%C3%B6=%c3%bc"])
            Site.Page(path, Html);
        Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs);
    }

    [Fact]
    public async Task A_report_that_leads_to_the_front_page_is_read_with_a_note()
    {
        Site.Redirect("/old-report", "/");
        Site.Page("/", Html);
        OpenedReports fetched = await FetchAsync(Addresses("/old-report"));
        Assert.Single(fetched.Inputs);
        FileProblem note = Assert.Single(fetched.Problems);
        Assert.False(note.IsUnread);
        Assert.Contains("front page", note.Why, StringComparison.Ordinal);
        Assert.Empty((await FetchAsync(Addresses("/"))).Problems);
    }

    [Fact]
    public async Task A_redirect_is_held_against_robots_txt_too()
    {
        Site.Robots("User-agent: *\nDisallow: /no\n");
        Site.Redirect("/a", "/no");
        Site.Page("/no", Html);
        string why = await ProblemAsync("/a");
        Assert.Contains($"redirects to {Site.Address("/no")}", why, StringComparison.Ordinal);
        Assert.Contains("robots.txt asks", why, StringComparison.Ordinal);
        Assert.Equal(["/a"], Site.Paths);
    }

    [Fact]
    public async Task A_circle_and_an_endless_chain_of_redirects_are_told()
    {
        Site.Redirect("/a", "/b");
        Site.Redirect("/b", "/a");
        for (int i = 0; i < 20; i++)
            Site.Redirect($"/n{i}", $"/n{i + 1}");
        Assert.Contains("in a circle", await ProblemAsync("/a"), StringComparison.Ordinal);
        Assert.Contains("more than 10 times", await ProblemAsync("/n0"), StringComparison.Ordinal);
        Assert.Equal(2 + 11, Site.Paths.Count());
    }

    [Fact]
    public async Task The_same_page_is_asked_for_once_however_often_it_is_given()
    {
        Site.Page("/a", Html);
        Site.Redirect("/z", "/a");
        OpenedReports fetched = await FetchAsync(Addresses("/a", "/a", "/a#part", "/z"));
        Assert.Equal([Site.Address("/a")], fetched.Inputs.Select(i => i.Name));
        FileProblem note = Assert.Single(fetched.Problems);
        Assert.False(note.IsUnread);
        Assert.Equal($"{Site.Address("/z")}: leads to the same page as {Site.Address("/a")}, so it was read once", note.ToString());
        Assert.Equal(["/a", "/z", "/a"], Site.Paths);
    }

    [Fact]
    public async Task Sites_are_asked_at_the_same_time_and_the_order_of_the_results_does_not_depend_on_it()
    {
        using var other = new TestSite();
        var bothAsked = new Barrier(2);
        foreach (TestSite site in (TestSite[])[Site, other])
        {
            site.Answer("/a", async (_, stream, cancellation) =>
            {
                await Task.Run(() => Assert.True(bothAsked.SignalAndWait(TimeSpan.FromMinutes(1), cancellation)), cancellation);
                await stream.WriteAsync(TestSite.Ok(Encoding.UTF8.GetBytes(Html + site.Port), "Content-Type: text/html\r\n"), cancellation);
            });
        }
        string[] addresses = [Site.Address("/a"), other.Address("/a").Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "https://user@x.example/", "ftp://x"];
        OpenedReports fetched = await FetchAsync(addresses), turned = await FetchAsync([.. addresses.Reverse()]);
        Assert.Equal([addresses[0], addresses[1]], fetched.Inputs.Select(i => i.Name));
        Assert.Equal(["ftp://x", "https://user@x.example/"], fetched.Problems.Select(p => p.Name));
        Assert.Equal(fetched.Inputs.Select(i => i.Name), turned.Inputs.Select(i => i.Name));
        Assert.Equal(fetched.Problems, turned.Problems);
    }

    [Fact]
    public async Task More_addresses_than_one_run_takes_are_told_by_name()
    {
        Limits = Limits with { Addresses = 2 };
        foreach (string path in (string[])["/a", "/b", "/c"])
            Site.Page(path, Html);
        OpenedReports fetched = await FetchAsync(Addresses("/c", "/b", "/a"));
        Assert.Equal(Addresses("/a", "/b"), fetched.Inputs.Select(i => i.Name));
        Assert.Equal(Site.Address("/c"), Assert.Single(fetched.Problems).Name);
    }

    [Fact]
    public async Task The_pages_of_a_run_are_capped_together()
    {
        Limits = Limits with { LongestRun = 2 * Html.Length };
        foreach (string path in (string[])["/a", "/b", "/c"])
            Site.Page(path, Html);
        OpenedReports fetched = await FetchAsync(Addresses("/a", "/b", "/c"));
        Assert.Equal(Addresses("/a", "/b"), fetched.Inputs.Select(i => i.Name));
        Assert.Contains("longer together", Assert.Single(fetched.Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetching_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        Site.Answer("/a", async (_, _, cancellation) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using var fetcher = new ReportFetcher(Options, Limits, Network, Time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync([Site.Address("/a"), Site.Address("/b")], null, stop.Token));
        Assert.Equal(["/a"], Site.Paths);
    }
}
