using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads lines that give a name, a colon and words: "Smith: We will go on", in headlines and transcripts.</summary>
internal static class ColonLines
{
    /// <summary>In words: a name and its title before the colon.</summary>
    private const int LongestName = 8;

    /// <summary>The attribution, null where the sentence is no such line.</summary>
    public static SentenceAttribution? Of(SentenceWords words)
    {
        int start = 0;
        while (start < words.Count && words.IsMark(start))
            start++;
        int colon = start + 1;
        while (colon < words.Count - 1 && colon - start <= LongestName && !words.IsMark(colon, ':'))
            colon++;
        if (colon >= words.Count - 1 || !words.IsMark(colon, ':') || !(IsName(words, start, colon - 1) || AllCapitals(words, start, colon - 1)) || !words.HasVerb(colon + 1, words.Count - 1))
            return null;
        // A transcript may stand in marks as a whole; its names are in capitals.
        bool transcript = words.InMarks(colon);
        if (transcript && !AllCapitals(words, start, colon - 1))
            return null;
        int from = transcript ? start : colon + 1, to = transcript ? words.StretchLast(colon) : words.Count - 1;
        return words.Trimmed(start, colon - 1) is { } source && words.Trimmed(from, to) is { } content
            ? new SentenceAttribution(new WordRun(colon, colon), source, source.Last, [content], AttributionKind.Speech, "a name and a colon before the words")
            : null;
    }

    private static bool AllCapitals(SentenceWords words, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            foreach (char c in words.Span(i).Over(words.Text))
            {
                if (char.IsLower(c))
                    return false;
            }
        }
        return true;
    }

    private static bool IsName(SentenceWords words, int first, int last)
    {
        bool proper = false;
        for (int i = first; i <= last; i++)
        {
            if (words.Tag(i) is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj)
                return false;
            if (words.Tag(i) is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron && !char.IsUpper(words.Text[words.Span(i).Start]))
                return false;
            proper |= words.Tag(i) == UniversalTag.Propn;
        }
        return proper;
    }
}
