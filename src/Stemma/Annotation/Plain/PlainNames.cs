using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Plain;

/// <summary>Finds names by their capitals, in languages that write common nouns small.</summary>
internal static class PlainNames
{
    /// <summary>In words: a longer run of capitals is a shouted line.</summary>
    private const int LongestName = 6;

    /// <summary>In letters: longer words in capitals are shouted.</summary>
    private const int LongestAcronym = 6;

    /// <summary>The names in text order. Linear in the number of tokens.</summary>
    public static IReadOnlyList<NameMention> Find(PlainView view)
    {
        HashSet<string> inside = SeenInside(view);
        var found = new List<NameMention>();
        for (int i = 0; i < view.Count; i++)
        {
            if (!Starts(view, i, inside))
                continue;
            int last = LastOf(view, i);
            if (last - i < LongestName && NameOf(view, i, last) is { } name)
                found.Add(name);
            i = last;
        }
        return WithSurnames(view, found);
    }

    // Words with a capital where none is due.
    private static HashSet<string> SeenInside(PlainView view)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < view.Count; i++)
        {
            if (view.IsCapital(i) && !OpensClause(view, i))
                seen.Add(view.Bare(i));
        }
        return seen;
    }

    private static bool OpensClause(PlainView view, int token)
    {
        int before = token - 1;
        return before < 0 || view.SentenceOf(before) != view.SentenceOf(token) || (!view.IsWord(before) && view.Tokens[before].Kind != TokenKind.Number && !view.IsMark(before, ',') && !view.IsMark(before, '-'));
    }

    private static bool Starts(PlainView view, int token, HashSet<string> inside)
    {
        if (!view.IsCapital(token) || view.Bare(token).Length == 0)
            return false;
        bool closed = view.Language.Words.ClassOf(view.Bare(token)) != WordClass.None;
        if (view.Elided(token) == 0 && (closed || view.Language.Names.IsTitle(view.Folded(token))))
            return false;
        return !OpensClause(view, token) || inside.Contains(view.Bare(token)) || (token + 1 < view.Count && Joined(view, token + 1) && view.IsCapital(token + 1));
    }

    // Only a blank stands before it: it may go on with a name.
    private static bool Joined(PlainView view, int token) =>
        view.SentenceOf(token) == view.SentenceOf(token - 1) && view.Tokens[token].Span.Start - view.Tokens[token - 1].Span.End == 1 && view.Text[view.Tokens[token - 1].Span.End] is ' ' or '\u00A0';

    private static int LastOf(PlainView view, int first)
    {
        int last = first;
        while (last + 1 < view.Count && Joined(view, last + 1))
        {
            int next = last + 1;
            if (view.IsCapital(next) && view.Elided(next) == 0)
            {
                last = next;
                continue;
            }
            // "Banque de France", "Jean de La Tour", "Val d'Orne"
            int after = next;
            while (after < view.Count && after - next < 2 && Joined(view, after) && view.Language.Names.IsParticle(view.Folded(after)) && !view.IsCapital(after))
                after++;
            bool particle = after > next && after < view.Count && Joined(view, after) && view.IsCapital(after) && view.Elided(after) == 0;
            bool elided = after == next && view.IsCapital(next) && view.Elided(next) > 0 && view.Language.Names.IsParticle(view.Folded(next)[..view.Elided(next)]);
            if (!particle && !elided)
                break;
            last = after;
        }
        return last;
    }

    private static NameMention? NameOf(PlainView view, int first, int last)
    {
        var span = new TextSpan(view.BareSpan(first).Start, view.Tokens[last].Span.End);
        int before = first - 1;
        if (view.IsMark(before, '.'))
            before--;
        TextSpan? title = before >= 0 && view.IsWord(before) && view.SentenceOf(before) == view.SentenceOf(first) && view.Language.Names.IsTitle(view.Bare(before)) ? view.BareSpan(before) : null;
        NameKind kind = title is not null && view.Elided(first) == 0 ? NameKind.Person : KindOf(view, first, last, span.Over(view.Text));
        return new NameMention(span, kind, kind == NameKind.Person ? title : null);
    }

    private static NameKind KindOf(PlainView view, int first, int last, ReadOnlySpan<char> name)
    {
        NameWordTable words = view.Language.Names;
        for (int i = first; i <= last; i++)
        {
            if (words.IsOrganisation(view.Bare(i)))
                return NameKind.Organisation;
            if (words.IsPlace(view.Bare(i)))
                return NameKind.Place;
        }
        if (first == last && name.Length is > 1 and <= LongestAcronym && name.IndexOfAnyInRange('a', 'z') < 0)
            return NameKind.Organisation;
        if (first > 0 && words.LeadsPlace(view.Folded(first - 1)) && first == last)
            return NameKind.Place;
        return first < last && view.Elided(first) == 0 ? NameKind.Person : NameKind.Other;
    }

    // "Morin" is a person where "Paul Morin" is one.
    private static List<NameMention> WithSurnames(PlainView view, List<NameMention> names)
    {
        HashSet<string> surnames = [.. names.Where(n => n.Kind == NameKind.Person).Select(n => LastWord(n.Span.In(view.Text)))];
        return [.. names.Select(n => n.Kind == NameKind.Other && surnames.Contains(n.Span.In(view.Text)) ? n with { Kind = NameKind.Person } : n)];
    }

    /// <summary>The last word of a name.</summary>
    public static string LastWord(string name) => name[(name.LastIndexOfAny([' ', '\u00A0']) + 1)..];
}
