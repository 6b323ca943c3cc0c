using System.Numerics;
using System.Runtime.Intrinsics;
using Stemma.Reports;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// Gives every word of a sentence its part of speech, from left to right: a linear model over the features of
/// <see cref="ContextFeatures"/> whose weights an averaged perceptron learned. Words that always have one tag get it unweighed.
/// </summary>
/// <remarks>Whole numbers alone: every machine gives the same tags. Immutable, safe to share between threads.</remarks>
internal sealed class PartOfSpeechTagger(TaggerModel model)
{
    /// <summary>In words: a longer sentence is tagged in pieces, so that memory stays bounded.</summary>
    private const int LongestSentence = 512;

    private const int Padding = 2;

    private static readonly Lazy<PartOfSpeechTagger> s_english = new(() => new PartOfSpeechTagger(TaggerModel.Load("En/tagger.bin")));

    /// <summary>The tagger of English; its weights are read when it is first asked for.</summary>
    public static PartOfSpeechTagger English => s_english.Value;

    /// <summary>True where the table of words has the spelling.</summary>
    public bool Knows(ReadOnlySpan<char> word) => model.Words.Find(WordFacts.HashOf(word)) >= 0;

    /// <summary>The forms of dictionary words that a spelling can be.</summary>
    public FormKinds KindsOf(ReadOnlySpan<char> word) => model.KindsOf(WordFacts.HashOf(word));

    /// <summary>Adds to a word's facts what the table of words says of it.</summary>
    public void Describe(ref WordFacts word) => model.Describe(ref word, model.Words);

    /// <summary>Tags the words of sentences. Linear in the number of words.</summary>
    /// <param name="text">The text that the spans are of.</param>
    /// <param name="words">The words of all sentences, in order.</param>
    /// <param name="sentenceEnds">For every sentence the number of words up to its end, rising.</param>
    /// <param name="tags">Where the tags go, as long as <paramref name="words"/>.</param>
    /// <param name="known">Where what is known of each word goes; as long, or empty where nobody asks.</param>
    public void Tag(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<int> sentenceEnds, Span<UniversalTag> tags, Span<WordFacts> known = default)
    {
        var facts = new WordFacts[Math.Min(words.Length, LongestSentence) + (2 * Padding)];
        int start = 0;
        foreach (int end in sentenceEnds)
        {
            for (; start < end; start = Math.Min(end, start + LongestSentence))
            {
                int length = Math.Min(end - start, LongestSentence);
                Span<WordFacts> sentence = facts.AsSpan(0, length + (2 * Padding));
                Describe(text, words.Slice(start, length), sentence);
                Weigh(sentence, tags.Slice(start, length));
                if (!known.IsEmpty)
                    sentence[Padding..^Padding].CopyTo(known[start..]);
            }
        }
    }

    private void Describe(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordFacts> facts)
    {
        FingerprintTable table = model.Words;
        facts[0] = WordFacts.Outside(0);
        facts[1] = WordFacts.Outside(1);
        facts[^2] = WordFacts.Outside(2);
        facts[^1] = WordFacts.Outside(3);
        for (int i = 0; i < words.Length; i++)
        {
            facts[i + Padding] = WordFacts.Of(text.Slice(words[i].Start, words[i].Length));
            table.Fetch(facts[i + Padding].Word);
        }
        for (int i = 0; i < words.Length; i++)
            model.Describe(ref facts[i + Padding], table);
    }

    private void Weigh(ReadOnlySpan<WordFacts> facts, Span<UniversalTag> tags)
    {
        FingerprintTable features = model.Features;
        ReadOnlySpan<Vector128<sbyte>> weights = model.Weights;
        uint heading = ContextFeatures.HeadingOf(facts[Padding..^Padding]);
        Span<int> places = stackalloc int[ContextFeatures.MostOfWords], following = stackalloc int[ContextFeatures.MostOfWords];
        Span<uint> ids = stackalloc uint[ContextFeatures.MostOfWords];
        int before = ContextFeatures.NoTag, beforeThat = ContextFeatures.NoTag;
        int weighed = NextWeighed(facts, 0), count = weighed < tags.Length ? Fetch(features, weights, facts, weighed, heading, ids, places) : 0;
        for (int i = 0; i < tags.Length; i++)
        {
            int tag = facts[i + Padding].Certain;
            if (i == weighed)
            {
                // The weights of the word after this one are on their way while this one is weighed.
                weighed = NextWeighed(facts, i + 1);
                int more = weighed < tags.Length ? Fetch(features, weights, facts, weighed, heading, ids, following) : 0;
                ContextFeatures.AfterTags(facts, i + Padding, before, beforeThat, ids);
                tag = Best(features, weights, places[..count], ids[..ContextFeatures.OfTags]);
                Span<int> used = places;
                places = following;
                following = used;
                count = more;
            }
            tags[i] = (UniversalTag)tag;
            (before, beforeThat) = (tag, before);
        }
    }

    // The first word from this one on that has no certain tag, or the number of words.
    private static int NextWeighed(ReadOnlySpan<WordFacts> facts, int from)
    {
        while (from < facts.Length - (2 * Padding) && facts[from + Padding].Certain >= 0)
            from++;
        return from;
    }

    // The places of the features that the words give.
    private int Fetch(FingerprintTable features, ReadOnlySpan<Vector128<sbyte>> weights, ReadOnlySpan<WordFacts> facts, int word, uint heading, Span<uint> ids, Span<int> places)
    {
        int count = ContextFeatures.OfWords(facts, word + Padding, heading, ids);
        for (int k = 0; k < count; k++)
        {
            places[k] = features.Find(ids[k], model.NoFeature);
            Prefetch.Line(in weights[places[k]]);
        }
        return count;
    }

    private int Best(FingerprintTable features, ReadOnlySpan<Vector128<sbyte>> weights, ReadOnlySpan<int> places, ReadOnlySpan<uint> ids)
    {
        // Some 60 features of at most 127 each stay far inside 16 bits.
        Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
        foreach (uint id in ids)
        {
            (Vector128<short> l, Vector128<short> h) = Vector128.Widen(weights[features.Find(id, model.NoFeature)]);
            low += l;
            high += h;
        }
        foreach (int place in places)
        {
            (Vector128<short> l, Vector128<short> h) = Vector128.Widen(weights[place]);
            low += l;
            high += h;
        }
        // The first of the highest.
        Vector128<short> most = Highest(Vector128.Max(low, high));
        return BitOperations.TrailingZeroCount(Vector128.Equals(low, most).ExtractMostSignificantBits() | (Vector128.Equals(high, most).ExtractMostSignificantBits() << Vector128<short>.Count));
    }

    /// <summary>The highest of eight numbers, in all eight places.</summary>
    internal static Vector128<short> Highest(Vector128<short> scores)
    {
        scores = Vector128.Max(scores, Vector128.Shuffle(scores, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        scores = Vector128.Max(scores, Vector128.Shuffle(scores, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        return Vector128.Max(scores, Vector128.Shuffle(scores, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
    }
}
