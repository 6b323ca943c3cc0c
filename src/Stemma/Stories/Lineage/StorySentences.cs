using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>The sentences of a story over all its reports: which report has which, and in which wording.</summary>
/// <remarks>Wordings are added while lost texts are put together; not safe to share between threads.</remarks>
internal sealed class StorySentences
{
    // In bits, fitted with those of CopyCost; re-run "stemma eval lineage" when one changes.

    /// <summary>A word of a new sentence, beside what it tells.</summary>
    private const double NewWord = 2.8;

    /// <summary>The same for a function word.</summary>
    private const double NewFunctionWord = 0.88;

    /// <summary>
    /// For each bit that the word tells: who changes a text puts rarer words for common ones more often than the other way
    /// round, so that of two wordings the one in common words is rather the first.
    /// </summary>
    private const double PerBit = 0.74;

    private const double PutWord = 9.2;

    private const double PutFunctionWord = 5.9;

    private readonly List<SentenceWording> _wordings = [];
    private readonly List<double> _prices = [];
    private readonly StoryVocabulary _vocabulary;
    private readonly Dictionary<SentenceWording, int> _numbers = [];

    /// <summary>Groups the segments of the reports to sentences by the words that passages link.</summary>
    /// <param name="texts">The reports.</param>
    /// <param name="links">Their words, linked by the copied passages.</param>
    /// <param name="passages">All passages.</param>
    /// <param name="vocabulary">Knows how much each word tells.</param>
    public StorySentences(ComparedText[] texts, WordLinks links, IReadOnlyList<Passage> passages, StoryVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        Segment[][] segments = new CommonCuts(texts, links).Segments;
        var classes = new SegmentClasses(texts, segments, links, vocabulary);
        var isPublic = new List<bool>(FindPublic(texts, segments, passages, classes));
        Outlines = new TextOutline[texts.Length];
        var holders = new List<List<int>>(isPublic.Select(_ => new List<int>()));
        for (int r = 0; r < texts.Length; r++)
        {
            // A sentence may be several segments here: one that was split, or two that were made one elsewhere.
            var words = new Dictionary<int, List<WordedWord>>();
            var order = new List<int>();
            ComparedText text = texts[r];
            for (int s = 0; s < segments[r].Length; s++)
            {
                Segment segment = segments[r][s];
                if (segment.Count < ComparedText.ShortestSegment)
                    continue;
                int sentence = classes.ClassOf(r, s);
                if (words.TryGetValue(sentence, out List<WordedWord>? before) && Repeats(before, text, segment))
                {
                    // The same said twice, as in a report that was put together from two: the second is not to be had from anybody.
                    sentence = isPublic.Count;
                    isPublic.Add(true);
                    holders.Add([]);
                }
                if (!words.TryGetValue(sentence, out List<WordedWord>? list))
                {
                    words.Add(sentence, list = []);
                    order.Add(sentence);
                }
                for (int w = segment.First; w < segment.End; w++)
                    list.Add(WordedWord.Of(text, w));
            }
            Outlines[r] = new TextOutline([.. order.Select(s => (s, NumberOf(new SentenceWording(words[s]))))]);
            foreach (int sentence in order)
                holders[sentence].Add(r);
        }
        IsPublic = [.. isPublic];
        Holders = [.. holders];
        Count = isPublic.Count;
    }

    /// <summary>The part of a segment's words that must have been there before for it to be a repetition.</summary>
    private const double RepeatedShare = 0.5;

    private static bool Repeats(List<WordedWord> before, ComparedText text, Segment segment)
    {
        var had = new Dictionary<int, int>();
        foreach (WordedWord word in before)
            had[word.Word] = had.GetValueOrDefault(word.Word) + 1;
        int same = 0;
        for (int w = segment.First; w < segment.End; w++)
        {
            int left = had.GetValueOrDefault(text.Words[w]);
            if (left == 0)
                continue;
            had[text.Words[w]] = left - 1;
            same++;
        }
        return same >= RepeatedShare * segment.Count;
    }

    /// <summary>How many sentences there are.</summary>
    public int Count { get; }

    /// <summary>
    /// True for sentences that reports share which share no more: official statements, background that anybody writes. They are
    /// to be had elsewhere and prove no copying.
    /// </summary>
    public bool[] IsPublic { get; }

    /// <summary>Each report as sentences.</summary>
    public TextOutline[] Outlines { get; }

    /// <summary>The reports that have each sentence, in order.</summary>
    public List<int>[] Holders { get; }

    /// <summary>The wording with the number.</summary>
    public SentenceWording this[int wording] => _wordings[wording];

    /// <summary>In words: how long a wording is.</summary>
    public int Length(int wording) => _wordings[wording].Words.Length;

    /// <summary>In bits: what it takes to write a wording anew.</summary>
    public double Price(int wording) => _prices[wording];

    /// <summary>In bits: what it takes to write a word anew.</summary>
    public double Price(WordedWord word) =>
        (_vocabulary.IsStopWord(word.Stem) ? NewFunctionWord : NewWord) + (PerBit * _vocabulary.Information(word.Word));

    /// <summary>In bits: what it takes to put a word into a sentence of another.</summary>
    public double PutPrice(WordedWord word) => _vocabulary.IsStopWord(word.Stem) ? PutFunctionWord : PutWord;

    /// <summary>The number of a wording; the same for the same words.</summary>
    public int NumberOf(SentenceWording wording)
    {
        if (!_numbers.TryGetValue(wording, out int number))
        {
            _numbers.Add(wording, number = _wordings.Count);
            _wordings.Add(wording);
            _prices.Add(wording.Words.Sum(Price));
        }
        return number;
    }

    /// <summary>The part of a segment that must be in such a passage.</summary>
    private const double PublicShare = 0.5;

    /// <summary>The part of a report that such a passage is at most.</summary>
    private const double SmallShare = 0.2;

    private static bool[] FindPublic(ComparedText[] texts, Segment[][] segments, IReadOnlyList<Passage> passages, SegmentClasses classes)
    {
        bool[] found = new bool[classes.Count];
        foreach (Passage passage in passages)
        {
            if (passage.Use == PassageUse.Copied || passage.Use == PassageUse.Stock && (!IsSmall(passage.A, passage.SpanA) || !IsSmall(passage.B, passage.SpanB)))
                continue;
            Mark(passage.A, passage.SpanA);
            Mark(passage.B, passage.SpanB);
        }
        return found;

        // Of a brief every sentence is a large part.
        bool IsSmall(int report, TextSpan span)
        {
            (int first, int end) = WordLinks.WordsIn(texts[report], span);
            return end - first <= SmallShare * texts[report].Words.Length;
        }

        void Mark(int report, TextSpan span)
        {
            ComparedText text = texts[report];
            (int first, int end) = WordLinks.WordsIn(text, span);
            for (int s = 0; s < segments[report].Length; s++)
            {
                Segment segment = segments[report][s];
                if (Math.Min(end, segment.End) - Math.Max(first, segment.First) >= PublicShare * segment.Count)
                    found[classes.ClassOf(report, s)] = true;
            }
        }
    }
}
