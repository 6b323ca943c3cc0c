using Stemma.Presentation.Page;

namespace Stemma.Web.Pages;

/// <summary>What a reader sees where an address leads nowhere or something went wrong: what, and what to do; never what the inside looks like.</summary>
internal static class ProblemScreen
{
    public static void Write(Html html, string title, string advice) => Shell.Write(html, title, inner =>
        inner.Write($"<header class=\"top\">\n<p class=\"kicker\"><a href=\"/\">Stemma</a></p>\n<h1>{title}</h1>\n<p class=\"lead\">{advice}</p>\n</header>\n<main id=\"main\" tabindex=\"-1\"><section aria-label=\"Where to go\"><p><a href=\"/\">All stories</a></p></section></main>\n"));
}
