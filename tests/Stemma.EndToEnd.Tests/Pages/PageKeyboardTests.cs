using System.Text.Json;
using Microsoft.Playwright;

namespace Stemma.EndToEnd.Tests.Pages;

/// <summary>The page in the hands of somebody without a mouse.</summary>
public class PageKeyboardTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("ferry")]
    [InlineData("one")]
    public async Task Tab_goes_through_every_link_in_the_order_of_the_page_and_shows_where_it_is(string story)
    {
        await using OpenPage open = await browser.Open(story);
        int all = await open.Page.EvaluateAsync<int>("() => { window.order = [...document.querySelectorAll('a[href], summary, select, [tabindex=\"0\"]')].filter(e => e.checkVisibility()); return order.length; }");
        Assert.InRange(all, 5, 2000);
        for (int i = 0; i < all; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            JsonElement at = await open.Page.EvaluateAsync<JsonElement>("""
                () => {
                  const e = document.activeElement, shape = e.matches('svg a') ? e.querySelector('rect') : e, style = getComputedStyle(shape);
                  const box = e.getBoundingClientRect();
                  return { index: order.indexOf(e), marked: style.outlineStyle !== 'none' || (shape !== e && style.strokeWidth === '3px'), seen: box.bottom > 0 && box.top < innerHeight };
                }
                """);
            Assert.Equal((i, true, true), (at.GetProperty("index").GetInt32(), at.GetProperty("marked").GetBoolean(), at.GetProperty("seen").GetBoolean()));
        }
    }

    [Fact]
    public async Task Enter_on_any_link_brings_its_target_into_view()
    {
        await using OpenPage open = await browser.Open("ferry");
        int links = await open.Page.EvaluateAsync<int>("() => { window.links = [...document.querySelectorAll('a[href]')]; return links.length; }");
        Assert.InRange(links, 100, 1000);
        for (int i = 0; i < links; i++)
        {
            await open.Page.EvaluateAsync("i => { const l = links[i]; for (let e = l; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true; l.focus(); }", i);
            await open.Page.Keyboard.PressAsync("Enter");
            string? lost = await open.Page.EvaluateAsync<string?>("""
                async i => {
                  const hash = links[i].getAttribute('href');
                  const target = document.getElementById(hash.slice(1));
                  if (!target) return hash + ' is nowhere';
                  const fault = () => {
                    const box = target.getBoundingClientRect();
                    return location.hash !== hash ? ' was not followed' : box.bottom >= 0 && box.top <= innerHeight ? null : ' is out of view';
                  };
                  // The browser follows a link a moment after the key.
                  for (let n = 0; fault() && n < 100; n++) await new Promise(done => setTimeout(done, 20));
                  return fault() && hash + fault();
                }
                """, i);
            Assert.Null(lost);
        }
    }

    [Fact]
    public async Task The_first_Tab_and_Enter_skip_to_the_findings()
    {
        await using OpenPage open = await browser.Open("ferry");
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.True(await open.Page.GetByText("Skip to the findings").IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.WaitForFunctionAsync("() => document.activeElement.id === 'main'");
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.getElementById('overview').contains(document.activeElement)"));
    }

    [Fact]
    public async Task J_and_K_go_from_finding_to_finding_and_back()
    {
        await using OpenPage open = await browser.Open("ferry");
        const string where = "() => document.activeElement.id";
        var seen = new List<string>();
        for (int i = 0; i < 3; i++)
        {
            await open.Page.Keyboard.PressAsync("j");
            seen.Add(await open.Page.EvaluateAsync<string>(where));
        }
        Assert.Equal(3, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("p1", seen[0]);
        await open.Page.Keyboard.PressAsync("k");
        Assert.Equal(seen[1], await open.Page.EvaluateAsync<string>(where));
    }

    [Fact]
    public async Task One_pair_of_reports_can_be_chosen_and_a_link_into_another_brings_that_back()
    {
        await using OpenPage open = await browser.Open("ferry");
        await open.Page.GetByLabel("Compare").SelectOptionAsync(["pair-3-6"]);
        await OnlyPair(open, "pair-3-6");
        await open.Page.Locator("table.lineage a[href='#pair-1-5']").ClickAsync();
        await OnlyPair(open, "pair-1-5");
    }

    // Waits for it: the page learns of a new address a moment after the click.
    private static async Task OnlyPair(OpenPage open, string id) =>
        await open.Page.WaitForFunctionAsync("id => [...document.querySelectorAll('.pair')].filter(p => !p.hidden).map(p => p.id).join() === id", id);

    [Fact]
    public async Task A_link_into_folded_text_unfolds_it()
    {
        await using OpenPage open = await browser.Open("ferry");
        ILocator mention = open.Page.Locator("#n1 .mentions a").First;
        Assert.False(await mention.IsVisibleAsync());
        await open.Page.Locator("#r1 a.name[href='#n1']").ClickAsync();
        await open.Page.WaitForFunctionAsync("() => location.hash === '#n1'");
        await open.Page.Locator("#n1 summary").ClickAsync();
        await mention.ClickAsync();
        await open.Page.Locator("#r1-n1-1").WaitForAsync();
    }
}
