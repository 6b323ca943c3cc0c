using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>Tells how far the words go that name a source.</summary>
internal static class SourceRuns
{
    /// <summary>In words: what stands between two commas and is no longer than this may be a time alone.</summary>
    private const int ShortGap = 5;

    /// <summary>
    /// The source without what only says what it did meanwhile: "Smith", not "Smith, speaking in London" or "Smith on Friday"; with
    /// what describes it: "Smith, the mayor, who resigned". Without a phrase of place that a comma parts off before it.
    /// </summary>
    public static WordRun? Core(SentenceWords words, int head, int first, int last)
    {
        for (int i = head - 1; i > first; i--)
        {
            if (words.Tag(i) == UniversalTag.Cconj)
                break;
            if (words.IsMark(i, ',') && words.Is(i + 1, UniversalTag.Propn, UniversalTag.Det) && words.Tag(first) is UniversalTag.Adp or UniversalTag.Propn or UniversalTag.Det)
            {
                first = i + 1;
                break;
            }
        }
        for (int i = head + 1; i < last; i++)
        {
            bool aside = words.IsMark(i, ',') && (words.IsIng(i + 1) || words.Is(i + 1, UniversalTag.Adp, UniversalTag.Sconj));
            bool time = words.Is(i, WordClass.TimeOpener) && words.Tag(i) == UniversalTag.Adp && words.Tag(i - 1) == UniversalTag.Propn && words.Is(i + 1, WordClass.Time);
            if (aside || time)
            {
                last = i - 1;
                break;
            }
        }
        return words.Trimmed(first, last);
    }

    /// <summary>What stands in marks is no part of a source unless it is short and inside it.</summary>
    public static (int First, int Last) Around(SentenceWords words, int head, int first, int last)
    {
        for (int i = head; i >= first; i--)
        {
            if (words.IsMark(i, ';') || words.IsMark(i, ':') || (IsDash(words, i) && !words.HasVerb(0, i)) || (words.InMarks(i) && !words.InMarks(head) && words.StretchFirst(i) <= first))
            {
                first = i + 1;
                break;
            }
        }
        for (int i = head; i <= last; i++)
        {
            if (words.IsMark(i, ';') || (words.InMarks(i) && !words.InMarks(head) && words.StretchLast(i) >= last))
            {
                last = i - 1;
                break;
            }
        }
        return (first, last);
    }

    /// <summary>Without "and", "in" or "meanwhile" before it, with the title before a name.</summary>
    public static int Opening(SentenceWords words, int head, int first)
    {
        while (first < head && (words.IsMark(first) || (words.Tag(first) is UniversalTag.Cconj or UniversalTag.Sconj && !words.Is(first, WordClass.Pair))
            || (words.Tag(first) is UniversalTag.Adp or UniversalTag.Adv && !(words.Is(first, WordClass.About) && words.Is(first + 1, UniversalTag.Num, UniversalTag.Adv)) && !words.Is(first + 1, UniversalTag.Num, UniversalTag.Det))))
            first++;
        if (words.Tag(first) is not (UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Num))
            return first;
        while (first > 0 && Modifies(words, first - 1))
            first--;
        return first > 0 && words.Tag(first - 1) == UniversalTag.Det && words.Tag(first) != UniversalTag.Propn ? first - 1 : first;
    }

    /// <summary>"Smith, the minister who resigned, said", not "Smith, on Friday, said".</summary>
    public static bool Describes(SentenceWords words, int first, int last)
    {
        if (last < first || (words.Is(first, WordClass.Preposition | WordClass.Conjunction | WordClass.Adverb) && !words.Is(first, WordClass.Relative | WordClass.Determiner)) || words.IsIng(first))
            return false;
        if (last - first >= ShortGap)
            return true;
        for (int i = first; i <= last; i++)
        {
            if (words.Is(i, WordClass.Time))
                return false;
        }
        return true;
    }

    public static int FirstAfterCase(SentenceWords words, int head)
    {
        int first = words.Tree.First(head);
        while (first < head && words.Tree.Head(first) == head && words.Tree.Relation(first) == Relation.Case)
            first++;
        return first;
    }

    // "LONDON (Agency) - Smith": a dash between blanks.
    private static bool IsDash(SentenceWords words, int word) => word > 0 && (words.IsMark(word, '-') || words.IsMark(word, '–') || words.IsMark(word, '—')) && words.Text[words.Span(word).Start - 1] == ' ';

    // "the town’s long-serving mayor": what stands before a noun and belongs to it, the hyphens inside words with it.
    private static bool Modifies(SentenceWords words, int word)
    {
        if (words.InMarks(word) || words.Is(word, WordClass.Time))
            return false;
        TextSpan span = words.Span(word);
        if (words.IsMark(word, '-'))
            return word > 0 && words.Text[span.Start - 1] != ' ' && span.End < words.Text.Length && words.Text[span.End] != ' ';
        return words.Tag(word) is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj && words.Text[span.End] is ' ' or '-' && words.Tree.Relation(word) is not (Relation.Oblique or Relation.Object);
    }
}
