using System.Text;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>A page that was kept is sent again only where it changed.</summary>
public sealed class FetchCacheTests : FetchingTest
{
    private string Cache => Path.Combine(Folder, "kept", "pages");

    private string PageFile => Assert.Single(Directory.GetFiles(Cache), f => File.ReadAllText(f).Contains("/a\"", StringComparison.Ordinal));

    private void KeepAndServe()
    {
        Options = Options with { CacheFolder = Cache };
        Site.Robots("User-agent: *\nDisallow: /no\n");
        Site.Answer("/a", request => request.Header("If-None-Match") == "\"v1\""
            ? "HTTP/1.1 304 Same\r\nETag: \"v1\"\r\n\r\n"u8.ToArray()
            : TestSite.Ok(Encoding.UTF8.GetBytes(Html), "Content-Type: text/html; charset=koi8-r\r\nETag: \"v1\"\r\nLast-Modified: Mon, 01 Apr 2024 10:00:00 GMT\r\n"));
    }

    private async Task<string> ReadAsync()
    {
        OpenedReports fetched = await FetchAsync(Site.Address("/a"));
        Assert.Empty(fetched.Problems);
        Assert.Equal("koi8-r", Assert.Single(fetched.Inputs).Charset);
        return Encoding.UTF8.GetString(fetched.Inputs[0].Bytes.Span);
    }

    [Fact]
    public async Task Nothing_is_kept_and_nothing_is_asked_by_condition_without_a_folder()
    {
        KeepAndServe();
        Options = Options with { CacheFolder = null };
        await ReadAsync();
        await ReadAsync();
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        Assert.All(Site.Requests, r => Assert.Null(r.Header("If-None-Match") ?? r.Header("If-Modified-Since")));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_taken_from_the_folder_and_robots_txt_is_not_asked_again_for_a_day()
    {
        KeepAndServe();
        string first = await ReadAsync();
        Assert.Equal(first, await ReadAsync());
        Assert.Equal(["/robots.txt", "/a", "/a"], Site.Requests.Select(r => r.Path));
        Assert.Equal("Mon, 01 Apr 2024 10:00:00 GMT", Site.Requests[^1].Header("If-Modified-Since"));
        Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(first, await ReadAsync());
        Assert.Equal("/robots.txt", Site.Requests[^2].Path);
    }

    [Fact]
    public async Task A_page_that_changed_takes_the_place_of_the_kept_one()
    {
        KeepAndServe();
        await ReadAsync();
        Site.Page("/a", "<p>new words</p>", "Content-Type: text/html; charset=koi8-r\r\nETag: \"v2\"\r\n");
        Assert.Equal("<p>new words</p>", await ReadAsync());
        Assert.Contains("new words", await File.ReadAllTextAsync(PageFile), StringComparison.Ordinal);
        Assert.Contains("koi8-r", await File.ReadAllTextAsync(PageFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_is_as_good_as_none_and_is_replaced()
    {
        KeepAndServe();
        string whole = await ReadAsync();
        byte[] kept = await File.ReadAllBytesAsync(PageFile);
        string path = PageFile;
        var random = new Random(5);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = (i % 3) switch
            {
                0 => kept[..random.Next(kept.Length)],
                1 => [.. kept, (byte)random.Next(256)],
                _ => [.. kept],
            };
            if (i % 3 == 2)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, damaged);
            Assert.Equal(whole, await ReadAsync());
        }
        foreach (string text in (string[])["", "\n", "null\n", "[]\n", "{}\n", "{\"version\":\"1\"}\n", "{\"version\":1e99}\n", "{\"version\":1,\"fetched\":7}\nx", "not ours"])
        {
            await File.WriteAllTextAsync(path, text);
            Assert.Equal(whole, await ReadAsync());
            Assert.Contains(whole, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Directory.GetFiles(Cache), f => f.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_of_another_address_is_not_taken_for_this_one()
    {
        KeepAndServe();
        await ReadAsync();
        string path = PageFile;
        Site.Page("/b", "<p>other words</p>", "Content-Type: text/html\r\nETag: \"v1\"\r\n");
        await FetchAsync(Site.Address("/b"));
        string other = Assert.Single(Directory.GetFiles(Cache), f => File.ReadAllText(f).Contains("other words", StringComparison.Ordinal));
        File.Copy(other, path, overwrite: true);
        Assert.Contains("Holm", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_the_pages_are_read()
    {
        KeepAndServe();
        string file = Path.Combine(Folder, "file");
        await File.WriteAllTextAsync(file, "in the way");
        Options = Options with { CacheFolder = Path.Combine(file, "below") };
        OpenedReports fetched = await FetchAsync(Site.Address("/a"));
        Assert.Single(fetched.Inputs);
        FileProblem problem = Assert.Single(fetched.Problems);
        Assert.False(problem.IsUnread);
        Assert.Contains("cannot be kept", problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_and_redirects_are_not_kept()
    {
        KeepAndServe();
        Site.Status("/gone", 404);
        Site.Redirect("/old", "/a");
        await FetchAsync(Site.Address("/gone"), Site.Address("/old"));
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
        await FetchAsync(Site.Address("/gone"), Site.Address("/old"));
        Assert.Equal(["/gone", "/old", "/a", "/gone", "/old", "/a"], Site.Paths);
    }
}
