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
    /// <param name="hidden">0 for the documents as they are; otherwise a number of chance by which names are made unknown, so that what stands around them is learned.</param>
    public static List<NameLesson> Of(IReadOnlyList<NameDocument> documents, NameModel lists, bool plain, Dictionary<uint, int> rows, uint hidden = 0)
    {
        var lessons = new List<NameLesson>();
        Span<uint> ids = stackalloc uint[NameFeatures.Most];
        var runs = new List<(int First, int End)>();
        for (int d = 0; d < documents.Count; d++)
        {
            TokenView view = View(documents[d].Text);
            var sentences = new NameSentences(view, TokenTags.Of(view), lists, PartOfSpeechTagger.English);
            uint[] allowed = Allowed(view, sentences.Words, documents[d]);
            if (hidden != 0)
                Hide(sentences.Words, allowed, WordFacts.Step(hidden, (uint)d));
            foreach (Sentence sentence in view.Sentences)
            {
                ReadOnlySpan<NameWord> words = sentences.Words.Slice(sentence.FirstToken, sentence.TokenCount);
                uint heading = NameFeatures.HeadingOf(words);
                sentences.RunsOf(sentence, runs);
                foreach ((int first, int end) in runs)
                {
                    if (!allowed.AsSpan(first, end - first).ContainsAnyExcept(All))
                        continue;
                    var features = new int[end - first][];
                    for (int i = first; i < end; i++)
                    {
                        Span<uint> found = ids[..NameFeatures.Of(words, i - sentence.FirstToken, heading, plain, ids)];
                        features[i - first] = new int[found.Length];
                        for (int k = 0; k < found.Length; k++)
                        {
                            if (!rows.TryGetValue(found[k], out int row))
                                rows.Add(found[k], row = rows.Count);
                            features[i - first][k] = row;
                        }
                    }
                    uint[] possible = [.. Enumerable.Range(first, end - first).Select(i => sentences.Words[i].Labels)];
                    lessons.Add(new NameLesson(features, [.. allowed[first..end].Zip(possible, (a, p) => a & p)], possible, d));
                }
            }
        }
        return lessons;
    }

    // Takes the letters of the words of names, and of half of them what the lists say; the same word stays the same.
    private static void Hide(Span<NameWord> words, uint[] allowed, uint chance)
    {
        for (int i = 0; i < words.Length; i++)
        {
            ref NameWord word = ref words[i];
            if ((allowed[i] & None) != 0 || allowed[i] == All || !word.Capital || (word.Lists & Telling) != 0)
                continue;
            uint hash = WordFacts.Step(chance, word.Facts.Word);
            word.Facts.Word = word.Facts.Form = WordFacts.Step(hash, 1);
            if ((hash & 0x100) == 0)
                continue;
            word.Lists = word.Phrase = NameLists.None;
            word.PhrasePlace = 0;
        }
    }

    private const NameLists Telling = NameLists.Country | NameLists.Organisation | NameLists.PlaceWord | NameLists.Thing | NameLists.Title;

    private static uint[] Allowed(TokenView view, ReadOnlySpan<NameWord> words, NameDocument document)
    {
        var allowed = new uint[view.Count];
        for (int i = 0; i < allowed.Length; i++)
            allowed[i] = document.Rest == Unmarked.NoneButOthers && MayNameOther(words[i]) ? None | Bits(NameKind.Other) : None;
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
    private static bool MayNameOther(in NameWord word) =>
        word.Capital ? word.Tag is UniversalTag.Propn or UniversalTag.Adj && (word.Lists & (NameLists.Time | NameLists.Title)) == 0 : word.Tag is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Num or UniversalTag.Punct;

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
