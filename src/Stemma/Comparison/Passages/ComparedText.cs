using System.Runtime.CompilerServices;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>A report as it is compared: its words folded to numbers, cut into segments of about a sentence.</summary>
internal sealed class ComparedText
{
    /// <summary>In words. A sentence that is longer is cut, so that comparing two segments stays cheap.</summary>
    public const int LongestSegment = 60;

    /// <summary>In words. A longer sentence is cut at the next semicolon or colon.</summary>
    private const int LongSentence = 40;

    /// <summary>In words. Shorter lines and sentences ("Read more", "He agreed.") prove nothing.</summary>
    public const int ShortestSegment = 4;

    /// <summary>The folded words of the segments, as numbers of the vocabulary.</summary>
    public required int[] Words { get; init; }

    /// <summary>The words as they are written but for case, as numbers of the vocabulary: "four" and "4" differ here alone.</summary>
    public required int[] Forms { get; init; }

    /// <summary>The stems of those words, as numbers of the vocabulary.</summary>
    public required int[] Stems { get; init; }

    /// <summary>Where each word stands in the text.</summary>
    public required TextSpan[] Spans { get; init; }

    /// <summary>True for words inside quotation marks.</summary>
    public required bool[] InMarks { get; init; }

    /// <summary>True for words inside quotation marks and for those that tell whose they are.</summary>
    public required bool[] Quoted { get; init; }

    /// <summary>The segments in text order; together they hold all words.</summary>
    public required Segment[] Segments { get; init; }

    /// <summary>Folds the running text of a report; headlines, headings and cut parts are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ComparedText Of(AnnotatedReport report, StoryVocabulary vocabulary)
    {
        string text = report.Text;
        var words = new List<int>(report.Tokens.Count);
        var forms = new List<int>(report.Tokens.Count);
        var stems = new List<int>(report.Tokens.Count);
        var spans = new List<TextSpan>(report.Tokens.Count);
        var segments = new List<Segment>(report.Sentences.Count);
        foreach (Sentence sentence in report.Sentences)
        {
            if (report.Paragraphs[sentence.Paragraph].Kind != ParagraphKind.Body)
                continue;
            int first = words.Count;
            FoldedWord? last = null;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Token token = report.Tokens[t];
                ReadOnlySpan<char> letters = token.Span.Over(text);
                if (token.Kind == TokenKind.Punctuation && letters is not "%")
                {
                    bool pause = letters is ";" or ":" && words.Count - first > LongSentence / 2 && sentence.TokenCount > LongSentence;
                    if (pause)
                        Close(ref first);
                    last = null;
                    continue;
                }
                FoldedWord word = vocabulary.Look(letters);
                if (word.Folded.Length == 0)
                    continue;
                if (last is { StartsPair: true } && words.Count > first && HouseStyle.TryFoldPair(last.Folded, word.Folded, out string pair))
                {
                    words[^1] = vocabulary.Word(pair);
                    forms[^1] = vocabulary.Word(last.Folded + " " + word.Folded);
                    stems[^1] = vocabulary.Stem(pair);
                    spans[^1] = spans[^1].Union(token.Span);
                    last = null;
                    continue;
                }
                if (words.Count - first >= LongestSegment)
                    Close(ref first);
                words.Add(word.Word);
                forms.Add(word.Form);
                stems.Add(word.Stem);
                spans.Add(token.Span);
                last = word;
            }
            Close(ref first);
        }
        return new ComparedText
        {
            Words = [.. words],
            Forms = [.. forms],
            Stems = [.. stems],
            Spans = [.. spans],
            InMarks = MarkQuoted(report, spans, withSpeaker: false),
            Quoted = MarkQuoted(report, spans, withSpeaker: true),
            Segments = [.. segments],
        };

        void Close(ref int first)
        {
            if (words.Count > first)
                segments.Add(new Segment(first, words.Count - first));
            first = words.Count;
        }
    }

    /// <summary>The text from the first to the last of the words.</summary>
    public TextSpan SpanOf(int firstWord, int endWord) => Spans[firstWord].Union(Spans[endWord - 1]);

    /// <summary>The index of the first word that starts at the position or after it.</summary>
    public static int FirstWordFrom(IReadOnlyList<TextSpan> spans, int position)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool[] MarkQuoted(AnnotatedReport report, List<TextSpan> spans, bool withSpeaker)
    {
        var quoted = new bool[spans.Count];
        foreach (Quotation quotation in report.Quotations)
        {
            if (quotation.Kind == QuotationKind.Indirect)
                continue;
            Mark(quotation.Span);
            if (!withSpeaker)
                continue;

            // Who quotes a statement must also write whose it is.
            if (quotation.Speaker?.Span is { } speaker)
                Mark(speaker);
            if (quotation.Cue is { } cue)
                Mark(cue);
        }
        return quoted;

        void Mark(TextSpan span)
        {
            for (int i = FirstWordFrom(spans, span.Start); i < spans.Count && spans[i].Start < span.End; i++)
                quoted[i] = true;
        }
    }
}

/// <summary>A run of words that is compared as one: a sentence, or a part of a long one.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="Count">How many words it has, 1 or more.</param>
internal readonly record struct Segment(int First, int Count)
{
    /// <summary>The index after its last word.</summary>
    public int End => First + Count;
}
