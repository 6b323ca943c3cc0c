using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Tells where the clause ends that a sentence opens with: "Asked whether he would go, Smith …", "While he knew of it, Smith …".</summary>
internal static class OpeningClauses
{
    /// <summary>In words: the verb of the main clause stands no farther behind the comma.</summary>
    private const int Reach = 14;

    /// <summary>The last word of what a verb of such a clause brings in; <paramref name="last"/> where the verb stands in none, the word before <paramref name="first"/> where nothing is left.</summary>
    public static int End(SentenceWords words, int verb, int first, int last)
    {
        if (!Opens(words, verb))
            return last;
        int start = first;
        while (start < last && words.IsMark(start, ','))
            start++;
        if (words.IsMark(start - 1, ',') && IsMain(words, start))
            return first - 1;
        for (int comma = start + 1; comma < last; comma++)
        {
            if (Ends(words, comma) && IsMain(words, comma + 1))
                return comma - 1;
        }
        return last;
    }

    /// <summary>Of a participle in such a clause the subject of the main clause: "After saying that he would go, Smith …"; -1 where there is none.</summary>
    public static int MainSubject(SentenceWords words, int verb)
    {
        if (!Opens(words, verb))
            return -1;
        for (int i = verb + 1; i + 1 < words.Count; i++)
        {
            if (!Ends(words, i) || !IsMain(words, i + 1))
                continue;
            int word = i + 1;
            while (words.Tree.Head(word) is var head && head != word && head > word && words.Tag(head) is UniversalTag.Noun or UniversalTag.Propn)
                word = head;
            return words.Tag(word) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron ? word : -1;
        }
        return -1;
    }

    // A comma or a dash between clauses; in marks a comma at their end alone.
    private static bool Ends(SentenceWords words, int word)
    {
        if (words.InMarks(word))
            return words.IsMark(word) && words.StretchLast(word) == word && word > 0 && words.IsMark(word - 1, ',') && words.InMarks(word - 1);
        return words.IsMark(word, ',') || words.IsMark(word, '―') || words.IsMark(word, '—') || words.IsMark(word, '–');
    }

    // "While …", "Asked …", "Speaking …", with no main clause before the verb.
    private static bool Opens(SentenceWords words, int verb)
    {
        int first = 0;
        while (first < verb && (words.IsMark(first) || words.Tag(first) == UniversalTag.Cconj))
            first++;
        bool subordinate = first == verb ? words.IsIng(verb) || CueSubjects.IsPassive(words, verb)
            : words.IsIng(first) || (words.Is(first, WordClass.Conjunction) && !words.Is(first, WordClass.Coordinator)) || words.Tag(first) == UniversalTag.Sconj;
        // "As the Courier reported, …" gives what follows.
        if (!subordinate || (words.Is(first, WordClass.Opener) && words.Frame(verb) is { Cue: CueClass.Say }))
            return false;
        for (int i = first + 1; i < verb; i++)
        {
            if (words.IsMark(i, ',') && IsMain(words, i + 1))
                return false;
        }
        return true;
    }

    // A subject and a finite verb.
    private static bool IsMain(SentenceWords words, int first)
    {
        if (first >= words.Count || !words.StartsPhrase(first) || words.Is(first, WordClass.Antecedent))
            return false;
        for (int i = first + 1; i < words.Count && i - first <= Reach && !words.IsMark(i, ';'); i++)
        {
            if (words.Is(i, UniversalTag.Verb, UniversalTag.Aux) && !words.IsIng(i))
                return words.Tree.Relation(i) is not (Relation.RelativeClause or Relation.NounClause);
            if (words.Is(i, UniversalTag.Cconj, UniversalTag.Sconj))
                return false;
        }
        return false;
    }
}
