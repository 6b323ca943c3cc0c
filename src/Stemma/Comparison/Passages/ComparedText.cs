using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        ReadOnlySpan<Token> tokens = report.Tokens is List<Token> list ? CollectionsMarshal.AsSpan(list) : report.Tokens.ToArray();
        int[] words = ArrayPool<int>.Shared.Rent(tokens.Length), forms = ArrayPool<int>.Shared.Rent(tokens.Length), stems = ArrayPool<int>.Shared.Rent(tokens.Length);
        TextSpan[] places = ArrayPool<TextSpan>.Shared.Rent(tokens.Length);
        int count = 0;
        var segments = new List<Segment>(report.Sentences.Count);
        foreach (Sentence sentence in report.Sentences)
        {
            if (report.Paragraphs[sentence.Paragraph].Kind != ParagraphKind.Body)
                continue;
            int first = count;
            FoldedWord? last = null;
            foreach (ref readonly Token token in tokens.Slice(sentence.FirstToken, sentence.TokenCount))
            {
                ReadOnlySpan<char> letters = token.Span.Over(text);
                if (token.Kind == TokenKind.Punctuation && letters is not "%")
                {
                    bool pause = letters is ";" or ":" && count - first > LongSentence / 2 && sentence.TokenCount > LongSentence;
                    if (pause)
                        Close(ref first);
                    last = null;
                    continue;
                }
                FoldedWord word = vocabulary.Look(letters);
                if (word.Folded.Length == 0)
                    continue;
                if (last is { StartsPair: true } before && count > first && HouseStyle.TryFoldPair(before.Folded, word.Folded, out string pair))
                {
                    words[count - 1] = vocabulary.Word(pair);
                    forms[count - 1] = vocabulary.Word(before.Folded + " " + word.Folded);
                    stems[count - 1] = vocabulary.Stem(pair);
                    places[count - 1] = places[count - 1].Union(token.Span);
                    last = null;
                    continue;
                }
                if (count - first >= LongestSegment)
                    Close(ref first);
                (words[count], forms[count], stems[count], places[count]) = (word.Word, word.Form, word.Stem, token.Span);
                count++;
                last = word;
            }
            Close(ref first);
        }
        TextSpan[] spans = places[..count];
        var compared = new ComparedText
        {
            Words = words[..count],
            Forms = forms[..count],
            Stems = stems[..count],
            Spans = spans,
            InMarks = MarkQuoted(report, spans, withSpeaker: false),
            Quoted = MarkQuoted(report, spans, withSpeaker: true),
            Segments = [.. segments],
        };
        ArrayPool<int>.Shared.Return(words);
        ArrayPool<int>.Shared.Return(forms);
        ArrayPool<int>.Shared.Return(stems);
        ArrayPool<TextSpan>.Shared.Return(places);
        return compared;

        void Close(ref int first)
        {
            if (count > first)
                segments.Add(new Segment(first, count - first));
            first = count;
        }
    }

    /// <summary>The text from the first to the last of the words.</summary>
    public TextSpan SpanOf(int firstWord, int endWord) => Spans[firstWord].Union(Spans[endWord - 1]);

    /// <summary>The index of the first word that starts at the position or after it.</summary>
    public static int FirstWordFrom(ReadOnlySpan<TextSpan> spans, int position)
    {
        int low = 0, high = spans.Length;
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

    private static bool[] MarkQuoted(AnnotatedReport report, TextSpan[] spans, bool withSpeaker)
    {
        var quoted = new bool[spans.Length];
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
            for (int i = FirstWordFrom(spans, span.Start); i < spans.Length && spans[i].Start < span.End; i++)
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
