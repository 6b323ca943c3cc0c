using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Tells whether those who take part in two clauses are the same.</summary>
internal static class SameParty
{
    /// <summary>True where they are, false where they are others, null where the words do not tell.</summary>
    public static bool? Are(Party? x, ClaimSentence a, Party? y, ClaimSentence b, Lexicon lexicon)
    {
        if (x is null || y is null || x.IsOpen || y.IsOpen)
            return null;
        if (x.Persons.Length > 0 && y.Persons.Length > 0)
            return x.Persons.Any(p => y.Persons.Any(q => IsOnePerson(a, p, b, q)));
        // "the coach" for "Inga Solvay, the coach".
        if (x.Persons.Length > 0 || y.Persons.Length > 0)
            return x.Stems.Contains(y.Head, StringComparer.Ordinal) || y.Stems.Contains(x.Head, StringComparer.Ordinal) ? true : null;
        if (DifferInNumbers(a, x, b, y))
            return false;
        string[] onlyX = [.. x.Stems.Where(s => !y.Stems.Contains(s, StringComparer.Ordinal))], onlyY = [.. y.Stems.Where(s => !x.Stems.Contains(s, StringComparer.Ordinal))];
        int shared = x.Stems.Length - onlyX.Length;
        bool heads = x.Head == y.Head || AreOne(x.HeadForm, y.HeadForm, lexicon);
        if (Contradict(a, onlyX, b, onlyY, lexicon))
            return false;
        // What one has in its words the other sentence may tell elsewhere.
        bool apart = onlyX.Any(s => !b.Has(s)) && onlyY.Any(s => !a.Has(s));
        if (heads)
            return !apart || shared > 1 || (x.Head != y.Head && shared > 0) ? true : null;
        return shared > 1 && (onlyX.Length == 0 || onlyY.Length == 0) ? true : shared > 0 ? null : false;
    }

    /// <summary>True where one name is the other, or a part or a spelling of it.</summary>
    public static bool IsOnePerson(ClaimSentence a, (TextSpan Span, int Id) x, ClaimSentence b, (TextSpan Span, int Id) y)
    {
        if (x.Id >= 0 && x.Id == y.Id)
            return true;
        string left = a.Say(x.Span), right = b.Say(y.Span);
        return NameSpelling.IsSame(left, right) || left.Split(' ', '-').Intersect(right.Split(' ', '-'), StringComparer.OrdinalIgnoreCase).Any();
    }

    private static bool AreOne(string x, string y, Lexicon lexicon) => x.Length > 0 && y.Length > 0 && (lexicon.AreSynonyms(x, y) || lexicon.AreDerived(x, y));

    // "the ninth game", "the tenth game"; "two of the men", "all four men".
    private static bool DifferInNumbers(ClaimSentence a, Party x, ClaimSentence b, Party y)
    {
        decimal[] left = [.. a.Quantities.Where(q => x.Argument.Span.Contains(q.Span)).Select(q => q.Value)], right = [.. b.Quantities.Where(q => y.Argument.Span.Contains(q.Span)).Select(q => q.Value)];
        return left.Length > 0 && right.Length > 0 && !left.Intersect(right).Any();
    }

    // "the men's race", "the women's race"; "the northern line", "the southern line"; two names.
    private static bool Contradict(ClaimSentence a, string[] onlyX, ClaimSentence b, string[] onlyY, Lexicon lexicon)
    {
        foreach (string x in onlyX)
        {
            ComparableWord left = Array.Find(a.Words, w => w.Stem == x);
            if (b.Has(x) || left.Form is null)
                continue;
            foreach (string y in onlyY)
            {
                ComparableWord right = Array.Find(b.Words, w => w.Stem == y);
                if (a.Has(y) || right.Form is null)
                    continue;
                if ((a.IsCapital(left.Span) && b.IsCapital(right.Span)) || lexicon.AreOpposites(left.Form, right.Form) || lexicon.AreExclusive(left.Form, right.Form) || lexicon.AreSisters(left.Form, right.Form))
                    return true;
            }
        }
        return false;
    }
}
