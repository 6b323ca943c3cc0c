using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Recognises notes about the author under an article: "Jane Doe covers science for the Gazette."</summary>
internal static class AuthorNotes
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 400;

    private static readonly string[] s_verbs = [.. TableFile.Lines("En/author-notes.txt").OrderByDescending(v => v.Length).ThenBy(v => v, StringComparer.Ordinal)];

    /// <summary>True where the line is such a note: a name that the article does not speak of, and what a journalist does.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">The text before the line.</param>
    /// <param name="authors">The authors that the byline names.</param>
    public static bool Is(ReadOnlySpan<char> line, ReadOnlySpan<char> before, IReadOnlyList<string> authors)
    {
        if (line.Length > Longest)
            return false;
        int end = NameEnd(line, out int afterName);
        if (end < 0)
            return false;
        string name = line[..end].ToString();
        bool isAuthor = authors.Contains(name, StringComparer.OrdinalIgnoreCase);
        return isAuthor || Bylines.LooksLikePerson(name) && before.IndexOf(name, StringComparison.Ordinal) < 0 && afterName > 0;
    }

    // The place where the verb begins.
    private static int NameEnd(ReadOnlySpan<char> line, out int afterName)
    {
        afterName = -1;
        int words = 0;
        for (int i = 1; i < line.Length && words < 5; i++)
        {
            if (line[i] != ' ')
                continue;
            words++;
            foreach (string verb in s_verbs)
            {
                if (line[(i + 1)..].StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (i + 1 + verb.Length == line.Length || !char.IsLetter(line[i + 1 + verb.Length])))
                {
                    afterName = i + 1;
                    return i;
                }
            }
        }
        return -1;
    }
}
