using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads verbs that say little with nouns that say what is done: "made the claim that …", "expressed support for …", "took a swipe at …".</summary>
internal static class LightVerbs
{
    /// <summary>The attribution by the verb and its object, null where the object is no such noun or brings in nothing.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        if (words.InMarks(verb) || words.Tag(verb) != UniversalTag.Verb || !CueWordLists.English.IsLightVerb(WordTagger.BaseForm(words.Span(verb).Over(words.Text), UniversalTag.Verb)))
            return null;
        int noun = tree.Child(verb, Relation.Object);
        if (noun < verb || words.InMarks(noun) || tree.Child(noun, Relation.Possessor) >= 0 || !CueWordLists.English.IsNoun(WordTagger.BaseForm(words.Span(noun).Over(words.Text), UniversalTag.Noun)))
            return null;
        int next = noun + 1;
        if (next + 1 >= words.Count || words.InMarks(next))
            return null;
        WordRun group = CueGroups.Of(words, verb);
        (int first, int last) = (next, noun);
        if (words.Tag(next) == UniversalTag.Adp && words.Is(next, WordClass.Topic | WordClass.Tail | WordClass.With | WordClass.TimeOpener))
            (first, last) = (next + 1, next);
        else if (!words.Is(next, WordClass.Opener | WordClass.Infinitive) || words.Tag(next) == UniversalTag.Pron)
            return null;
        int head = tree.Head(next);
        if (head <= next || words.Trimmed(first, tree.Last(head)) is not { } content || CueSources.Of(words, verb, group) is not { } source)
            return null;
        return new SentenceAttribution(new WordRun(group.First, last), source.Run, source.Head, [content], AttributionKind.Speech, "a verb with a noun that carries words", false);
    }
}
