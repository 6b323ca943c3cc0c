using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Finds the noun that what stands between two commas describes: "Smith, who resigned in May, said", "Smith, 44, the mayor of the town, said".</summary>
internal static class DescribedNouns
{
    /// <summary>In words: what two commas part off between a name and its verb is no longer.</summary>
    private const int LongestDescription = 30;

    /// <summary>True for "who" and "which" outside marks.</summary>
    public static bool IsWho(SentenceWords words, int word) => words.Is(word, WordClass.Antecedent) && !words.Is(word, WordClass.Opener) && !words.InMarks(word);

    /// <summary>The noun that ends right before "who" or before a comma in front of it; -1 where there is none.</summary>
    public static int NounBefore(SentenceWords words, int who)
    {
        int noun = who - 1;
        if (noun > 0 && words.IsMark(noun, ','))
            noun--;
        if (noun < 0 || !words.Is(noun, UniversalTag.Noun, UniversalTag.Propn))
            return -1;
        while (words.Tree.Head(noun) is var up && up != noun && up < who && words.Is(up, UniversalTag.Noun, UniversalTag.Propn))
            noun = up;
        return noun;
    }

    /// <summary>"Smith, who resigned in May, said": the comma ends what "who" is the subject of, whatever the tree says.</summary>
    public static bool EndsBefore(SentenceWords words, int who, int verb)
    {
        for (int comma = verb - 1; comma > who + 1; comma--)
        {
            if (words.IsMark(comma, ',') && words.Tag(comma + 1) is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adv && words.HasVerb(who + 1, comma - 1))
                return true;
        }
        return false;
    }

    /// <summary>"Smith, who had led the town since his brother resigned, said": the noun that a clause between two commas describes, -1 where none ends at the comma.</summary>
    public static int Closed(SentenceWords words, int comma)
    {
        bool verb = false;
        for (int i = comma - 1; i > 1; i--)
        {
            if (words.InMarks(i) || words.IsMark(i, ',') || words.IsMark(i, ';'))
                return -1;
            verb |= words.Is(i, UniversalTag.Verb, UniversalTag.Aux);
            if (verb && IsWho(words, i) && words.IsMark(i - 1, ','))
                return NounBefore(words, i);
        }
        return -1;
    }

    /// <summary>"Smith, 44, the mayor of the town, said": the noun that what stands before the comma describes, -1 where nothing there describes one.</summary>
    public static int Described(SentenceWords words, int comma)
    {
        int noun = -1, end = comma;
        for (int i = comma - 1; i > 0 && comma - i <= LongestDescription && !words.InMarks(i) && !words.IsMark(i, ';'); i--)
        {
            if (!words.IsMark(i, ','))
                continue;
            bool who = IsWho(words, i + 1);
            if (i + 1 == end || (!who && (words.Tag(i + 1) is not (UniversalTag.Det or UniversalTag.Num or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn) || words.HasVerb(i + 1, end - 1))) || !words.Is(i - 1, UniversalTag.Noun, UniversalTag.Propn) && words.Tag(i - 1) != UniversalTag.Num)
                break;
            if (words.Tag(i - 1) == UniversalTag.Propn && !words.Is(i - 1, WordClass.Time))
                noun = i - 1;
            end = i;
        }
        return noun;
    }
}
