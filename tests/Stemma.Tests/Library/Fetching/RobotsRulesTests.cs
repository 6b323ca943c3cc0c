using System.Text;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

public class RobotsRulesTests
{
    private static bool Allows(string robots, string path, string product = "Stemma") => RobotsRules.Parse(robots, product).Allows(path);

    // RFC 9309 section 5.1.
    private const string Simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot

        EOF
        """;

    [Theory]
    [InlineData("anybot", "/example/page.html", false)]
    [InlineData("anybot", "/publications/a.html", true)]
    [InlineData("anybot", "/picture.gif", false)]
    [InlineData("anybot", "/picture.gif?x", true)]
    [InlineData("anybot", "/other", true)]
    [InlineData("foobot", "/", false)]
    [InlineData("FooBot", "/example/page.html", true)]
    [InlineData("foobot", "/example/allowed.gif", true)]
    [InlineData("foobot", "/publications/", false)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/other.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    public void The_simple_example_of_the_RFC_is_read(string product, string path, bool expected) => Assert.Equal(expected, Allows(Simple, path, product));

    [Fact]
    public void The_longest_match_decides()
    {
        // RFC 9309 section 5.2.
        const string robots = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
        Assert.False(Allows(robots, "/example/page/disallowed.gif", "foobot"));
        Assert.True(Allows(robots, "/example/page/other.gif", "foobot"));
    }

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /a", "/a", true)]
    [InlineData("Allow: /\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /\nAllow:", "/a", false)]
    [InlineData("disallow : /a # why", "/a", false)]
    [InlineData("DISALLOW:/a", "/A", true)]
    [InlineData("Disallow: private/", "/private/x", false)]
    [InlineData("Disallow: /*/x", "/a/b/x", false)]
    [InlineData("Disallow: /*/x", "/x", true)]
    [InlineData("Disallow: /a*c*e", "/abcde", false)]
    [InlineData("Disallow: /a*c*e", "/aecb", true)]
    [InlineData("Disallow: /a*c$", "/abcbc", false)]
    [InlineData("Disallow: /a*c$", "/abcb", true)]
    [InlineData("Disallow: /a*c$", "/ac", false)]
    [InlineData("Disallow: /ab*b$", "/ab", true)]
    [InlineData("Disallow: /a$", "/ab", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /$", "/", false)]
    [InlineData("Disallow: /$", "/a", true)]
    [InlineData("Disallow: *", "/a", false)]
    [InlineData("Disallow: $", "/", true)]
    [InlineData("Disallow: /**a", "/ba", false)]
    [InlineData("Disallow: /a?", "/a", true)]
    [InlineData("Disallow: /*?", "/a?b", false)]
    public void Rules_fit_as_the_RFC_says(string rules, string path, bool expected) => Assert.Equal(expected, Allows("User-agent: *\n" + rules, path));

    // RFC 9309 section 2.2.2, its table: the rule may be written in either column.
    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz")]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar")]
    [InlineData("/foo/bar/\u30C4", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/%3%61", "/%253a")]
    public void Escaped_and_plain_spellings_are_the_same_path(string one, string other)
    {
        foreach ((string rule, string path) in new[] { (one, other), (other, one), (one, one), (other, other) })
            Assert.False(Allows($"User-agent: *\nDisallow: {rule}", path), $"{rule} {path}");
    }

    [Fact]
    public void An_escaped_slash_is_no_slash() => Assert.True(Allows("User-agent: *\nDisallow: /a/b", "/a%2Fb"));

    [Theory]
    [InlineData("User-agent: stemma\nDisallow: /", false)]
    [InlineData("User-agent: STEMMA/1.0 (news)\nDisallow: /", false)]
    [InlineData("User-agent: stemmatology\nDisallow: /", true)]
    [InlineData("User-agent: Stem\nDisallow: /", true)]
    [InlineData("Disallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Stemma\nAllow: /", true)]
    [InlineData("User-agent: Stemma\nUser-agent: other\nDisallow: /", false)]
    [InlineData("User-agent: Stemma\nSitemap: https://example.org/map\nUser-agent: other\nDisallow: /", false)]
    [InlineData("User-agent: Stemma\nCrawl-delay: 5\nUser-agent: other\nDisallow: /", false)]
    [InlineData("User-agent: Stemma\nAllow: /b\nUser-agent: other\nDisallow: /", true)]
    [InlineData("User-agent: Stemma\nAllow: /b\n\nUser-agent: x\nAllow: /\n\nUser-agent: stemma\nDisallow: /a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /\r\n", false)]
    [InlineData("User-agent: *\rDisallow: /\r", false)]
    [InlineData("User-agent:*\nDisallow:/", false)]
    [InlineData("<!DOCTYPE html><html><body>User-agent: *</body></html>", true)]
    public void Groups_are_found_and_put_together(string robots, bool expected) => Assert.Equal(expected, Allows(robots, "/a"));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 9\nUser-agent: Stemma\nDisallow: /x\ncrawl-delay: 3", 3.0)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999", 86400.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: other\nCrawl-delay: 4", null)]
    public void The_crawl_delay_of_the_group_is_read(string robots, double? seconds) =>
        Assert.Equal(seconds, RobotsRules.Parse(robots, "Stemma").CrawlDelay?.TotalSeconds);

    [Fact]
    public void Text_beyond_the_cap_is_passed_over_and_a_line_that_is_cut_says_nothing()
    {
        const int cap = 500 * 1024;
        string start = "User-agent: *\n#" + new string('x', cap - 30) + "\n";
        string robots = start + "Disallow: /" + new string('a', 100);
        Assert.True(start.Length < cap && robots.Length > cap);
        Assert.True(Allows(robots, "/" + new string('a', 100)));
        Assert.True(Allows(start + new string('\n', 100) + "Disallow: /", "/a"));
        Assert.False(Allows("User-agent: *\nDisallow: /\n" + new string('\n', cap), "/a"));
    }

    [Fact]
    public void Matching_agrees_with_the_plain_definition()
    {
        var random = new Random(11);
        for (int i = 0; i < 30_000; i++)
        {
            string pattern = "/" + Letters(random, "ab*$", random.Next(7)), path = "/" + Letters(random, "ab$", random.Next(9));
            Assert.True(Fits(pattern, path) == !Allows("User-agent: *\nDisallow: " + pattern, path), $"{pattern} {path}");
        }
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(13);
        string[] parts = ["User-agent:", "Disallow:", "Allow:", "Crawl-delay:", "*", "$", "/", "%", "%2", "%E3", "%zz", "Stemma", ":", "#", "\n", "\r", " ", "\0", "\uD800", "\uDC00\uD800", "\uFFFF", "é", "1e309", "a", "?", "="];
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)]));
            RobotsRules rules = RobotsRules.Parse(text, "Stemma");
            _ = rules.Allows("/" + string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)])));
        }
    }

    [Fact]
    public void Hostile_rules_come_to_an_end()
    {
        // Each would take years by trying all ways: that the test ends is what it says.
        string path = "/" + new string('a', 4000) + "?" + new string(':', 90);
        string[] robots =
        [
            "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 250_000)) + "b",
            "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /*a*a*a*a*a*a*b$\n", 19_000)),
            "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /*" + new string('a', 1990) + "b\n", 250)),
            "User-agent: *\nDisallow: " + new string('*', 500_000) + "b",
            string.Concat(Enumerable.Repeat("User-agent: *\n", 36_000)),
            new string(':', 510_000),
            new string('%', 510_000),
        ];
        Assert.All(robots, r => Assert.True(Allows(r, path)));
    }

    // "*" any characters, "$" at the end the end; told by trying all ways.
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        if (pattern.IsEmpty)
            return true;
        if (pattern is "$")
            return path.IsEmpty;
        if (pattern[0] == '*')
        {
            for (int i = 0; i <= path.Length; i++)
            {
                if (Fits(pattern[1..], path[i..]))
                    return true;
            }
            return false;
        }
        return !path.IsEmpty && pattern[0] == path[0] && Fits(pattern[1..], path[1..]);
    }

    private static string Letters(Random random, string from, int count)
    {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++)
            letters.Append(from[random.Next(from.Length)]);
        return letters.ToString();
    }
}
