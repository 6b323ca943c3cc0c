using System.Net;
using System.Text.RegularExpressions;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary>Every number on a screen leads to the words behind it: no link of the app leads nowhere.</summary>
public partial class LinkTests(ServedApp app) : IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("sample", 400)]
    [InlineData("ferry", 100)]
    [InlineData("hostile", 10)]
    [InlineData("one", 5)]
    public async Task Every_link_of_a_story_leads_to_a_screen_and_to_a_place_on_it(string story, int least)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var pages = new Dictionary<string, HashSet<string>?>(StringComparer.Ordinal);
        var left = new Queue<string>([$"/stories/{story}"]);
        var links = new HashSet<(string On, string To)>();
        while (left.TryDequeue(out string? address))
        {
            if (pages.ContainsKey(address))
                continue;
            using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                pages[address] = null;
                continue;
            }
            string html = await answer.Content.ReadAsStringAsync(cancellation);
            pages[address] = [.. Id().Matches(html).Select(m => m.Groups["id"].Value)];
            foreach (string to in Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)))
            {
                string target = to.StartsWith('#') ? address + to : to;
                links.Add((address, target));
                if (target.StartsWith($"/stories/{story}", StringComparison.Ordinal))
                    left.Enqueue(target.Split('#')[0]);
            }
        }
        string[] broken = [.. links.Where(l => l.To.StartsWith($"/stories/{story}", StringComparison.Ordinal) && !Leads(l.To, pages)).Select(l => $"{l.On} → {l.To}").Order(StringComparer.Ordinal)];
        Assert.True(broken.Length == 0, $"{broken.Length} of {links.Count}: {string.Join('\n', broken.Take(20))}");
        Assert.InRange(links.Count, least, 20_000);
    }

    private static bool Leads(string link, Dictionary<string, HashSet<string>?> pages) =>
        link.Split('#') is [var page, .. var anchor] && pages[page] is { } ids && (anchor.Length == 0 || ids.Contains(anchor[0]));

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
