using System.Net;
using System.Text;

namespace Stemma.Reading.Html.Bodies;

/// <summary>The body by the article's text that linked data (JSON-LD) give, as far as the page shows it.</summary>
internal static class LinkedBody
{
    /// <summary>In UTF-16 code units of the article in linked data; shorter ones are cut short for readers who do not pay.</summary>
    private const int LeastLinked = 400;

    /// <summary>In UTF-16 code units; each block is looked up in it, and no news article is as long.</summary>
    private const int MostLinked = 100_000;

    /// <summary>In UTF-16 code units: a shorter block tells too little to be looked up, and belongs to the body where it stands inside it.</summary>
    private const int LeastBlock = 30;

    /// <summary>In letters and digits; a block with fewer stands in many texts.</summary>
    private const int LeastLetters = 20;

    /// <summary>Part of a block, 0 to 1, that may be link text.</summary>
    private const double MostLinks = 0.8;

    /// <summary>Part of the linked body, 0 to 1, that the page must show for it to decide.</summary>
    private const double LeastShown = 0.75;

    /// <summary>For each block whether its letters stand in the linked body; null where that is missing or the page shows another text.</summary>
    public static bool[]? Of(PageText page, string? body)
    {
        if (body is null || body.Length is < LeastLinked or > MostLinked)
            return null;
        string whole = Letters(WebUtility.HtmlDecode(body));
        bool[] inside = new bool[page.Blocks.Count];
        int shown = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.Span.Length < LeastBlock || block.LinkShare > MostLinks)
                continue;
            string letters = Letters(block.Span.Over(page.Text));
            if (letters.Length > LeastLetters && whole.Contains(letters, StringComparison.Ordinal))
            {
                inside[i] = true;
                shown += letters.Length;
            }
        }
        return shown >= whole.Length * LeastShown ? inside : null;
    }

    /// <summary>The same with the headings and short blocks between the first and the last of them.</summary>
    public static bool[] WithShortBlocks(PageText page, bool[] inside)
    {
        bool[] body = [.. inside];
        for (int i = Array.IndexOf(inside, true); i >= 0 && i < Array.LastIndexOf(inside, true); i++)
            body[i] |= page.Blocks[i].Kind == BlockKind.Heading || page.Blocks[i].Span.Length < LeastBlock;
        return body;
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }
        return letters.ToString();
    }
}
