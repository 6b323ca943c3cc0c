using Stemma.Annotation;
using Stemma.Annotation.Marks;
using Stemma.Annotation.NameTagging;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>A run of tokens that can hold names.</summary>
/// <param name="Features">The features of each token.</param>
/// <param name="Allowed">The labels that each token can have, a bit a label.</param>
/// <param name="Possible">The labels that each token can have whatever the set says.</param>
/// <param name="Document">The index of its document.</param>
internal sealed record NameLesson(int[][] Features, uint[] Allowed, uint[] Possible, int Document);

/// <summary>Makes lessons of documents, by the very code that finds names.</summary>
internal static class NameLessons
{
    private const uint All = (1u << NameLabels.Count) - 1, None = 1u << NameLabels.Outside;

    /// <summary>Tokens, sentences and marks as the engine finds them.</summary>
    public static TokenView View(string text)
    {
        var report = new Report { Id = "a", Text = text, Language = "en" };
        AnnotatedReport outline = Annotator.Outline(report);
        return new TokenView(text, outline.Paragraphs, outline.Tokens, outline.Sentences, MarkedStretches.Find(text, outline.Paragraphs));
    }

    /// <summary>The lessons of the documents, with their features as rows of the dictionary, which grows.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="lists">The lists of names.</param>
    /// <param name="plain">As <see cref="NameFeatures.Of"/> has it.</param>
    /// <param name="rows">The dictionary.</param>
    /// <param name="readings">How a tagger that has not learned from the document first reads it; null for lessons of the first reading.</param>
    public static List<NameLesson> Of(IReadOnlyList<NameDocument> documents, NameModel lists, bool plain, Dictionary<uint, int> rows, Func<int, TokenView, byte[]>? readings = null)
    {
        var lessons = new List<NameLesson>();
        Span<uint> ids = stackalloc uint[NameFeatures.Most];
        var runs = new List<(int First, int End)>();
        for (int d = 0; d < documents.Count; d++)
        {
            TokenView view = View(documents[d].Text);
            var sentences = new NameSentences(view, TokenTags.Of(view), lists, PartOfSpeechTagger.English);
            uint[] allowed = Allowed(view, sentences.Words, documents[d]);
            byte[]? first = readings?.Invoke(d, view);
            var votes = new NameVotes();
            if (first is not null)
                Count(view, sentences, first, votes, runs);
            foreach (Sentence sentence in view.Sentences)
            {
                ReadOnlySpan<NameWord> words = sentences.Words.Slice(sentence.FirstToken, sentence.TokenCount);
                uint heading = NameFeatures.HeadingOf(words);
                sentences.RunsOf(sentence, runs);
                foreach ((int from, int end) in runs)
                {
                    if (!allowed.AsSpan(from, end - from).ContainsAnyExcept(All))
                        continue;
                    var features = new int[end - from][];
                    for (int i = from; i < end; i++)
                    {
                        int count = NameFeatures.Of(words, i - sentence.FirstToken, heading, plain, ids);
                        if (first is not null)
                            count += votes.Of(sentences.Words, i, first[i], ids[count..]);
                        Span<uint> found = ids[..count];
                        features[i - from] = new int[found.Length];
                        for (int k = 0; k < found.Length; k++)
                        {
                            if (!rows.TryGetValue(found[k], out int row))
                                rows.Add(found[k], row = rows.Count);
                            features[i - from][k] = row;
                        }
                    }
                    uint[] possible = [.. Enumerable.Range(from, end - from).Select(i => sentences.Words[i].Labels)];
                    lessons.Add(new NameLesson(features, [.. allowed[from..end].Zip(possible, (a, p) => a & p)], possible, d));
                }
            }
        }
        return lessons;
    }

    private static void Count(TokenView view, NameSentences sentences, byte[] labels, NameVotes votes, List<(int First, int End)> runs)
    {
        foreach (Sentence sentence in view.Sentences)
        {
            sentences.RunsOf(sentence, runs);
            foreach ((int from, int end) in runs)
                votes.Add(sentences.Words, labels, from, end);
        }
    }

    private static uint[] Allowed(TokenView view, ReadOnlySpan<NameWord> words, NameDocument document)
    {
        var allowed = new uint[view.Count];
        for (int i = 0; i < allowed.Length; i++)
            allowed[i] = document.Rest == Unmarked.NoneButOthers && MayNameOther(words, i) ? None | Bits(NameKind.Other) : None;
        int token = 0;
        foreach (MarkedName name in document.Names)
        {
            while (token < view.Count && view.Tokens[token].Span.End <= name.Span.Start)
                token++;
            int first = token;
            while (token < view.Count && view.Tokens[token].Span.Start < name.Span.End)
                token++;
            if (first == token)
                continue;
            TextSpan last = view.Tokens[token - 1].Span;
            bool whole = view.Tokens[first].Span.Start == name.Span.Start && (last.End == name.Span.End || view.WordSpan(token - 1).End == name.Span.End);
            for (int i = first; i < token; i++)
                allowed[i] = !whole ? All : name.Kinds.Length == 0 ? name.MayBeNone ? All : All & ~None : Labels(name.Kinds, i - first, token - first) | (name.MayBeNone ? None | Bits(NameKind.Other) : 0);
        }
        return allowed;
    }

    // Where a set passes over others, a word is in one only if it looks like a name, or may stand between two that do.
    private static bool MayNameOther(ReadOnlySpan<NameWord> words, int i)
    {
        ref readonly NameWord word = ref words[i];
        return word.Capital
            ? word.Tag is UniversalTag.Propn or UniversalTag.Adj && (word.Lists & (NameLists.Time | NameLists.Title)) == NameLists.None
            : word.Tag is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Num or UniversalTag.Punct;
    }

    private static uint Bits(NameKind kind) => 0xFu << NameLabels.Of(kind, NameLabels.Begin);

    private static uint Labels(NameKind[] kinds, int i, int length)
    {
        int place = length == 1 ? NameLabels.Single : i == 0 ? NameLabels.Begin : i == length - 1 ? NameLabels.End : NameLabels.Inside;
        uint labels = 0;
        foreach (NameKind kind in kinds)
            labels |= 1u << NameLabels.Of(kind, place);
        return labels;
    }
}
