using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("HTTP://EXAMPLE.ORG", true)]
    [InlineData("ftp://example.org", true)]
    [InlineData("C:\\reports", false)]
    [InlineData("reports/a.txt", false)]
    [InlineData("-", false)]
    [InlineData("://x", false)]
    [InlineData("a b://x", false)]
    public void What_is_written_with_a_scheme_is_an_address(string argument, bool expected) => Assert.Equal(expected, ReportFetcher.IsAddress(argument));

    [Theory]
    [InlineData("www.example.org", true)]
    [InlineData("www.example.org/x", true)]
    [InlineData("example.org/news/1", true)]
    [InlineData("nowhere.txt", false)]
    [InlineData("../a.b/c", false)]
    [InlineData("a/b.txt", false)]
    [InlineData(".hidden/x", false)]
    [InlineData("v1.25/x", false)]
    public void An_address_without_its_scheme_is_guessed_at(string argument, bool expected) => Assert.Equal(expected, ReportFetcher.LacksScheme(argument));

    [Theory]
    [InlineData("http://user@example.org/", "user name or password")]
    [InlineData("http://user:secret@example.org/", "user name or password")]
    [InlineData("http://example.org:25/", "port 25")]
    [InlineData("http://example.org:6667/", "port 6667")]
    [InlineData("http://example.org:0/", "port 0")]
    [InlineData("gopher://example.org/", "http and https")]
    [InlineData("javascript://example.org/%0aalert(1)", "http and https")]
    [InlineData("file:///etc/passwd", "give the path")]
    [InlineData("http://", "no valid web address")]
    [InlineData("http://exa mple.org/", "no valid web address")]
    [InlineData("http://[::1/", "no valid web address")]
    public void Addresses_that_may_not_be_asked_are_told_why(string address, string words)
    {
        (Uri? read, string? problem) = WebAddress.Read(address);
        Assert.Null(read);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c")]
    [InlineData("https://EXAMPLE.org/ä b", "https://example.org/%C3%A4%20b")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://0177.0.0.01/", "http://127.0.0.1/")]
    [InlineData("http://①②⑦.0.0.1/", "http://127.0.0.1/")]
    public void Odd_spellings_come_to_one(string address, string expected) => Assert.Equal(expected, WebAddress.Read(address).Address?.AbsoluteUri);

    [Fact]
    public void Whatever_is_given_as_an_address_or_a_redirect_nothing_throws()
    {
        var random = new Random(7);
        string[] parts = ["http", "https", "://", ":", "/", "//", "@", "[", "]", "::1", "127.0.0.1", "xn--", "a.b", "%", "%zz", "\\", "?", "#", ".", "..", "ä", "\0", "\uD800", "\u202E", "65536", "-1", " ", "\r\n", "①", "。"];
        var from = new Uri("https://example.org/a/b");
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            foreach ((Uri? address, string? problem) in new[] { WebAddress.Read(text), WebAddress.Read("http://" + text), WebAddress.Resolve(from, text) })
            {
                Assert.True(address is null != problem is null, text);
                if (address is null)
                    continue;
                Assert.True(address.IdnHost.Length > 0 && address.PathAndQuery[0] == '/' && address.GetLeftPart(UriPartial.Authority).Length > 0, text);
                Assert.DoesNotContain(WebAddress.Shown(address), c => char.IsControl(c));
                _ = new Uri(address.GetLeftPart(UriPartial.Authority) + "/robots.txt");
            }
            _ = ReportFetcher.IsAddress(text) | ReportFetcher.LacksScheme(text);
        }
    }
}
