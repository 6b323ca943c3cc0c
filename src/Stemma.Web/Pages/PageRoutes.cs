using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>Which address shows which screen.</summary>
internal static class PageRoutes
{
    /// <summary>In characters: a longer filter is cut.</summary>
    private const int LongestFilter = 200;

    /// <summary>Sections that make up a screen of their own, with whether a story has anything to show in them.</summary>
    private static readonly (string Screen, Func<ShelvedStory, bool> HasAny, Action<Html, PageStory> Write)[] s_sections =
    [
        ("lineage", s => s.Dossier.Reports.Count > 0, LineageSection.Write),
        ("quotations", s => s.Dossier.Quotes.Count > 0, QuoteSection.Write),
        ("claims", s => s.Dossier.Claims.Count > 0, ClaimSection.Write),
        ("timeline", s => s.Dossier.Timeline.Count > 0, TimelineSection.Write),
        ("names", s => s.Dossier.Names.Count > 0, NameSection.Write),
    ];

    public static void Map(IEndpointRouteBuilder app, StoryShelf shelf)
    {
        app.MapShown("/", context => Answers.Page(context, null, html => BoardScreen.Write(html, shelf, Query(context.Request.Query))));
        app.MapShown("/assets/{name}", context => Assets.Find(Value(context, "name")) is { } asset ? Answers.File(context, asset) : Missing(context));
        app.MapShown("/stories/{story}", context => Screen(context, shelf, story => StoryPage(context, story, "", null, html =>
        {
            OverviewSection.Write(html, story.Views);
            UnreadSection.Write(html, story.Views);
        })));
        foreach ((string screen, Func<ShelvedStory, bool> hasAny, Action<Html, PageStory> write) in s_sections)
            app.MapShown("/stories/{story}/" + screen, context => Screen(context, shelf, story => StoryPage(context, story, screen, null, hasAny(story) ? html => write(html, story.Views) : null)));
        app.MapShown("/stories/{story}/reports", context => Screen(context, shelf, story => StoryPage(context, story, "reports", null, html => ReportsScreen.WriteList(html, story))));
        app.MapShown("/stories/{story}/reports/{number}", context => Screen(context, shelf, story => Report(story, Value(context, "number")) is { } report
            ? StoryPage(context, story, "reports", $"{report.Number} {report.Label}", html => ReportsScreen.WriteReport(html, story, report))
            : Missing(context)));
        app.MapShown("/stories/{story}/collation", context => Screen(context, shelf, story => StoryPage(context, story, "collation", null, story.Dossier.Reports.Count < 2 ? null
            : html => CollationScreen.Write(html, story, Report(story, context.Request.Query["base"].ToString()), [.. context.Request.Query["with"].Select(w => Report(story, w ?? "")).OfType<NumberedReport>()]))));
        app.MapShown("/stories/{story}/compare", context => Screen(context, shelf, story => Compare(context, story)));
        app.MapShown("/stories/{story}/compare/{a}/{b}", context => Screen(context, shelf, story =>
            Report(story, Value(context, "a")) is { } a && Report(story, Value(context, "b")) is { } b && !ReferenceEquals(a, b)
                ? StoryPage(context, story, "compare", $"{a.Label} and {b.Label} side by side", html => CompareScreen.Write(html, story, a, b))
                : Missing(context)));
    }

    // A form cannot make an address out of two choices: it asks here, and is sent on.
    private static Task Compare(HttpContext context, ShelvedStory story)
    {
        IQueryCollection query = context.Request.Query;
        if (story.Dossier.Reports.Count < 2)
            return StoryPage(context, story, "compare", null, null);
        if (Report(story, query["a"].ToString()) is not { } a || Report(story, query["b"].ToString()) is not { } b || ReferenceEquals(a, b))
            return StoryPage(context, story, "compare", null, html => CompareScreen.Write(html, story, null, null));
        context.Response.Redirect(string.Create(CultureInfo.InvariantCulture, $"{StoryLinks.Screen(story.Id, "compare")}/{a.Number}/{b.Number}"));
        return Task.CompletedTask;
    }

    private static Task StoryPage(HttpContext context, ShelvedStory story, string screen, string? title, Action<Html>? main) =>
        Answers.Page(context, story.Hash, html => StoryScreen.Write(html, story, screen, title, main));

    private static Task Screen(HttpContext context, StoryShelf shelf, Func<ShelvedStory, Task> show) =>
        shelf.Find(Value(context, "story")) is { } story ? show(story) : Missing(context);

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static NumberedReport? Report(ShelvedStory story, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 && n <= story.Index.Reports.Count ? story.Index.Reports[n - 1] : null;

    private static BoardQuery Query(IQueryCollection query)
    {
        string words = query["q"].ToString().Trim();
        _ = int.TryParse(query["page"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int page);
        return new BoardQuery(words.Length == 0 ? null : words[..Math.Min(words.Length, LongestFilter)], query["conflicts"] == "1", Math.Max(1, page));
    }

    private static string Value(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
