using Stemma.Stories;

namespace Stemma.Web.Shelf;

/// <summary>Which stories a board shows.</summary>
/// <param name="Words">Words that the title, an outlet or a name of the story must all have, by their beginnings; null for any.</param>
/// <param name="OnlyConflicts">True for stories with a conflict alone.</param>
/// <param name="Page">The page, 1 for the first.</param>
public sealed record BoardQuery(string? Words, bool OnlyConflicts, int Page)
{
    /// <summary>Stories on one page.</summary>
    public const int PageSize = 50;

    /// <summary>In words: more are not looked for.</summary>
    private const int MostWords = 8;

    /// <summary>The stories of the page and how many there are on all pages.</summary>
    public (IReadOnlyList<ShelvedStory> Stories, int All) Of(StoryShelf shelf)
    {
        string[] words = (Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[..];
        words = words[..Math.Min(words.Length, MostWords)];
        ShelvedStory[] found = [.. shelf.Stories.Where(s => (!OnlyConflicts || s.Conflicts > 0) && Array.TrueForAll(words, w => Has(s, w)))];
        return ([.. found.Skip((Math.Max(1, Page) - 1) * PageSize).Take(PageSize)], found.Length);
    }

    private static bool Has(ShelvedStory story, string word) =>
        Begins(story.Title, word)
        || story.Dossier.Reports.Any(r => Begins(r.Outlet, word) || Begins(r.Title, word))
        || story.Dossier.Names.Any(n => Begins(n.Name, word));

    private static bool Begins(string? text, string word)
    {
        for (int at = text?.IndexOf(word, StringComparison.OrdinalIgnoreCase) ?? -1; at >= 0; at = text!.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text![at - 1]))
                return true;
        }
        return false;
    }
}
