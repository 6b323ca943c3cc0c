namespace Stemma.Reading.Html;

/// <summary>Tells which elements of a page are side parts (menus, boxes, comments) by their names and by how little of the prose they hold.</summary>
internal static class SideParts
{
    /// <summary>Part of the page's prose, 0 to 1, from which an element is no side part whatever its class says. Set by hand on 40 pages of the fundusml set; re-run `stemma eval reading` on both sets.</summary>
    private const double MainShare = 0.45;

    /// <summary>The same for elements that say that they are comments, which can be longer than the article.</summary>
    private const double MainShareOfComments = 0.85;

    /// <summary>In UTF-16 code units of prose in one element.</summary>
    private const int SurelyArticle = 300;

    /// <summary>Part of an element's text and links, 0 to 1, that is prose in a part of the article.</summary>
    private const double CleanShare = 0.8;

    // Of these, words that nobody gives to the article itself.
    private static readonly string[] s_surely = ["promo", "promotion", "promoted", "donate", "donation", "sponsor", "sponsored", "membership", "login"];

    private static readonly string[] s_doubtful = ["advertisement", "subscription prompt", "navigation", "share bar", "tags"];

    /// <summary>What part of the page each element belongs to by its own or an ancestor's name, null for none; linear in the number of elements.</summary>
    /// <param name="page">The page.</param>
    /// <param name="prose">For each block whether it is prose.</param>
    public static string?[] Of(PageText page, bool[] prose)
    {
        string?[] parts = new string?[page.Nodes.Count];
        int[] mass = new int[page.Nodes.Count];
        int[] all = new int[mass.Length];
        int total = 0;
        for (int i = 0; i < prose.Length; i++)
        {
            PageBlock block = page.Blocks[i];
            all[block.Node] += block.Span.Length + block.LinkLength;
            if (!prose[i])
                continue;
            mass[block.Node] += block.Span.Length;
            total += block.Span.Length;
        }
        for (int n = mass.Length - 1; n > 0; n--)
        {
            mass[page.Nodes[n].Parent] += mass[n];
            all[page.Nodes[n].Parent] += all[n];
        }
        bool[] holdsMain = new bool[mass.Length];
        for (int n = mass.Length - 1; n > 0; n--)
            holdsMain[page.Nodes[n].Parent] |= holdsMain[n] || page.Nodes[n].Tag == "main";
        HashSet<string> mainWords = MainWords(page, mass, total);
        for (int n = 0; n < parts.Length; n++)
        {
            PageNode node = page.Nodes[n];
            string? inherited = node.Parent < 0 ? null : parts[node.Parent];
            parts[n] = inherited;
            // A class that only says where advertisements or a paywall begin may stand on parts of the article itself.
            if (node.PartWord is not null && s_doubtful.Contains(node.Part) && mass[n] >= SurelyArticle && !s_surely.Contains(node.PartWord) && mass[n] >= all[n] * CleanShare)
                continue;
            // Neither the page's main part nor anything around it is a side part, whatever its class says.
            if (node.PartWord is not null && (holdsMain[n] || node.Tag == "main"))
                continue;
            parts[n] = inherited ?? (node.Part is not null && mass[n] <= total * MostShareOf(node.Part) && (node.PartWord is null || !mainWords.Contains(node.PartWord)) ? node.Part : null);
        }
        return parts;
    }

    // Words that many elements share which together hold most of the prose, such as "paywall" on every part of an article:
    // they name no side part of this page.
    private static HashSet<string> MainWords(PageText page, int[] mass, int total)
    {
        var byWord = new Dictionary<string, (int Mass, double Most)>(StringComparer.Ordinal);
        for (int n = 0; n < mass.Length; n++)
        {
            PageNode node = page.Nodes[n];
            if (node.PartWord is { } word && mass[n] > 0 && !HasAbove(page, n, word))
                byWord[word] = (byWord.GetValueOrDefault(word).Mass + mass[n], MostShareOf(node.Part));
        }
        return [.. byWord.Where(pair => pair.Value.Mass > total * pair.Value.Most).Select(pair => pair.Key)];
    }

    private static double MostShareOf(string? part) => part is "comments" or "cookie notice" ? MainShareOfComments : MainShare;

    private static bool HasAbove(PageText page, int node, string word)
    {
        for (int above = page.Nodes[node].Parent, up = 0; above >= 0 && up < 30; above = page.Nodes[above].Parent, up++)
        {
            if (string.Equals(page.Nodes[above].PartWord, word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
