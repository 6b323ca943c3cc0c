using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Stemma.EndToEnd.Tests.Pages;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary>What every screen keeps, whatever the story.</summary>
public class ScreenTests(ServedApp app, Browser browser) : IClassFixture<ServedApp>, IClassFixture<Browser>
{
    public static TheoryData<string> Screens => ["/", .. ServedApp.Screens.Select(s => "/stories/ferry" + s), "/stories/hostile", "/stories/hostile/reports/1", "/stories/hostile/compare/1/2", "/stories/one/compare", "/stories/empty", "/nothing/here"];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_opens_without_a_complaint_and_asks_nobody_but_the_app(string screen)
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + screen);
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(open.Complaints, c => screen != "/nothing/here" || !c.Contains("404", StringComparison.Ordinal));
        Assert.All(open.Requests, r => Assert.StartsWith(app.Address + "/", r, StringComparison.Ordinal));
        Assert.Equal(1, await open.Page.Locator("h1").CountAsync());
        Assert.Equal(1, await open.Page.Locator("main").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Nothing_has_to_be_scrolled_sideways_on_a_telephone_a_tablet_and_a_desk(string screen)
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + screen);
        foreach (int width in new[] { 320, 768, 1440 })
        {
            await open.Page.SetViewportSizeAsync(width, 800);
            await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.True(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"wider than {width}");
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_accessibility_checker_finds_no_violation_in_either_scheme(string screen)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using OpenPage open = await browser.OpenAddress(app.Address + screen, scheme: scheme);
            await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            AxeResult result = await open.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{scheme}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
    }

    [Fact]
    public async Task Brackets_go_from_screen_to_screen_and_a_slash_goes_to_the_filter()
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + "/stories/ferry");
        await open.Page.Keyboard.PressAsync("]");
        await open.Page.WaitForURLAsync("**/stories/ferry/lineage");
        await open.Page.Keyboard.PressAsync("[");
        await open.Page.WaitForURLAsync("**/stories/ferry");
        await open.Page.GotoAsync(app.Address + "/");
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("ferry");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.WaitForURLAsync("**/?q=ferry*");
    }

    [Fact]
    public async Task The_places_of_a_collation_are_gone_through_by_key_and_lead_to_who_reads_what()
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + "/stories/sample/collation");
        await open.Page.Keyboard.PressAsync("n");
        Assert.Equal("b1", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await open.Page.Keyboard.PressAsync("n");
        Assert.NotEqual("b1", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("v", await open.Page.EvaluateAsync<string>("() => location.hash.slice(1)"), StringComparison.Ordinal);
        Assert.True(await open.Page.Locator(".apparatus ins").CountAsync() > 0);
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys_and_Escape_puts_them_away()
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + "/");
        await open.Page.Keyboard.PressAsync("?");
        ILocator sheet = open.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_reports_are_chosen_and_seen_side_by_side_without_script()
    {
        await using OpenPage open = await browser.OpenAddress(app.Address + "/stories/ferry/compare", script: false);
        await open.Page.SelectOptionAsync("#a", "1");
        await open.Page.SelectOptionAsync("#b", "2");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await open.Page.WaitForURLAsync("**/stories/ferry/compare/1/2");
        Assert.True(await open.Page.Locator("table.rows tr.shared").CountAsync() > 0);
    }
}
