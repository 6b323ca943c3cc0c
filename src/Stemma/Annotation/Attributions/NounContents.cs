using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads nouns that bring in somebody's words or wishes: "Smith’s claim that …", "her call for calm".</summary>
internal static class NounContents
{
    /// <summary>The attribution by the noun, null where it tells neither whose it is nor what is said.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int noun)
    {
        SentenceTree tree = words.Tree;
        if (words.InMarks(noun) || tree.Child(noun, Relation.Possessor) is not (>= 0 and var owner) || !CueWordLists.English.IsNoun(WordTagger.BaseForm(words.Span(noun).Over(words.Text), UniversalTag.Noun)))
            return null;
        (int first, int last, int end) = (-1, noun, tree.Last(noun));
        foreach (int child in tree.Children(noun))
        {
            if (child <= noun)
                continue;
            if (tree.Relation(child) is Relation.NounClause or Relation.RelativeClause or Relation.ClauseComplement && tree.First(child) == noun + 1 && Opens(words, noun + 1))
                (first, end) = (noun + 1, tree.Last(child));
            else if (tree.Relation(child) == Relation.NounPhrase && tree.First(child) == noun + 1 && words.Tag(noun + 1) == UniversalTag.Adp && words.Is(noun + 1, WordClass.Topic | WordClass.Of | WordClass.TimeOpener))
                (first, last, end) = (noun + 2, noun + 1, tree.Last(child));
            if (first >= 0)
                break;
        }
        if (first < 0 || words.Trimmed(first, end) is not { } content)
            return null;
        int start = noun;
        while (start - 1 > tree.Last(owner) && words.Tag(start - 1) is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Adv or UniversalTag.Verb)
            start--;
        int possessor = tree.Last(owner);
        var cue = new WordRun(start, last);
        return words.Trimmed(tree.First(owner), possessor) is { } source
            ? new SentenceAttribution(cue, source, owner, [content], AttributionKind.Speech, "a noun that carries words, and whose it is", false)
            : null;
    }

    private static bool Opens(SentenceWords words, int word) => words.Is(word, WordClass.Opener) || words.Is(word, WordClass.Infinitive);
}
