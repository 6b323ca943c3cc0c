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
                i => {
                  const hash = links[i].getAttribute('href');
                  const target = document.getElementById(hash.slice(1));
                  if (!target) return hash + ' is nowhere';
                  if (location.hash !== hash) return hash + ' was not followed';
                  const box = target.getBoundingClientRect();
                  return box.bottom >= 0 && box.top <= innerHeight ? null : hash + ' is out of view';
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
        Assert.Equal("main", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
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
        Assert.Equal(["pair-3-6"], await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.pair')].filter(p => !p.hidden).map(p => p.id)"));
        await open.Page.Locator("table.lineage a[href='#pair-1-5']").ClickAsync();
        Assert.Equal(["pair-1-5"], await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.pair')].filter(p => !p.hidden).map(p => p.id)"));
    }

    [Fact]
    public async Task A_link_into_folded_text_unfolds_it()
    {
        await using OpenPage open = await browser.Open("ferry");
        ILocator mention = open.Page.Locator("#n1 .mentions a").First;
        Assert.False(await mention.IsVisibleAsync());
        await open.Page.Locator("#r1 a.name[href='#n1']").ClickAsync();
        Assert.Equal("n1", await open.Page.EvaluateAsync<string>("() => location.hash.slice(1)"));
        await open.Page.Locator("#n1 summary").ClickAsync();
        await mention.ClickAsync();
        Assert.True(await open.Page.Locator("#r1-n1-1").IsVisibleAsync());
    }
}
