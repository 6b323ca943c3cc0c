using Stemma.Languages;

namespace Stemma.Annotation.Speech;

/// <summary>Tells a subordinate clause that opens a sentence from the main clause after it, and a verb that has its own clause from one that lacks it.</summary>
internal sealed class Clauses(TokenView view, NounPhrases phrases)
{
    /// <summary>In tokens: no clause that opens a sentence is longer.</summary>
    private const int Longest = 80;

    /// <summary>True where the sentence at <paramref name="low"/> opens with "while", "although" and the like, and nothing but that clause stands before <paramref name="first"/>.</summary>
    public bool OpensWithSubordinate(int low, int first)
    {
        int i = low;
        if (i < first && view.Is(i, WordClass.Coordinator))
            i++;
        return i < first && view.StretchOf(i) < 0 && view.Is(i, WordClass.Conjunction) && !view.Is(i, WordClass.Coordinator | WordClass.Preposition | WordClass.Opener);
    }

    /// <summary>The token that opens the main clause after the subordinate one at <paramref name="low"/>, before <paramref name="high"/>; -1 where none does.</summary>
    public int MainStart(int low, int high)
    {
        int end = Math.Min(high, low + Longest);
        for (int i = low + 2; i + 1 < end; i++)
        {
            if (view.StretchOf(i) < 0 && view.IsMark(i, ',') && view.StretchOf(i + 1) < 0
                && (phrases.NameAt(i + 1) >= 0 || view.Is(i + 1, WordClass.Subject | WordClass.Determiner)) && !view.Is(i + 1, WordClass.Relative))
                return i + 1;
        }
        return -1;
    }

    /// <summary>True where a clause of its own follows the verb: "said that talks would go on".</summary>
    public bool HasOwnClause(int verb, int high)
    {
        int next = verb + 1;
        if (next + 1 >= high || view.StretchOf(next) >= 0)
            return false;
        bool that = view.Is(next, WordClass.Opener) && view.Is(next, WordClass.Antecedent);
        return that && !view.Is(next + 1, WordClass.Time) && view.IsWord(next + 1);
    }
}
