using Stemma.Presentation.Page;

namespace Stemma.Web.Pages;

/// <summary>What stands around every screen.</summary>
internal static class Shell
{
    /// <summary>Writes a whole page.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="title">What the browser calls it.</param>
    /// <param name="body">Writes everything between the skip link and the footer, with one <c>main</c> whose id is "main".</param>
    public static void Write(Html html, string title, Action<Html> body)
    {
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Write($"<title>{title} · Stemma</title>\n<link rel=\"stylesheet\" href=\"{Assets.Style.Address}\">\n<script src=\"{Assets.Script.Address}\" defer></script>\n</head>\n<body class=\"app\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
        body(html);
        html.Raw("<footer><p>Made by Stemma on this machine. Every finding links to the words it rests on; where the evidence is thin, nothing is said.</p></footer>\n</body>\n</html>\n");
    }
}
