using Microsoft.Playwright;

namespace Stemma.EndToEnd.Tests.Pages;

/// <summary>What every page keeps, whatever the story.</summary>
public class PageTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Stories => PageStories.Names;

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task The_page_opens_without_a_complaint_and_asks_for_nothing_but_itself(string story)
    {
        await using OpenPage open = await browser.Open(story);
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(open.Complaints);
        Assert.Equal([open.Address], open.Requests);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Nothing_has_to_be_scrolled_sideways_on_a_telephone_a_tablet_and_a_desk(string story)
    {
        await using OpenPage open = await browser.Open(story);
        foreach (int width in new[] { 320, 768, 1440 })
        {
            await open.Page.SetViewportSizeAsync(width, 800);
            await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.True(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"wider than {width}");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Text_stands_out_from_its_ground_in_both_schemes(string story)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using OpenPage open = await browser.Open(story, scheme: scheme);
            await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            string[] faint = await open.Page.EvaluateAsync<string[]>(Contrast);
            Assert.Empty(faint);
        }
    }

    // WCAG 2.2, 1.4.3: at least 4.5 to 1 between text and what lies under it.
    private const string Contrast = """
        () => {
          const parse = (c) => (c.match(/[\d.]+/g) || []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
          const faint = new Set();
          for (const e of document.body.querySelectorAll('*')) {
            if (e.closest('svg, script, .vh') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) faint.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)}`);
          }
          return [...faint];
        }
        """;

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Headings_go_down_one_step_at_a_time_and_every_region_has_a_name(string story)
    {
        await using OpenPage open = await browser.Open(story);
        int[] levels = await open.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1])");
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('nav, [role=region], main > section')].filter(e => !e.ariaLabel && !document.getElementById(e.getAttribute('aria-labelledby'))).length"));
    }

    [Fact]
    public async Task The_dark_scheme_is_dark_and_the_light_one_light()
    {
        await using OpenPage light = await browser.Open("ferry");
        await using OpenPage dark = await browser.Open("ferry", scheme: ColorScheme.Dark);
        const string ground = "() => parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])";
        Assert.InRange(await light.Page.EvaluateAsync<int>(ground), 230, 255);
        Assert.InRange(await dark.Page.EvaluateAsync<int>(ground), 0, 40);
    }

    [Fact]
    public async Task On_paper_the_page_is_black_on_white_without_its_navigation()
    {
        await using OpenPage open = await browser.Open("ferry", scheme: ColorScheme.Dark);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await open.Page.Locator("nav").IsVisibleAsync());
        Assert.True(await open.Page.Locator("#r7 .body").IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(0, 0, 0)", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#r1 .body')).color"));
    }

    [Fact]
    public async Task Without_script_everything_is_there_and_links_work()
    {
        await using OpenPage open = await browser.Open("ferry", script: false);
        Assert.Equal(7, await open.Page.Locator("article.text:visible").CountAsync());
        Assert.Equal(5, await open.Page.Locator(".pair:visible").CountAsync());
        Assert.Equal(0, await open.Page.Locator(".tools").CountAsync());
        await open.Page.Locator("#q4 a.report").ClickAsync();
        await open.Page.WaitForURLAsync("**#r5-q4");
        ILocator folded = open.Page.Locator("#q4 .why ul");
        Assert.False(await folded.IsVisibleAsync());
        await open.Page.Locator("#q4 .why summary").ClickAsync();
        Assert.True(await folded.IsVisibleAsync());
    }
}
