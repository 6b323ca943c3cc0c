using System.Text;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>Packed pages, whole, cut, wrong and without end.</summary>
public sealed class FetchPackingTests : FetchingTest
{
    private static readonly byte[] s_html = Encoding.UTF8.GetBytes(Html);

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task Packed_pages_are_unpacked(string encoding)
    {
        byte[] body = encoding.Split(", ").Aggregate(s_html, Packing.Pack);
        Site.Answer("/a", TestSite.Ok(body, $"Content-Type: text/html\r\nContent-Encoding: {encoding.Replace("raw ", "", StringComparison.Ordinal)}\r\n"));
        Assert.Equal(s_html, Assert.Single((await FetchAsync(Site.Address("/a"))).Inputs).Bytes.ToArray());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    public async Task A_bomb_is_stopped_at_the_cap(string encoding)
    {
        Limits = Limits with { LongestBody = 2 * 1024 * 1024 };
        byte[] body = encoding.Split(", ").Aggregate(new byte[64 * 1024 * 1024], Packing.Pack);
        Assert.True(body.Length < 100_000);
        Site.Answer("/a", TestSite.Ok(body, $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n"));
        Assert.Contains("too long for a report (more than 2 MB)", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 40)]
    [InlineData("br", 20)]
    [InlineData("deflate", 40)]
    public async Task A_packed_page_that_was_cut_is_no_page(string encoding, int kept)
    {
        byte[] body = Packing.Pack(s_html, encoding)[..kept];
        Site.Answer("/a", TestSite.Ok(body, $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n"));
        Assert.Contains("broken or was cut off", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_page_that_is_not_packed_as_it_says_is_told(string encoding)
    {
        Site.Page("/a", "\u00FF\u00FEnot packed at all, whatever the header says", $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n");
        Assert.Contains("cannot be unpacked", await ProblemAsync("/a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compress")]
    [InlineData("gzip, gzip, gzip")]
    [InlineData("zstd")]
    public async Task Packing_that_is_not_known_is_told(string encoding)
    {
        Site.Page("/a", Html, $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n");
        Assert.Contains("not known", await ProblemAsync("/a"), StringComparison.Ordinal);
    }
}
