using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads adjectives that bring in what somebody thinks or feels: "is confident that …", "were critical of …".</summary>
internal static class AdjectiveContents
{
    /// <summary>The attribution by the adjective, null where it tells neither who nor what.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int adjective)
    {
        SentenceTree tree = words.Tree;
        if (words.InMarks(adjective) || !CueWordLists.English.IsAdjective(words.Folded(adjective)) || tree.Child(adjective, Relation.Copula) is not (>= 0 and var copula))
            return null;
        (int first, int last, int end) = (-1, adjective, -1);
        foreach (int child in tree.Children(adjective))
        {
            if (child <= adjective || first >= 0)
                continue;
            if (tree.Relation(child) is Relation.ClauseComplement or Relation.OpenComplement or Relation.AdverbialClause && tree.First(child) == adjective + 1)
                (first, end) = (adjective + 1, tree.Last(child));
            else if (tree.Relation(child) == Relation.Oblique && tree.First(child) == adjective + 1 && words.Tag(adjective + 1) == UniversalTag.Adp && words.Is(adjective + 1, WordClass.Topic | WordClass.Tail | WordClass.With | WordClass.Agent | WordClass.Infinitive))
                (first, last, end) = (adjective + 2, adjective + 1, tree.Last(child));
        }
        if (first < 0 || words.Trimmed(first, end) is not { } content)
            return null;
        int start = adjective;
        while (start > 0 && tree.Head(start - 1) == adjective && words.Tag(start - 1) is UniversalTag.Aux or UniversalTag.Adv or UniversalTag.Part)
            start--;
        if (copula < start)
            start = copula;
        var cue = new WordRun(start, last);
        CueSources.Found? source = CueSources.Of(words, adjective, cue);
        return source is { } found && found.Run.Last < start
            ? new SentenceAttribution(cue, found.Run, found.Head, [content], AttributionKind.Belief, "an adjective of thought or feeling, and whose it is", false)
            : null;
    }
}
