using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The inputs that could not be read, and what to do about each.</summary>
internal static class UnreadSection
{
    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Unread.Count == 0)
            return;
        html.Raw("<section id=\"unread\" aria-labelledby=\"unread-h\">\n<h2 id=\"unread-h\">Not read</h2>\n<p class=\"note\">These inputs are no part of any count above.</p>\n<dl class=\"unread\">\n");
        foreach (UnreadInput input in page.Dossier.Unread)
            html.Write($"<dt><bdi>{input.File}</bdi></dt><dd>{input.Why}</dd>\n");
        html.Raw("</dl>\n</section>\n");
    }
}
