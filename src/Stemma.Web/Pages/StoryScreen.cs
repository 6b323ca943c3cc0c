using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>What stands around the screens of one story: its name, its counts and the way to the other screens.</summary>
internal static class StoryScreen
{
    private static readonly (string Path, string Name, Func<ShelvedStory, bool> HasAny)[] s_screens =
    [
        ("", "Overview", _ => true),
        ("lineage", "Lineage", s => s.Dossier.Reports.Count > 0),
        ("compare", "Side by side", s => s.Dossier.Reports.Count > 1),
        ("collation", "Collation", s => s.Dossier.Reports.Count > 1),
        ("quotations", "Who said what", s => s.Dossier.Quotes.Count > 0),
        ("claims", "Claims", s => s.Dossier.Claims.Count > 0),
        ("timeline", "Timeline", s => s.Dossier.Timeline.Count > 0),
        ("names", "Names", s => s.Dossier.Names.Count > 0),
        ("reports", "Reports", s => s.Dossier.Reports.Count > 0),
    ];

    /// <summary>Writes a screen.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="story">The story.</param>
    /// <param name="screen">The part of the address that names the screen; empty for the overview.</param>
    /// <param name="title">What it shows, where that is not the screen's name.</param>
    /// <param name="main">Writes the sections; null says that there is nothing to show.</param>
    public static void Write(Html html, ShelvedStory story, string screen, string? title, Action<Html>? main)
    {
        string name = title ?? Array.Find(s_screens, s => s.Path == screen).Name;
        Shell.Write(html, screen.Length == 0 ? story.Title : $"{name}: {story.Title}", inner =>
        {
            if (screen.Length == 0)
                OverviewSection.WriteHeader(inner, story.Views);
            else
                inner.Write($"<header class=\"top slim\">\n<p class=\"kicker\"><a href=\"/\">Stemma</a> <span aria-hidden=\"true\">·</span> <bdi>{story.Title}</bdi></p>\n<h1><a href=\"{StoryLinks.Screen(story.Id, "")}\">{StoryWords.Headline(story.Dossier)}</a><span class=\"vh\">: {name}</span></h1>\n</header>\n");
            WriteNavigation(inner, story, screen);
            inner.Raw("<main id=\"main\" tabindex=\"-1\">\n");
            if (main is null)
                inner.Write($"<section><h2>{name}</h2>\n<p class=\"note\">There is nothing of this kind in the story.</p>\n</section>\n");
            else
                main(inner);
            inner.Raw("</main>\n");
        });
    }

    private static void WriteNavigation(Html html, ShelvedStory story, string screen)
    {
        html.Raw("<nav aria-label=\"Screens of the story\"><ul>\n<li><a href=\"/\">All stories</a></li>\n");
        foreach ((string path, string name, Func<ShelvedStory, bool> hasAny) in s_screens)
        {
            if (hasAny(story))
                html.Write($"<li><a href=\"{StoryLinks.Screen(story.Id, path)}\"{new Markup(path == screen ? " aria-current=\"page\"" : "")}>{name}</a></li>\n");
        }
        html.Raw("</ul></nav>\n");
    }
}
