using System.Globalization;

namespace Stemma.Library.Store;

/// <summary>Reads what a person typed: words, "phrases", word*, -word, title:, speaker:, name:, outlet:, lang:, after:, before:.</summary>
/// <remarks>Never throws on what was typed; linear in its length.</remarks>
public static class SearchQueryParser
{
    /// <summary>In UTF-16 code units; nobody types more.</summary>
    private const int Longest = 2_000;

    /// <summary>In terms, and in words of one phrase; each costs a walk through the index.</summary>
    private const int MostTerms = 40;

    private static readonly (string Name, SearchField Field)[] s_fields =
    [
        ("title", SearchField.Title), ("speaker", SearchField.Speaker), ("name", SearchField.Name), ("outlet", SearchField.Outlet),
    ];

    /// <summary>The query.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="problem">What is wrong and what to do; null where nothing is.</param>
    public static SearchQuery Parse(string typed, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(typed);
        problem = null;
        var query = new SearchQuery();
        var terms = new List<SearchTerm>();
        if (typed.Length > Longest)
        {
            problem = $"the search is longer than {Longest} characters; give fewer words";
            return query;
        }
        for (int i = 0; i < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[i]))
            {
                i++;
                continue;
            }
            Piece piece = Next(typed, ref i);
            switch (piece.Name)
            {
                case "after" or "before":
                    if (!DateOnly.TryParseExact(piece.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                        problem ??= $"{piece.Name}:{piece.Value}: this is no day; write it as {piece.Name}:2024-03-12";
                    else if (piece.Name == "after")
                        query = query with { From = day };
                    else
                        query = query with { Before = day };
                    break;
                case "lang":
                    if (piece.Value.Length is < 2 or > 8 || !piece.Value.All(char.IsAsciiLetter))
                        problem ??= $"lang:{piece.Value}: this is no language tag; write it as lang:en";
                    else
                        query = query with { Language = piece.Value.ToLowerInvariant() };
                    break;
                default:
                    AddTerm(piece, terms);
                    break;
            }
        }
        if (terms.Count > MostTerms || terms.Any(t => t.Words.Count > MostTerms))
            problem ??= $"more than {MostTerms} words are not searched for at once; give fewer";
        query = query with { Terms = terms };
        if (query.IsEmpty)
            problem ??= terms.Count > 0 ? "only words to leave out were given; give a word to find as well" : "there is no word to search for; give words, \"a phrase\", or a field such as outlet:NAME";
        return query;
    }

    private static void AddTerm(Piece piece, List<SearchTerm> terms)
    {
        string[] words = [.. SearchWords.Of(piece.Value).Select(w => w.Folded)];
        if (words.Length == 0)
            return;
        SearchField field = s_fields.FirstOrDefault(f => f.Name == piece.Name).Field;
        terms.Add(new SearchTerm(field, words, piece.IsStart, piece.IsExcluded));
    }

    // "-", a field's name and a colon, and then a phrase in marks or the run up to the next blank; what stands before a colon
    // and is no field is words like the rest: "10:30", "https://…".
    private static Piece Next(string typed, ref int i)
    {
        bool excluded = typed[i] == '-' && i + 1 < typed.Length && !char.IsWhiteSpace(typed[i + 1]);
        if (excluded)
            i++;
        string name = "";
        int colon = i;
        while (colon < typed.Length && char.IsAsciiLetter(typed[colon]))
            colon++;
        if (colon < typed.Length && typed[colon] == ':' && IsField(typed[i..colon].ToLowerInvariant()))
        {
            name = typed[i..colon].ToLowerInvariant();
            i = colon + 1;
        }
        if (i < typed.Length && IsMark(typed[i]))
        {
            int end = i + 1;
            while (end < typed.Length && !IsMark(typed[end]))
                end++;
            string phrase = typed[(i + 1)..end];
            i = Math.Min(end + 1, typed.Length);
            return new Piece(name, phrase, false, excluded);
        }
        int start = i;
        while (i < typed.Length && !char.IsWhiteSpace(typed[i]) && !IsMark(typed[i]))
            i++;
        string word = typed[start..i];
        return new Piece(name, word, word.EndsWith('*'), excluded);
    }

    private static bool IsField(string name) => name is "after" or "before" or "lang" || s_fields.Any(f => f.Name == name);

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    private readonly record struct Piece(string Name, string Value, bool IsStart, bool IsExcluded);
}
