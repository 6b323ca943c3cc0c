using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads phrases that name a source: "according to X".</summary>
internal static class NamedSources
{
    /// <summary>The attribution by the phrase that ends with <paramref name="last"/>, null where no source follows.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="first">The first word of the phrase.</param>
    /// <param name="last">Its last word.</param>
    public static SentenceAttribution? Of(SentenceWords words, int first, int last)
    {
        SentenceTree tree = words.Tree;
        if (last + 1 >= words.Count || words.InMarks(first))
            return null;
        int head = last + 1;
        while (tree.Head(head) != head && tree.Head(head) > last && words.Tag(tree.Head(head)) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num or UniversalTag.Adj)
            head = tree.Head(head);
        int end = tree.Last(head);
        bool leads = words.Trimmed(0, first - 1) is null;
        // "According to Smith, the plan …", where the tree hangs the rest on Smith.
        if (leads && words.Trimmed(end + 1, words.Count - 1) is null)
        {
            int comma = head;
            while (comma < end && !(words.IsMark(comma, ',') && words.HasVerb(comma + 1, end)))
                comma++;
            end = comma < end ? comma - 1 : end;
        }
        if (words.Trimmed(last + 1, end) is not { } source)
            return null;
        bool closes = words.Trimmed(end + 1, words.Count - 1) is null;
        var content = new List<WordRun>();
        if (!leads && words.Trimmed(0, first - 1) is { } before)
            content.Add(before);
        bool parenthesis = first > 0 && words.IsMark(first - 1) && end + 1 < words.Count && words.IsMark(end + 1, ',');
        if (!closes && (leads || parenthesis) && words.Trimmed(end + 1, words.Count - 1) is { } after)
            content.Add(after);
        if (content.Count == 0)
            return null;
        var cue = new WordRun(first, last);
        return new SentenceAttribution(cue, source, head, content, AttributionKind.Speech, $"“{words.Span(cue).In(words.Text)}” and who says it", Aside: first > 0 && words.IsMark(first - 1, ',') && closes ? first : -1);
    }
}
