using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>A subject, what it does, and how many: “The bridge carries about 300 carts a day”.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Quantity">The number.</param>
/// <param name="Subject">Who or what: the stems of the words, a leading article left out.</param>
/// <param name="SubjectEnds">False where the last of those words may belong to what follows the subject.</param>
/// <param name="Predicate">The word before the number, as compared: the form tells the tense too.</param>
/// <param name="Tail">The stems of the words of the clause after what is counted.</param>
/// <param name="Opening">The stems of what is set before the clause: “In winter,”.</param>
/// <param name="Times">The words of the times that the sentence gives, those of rates left out.</param>
/// <param name="Span">From the predicate to the rate or what is counted.</param>
internal sealed record AmountStatement(
    ClaimSentence Sentence, Quantity Quantity, IReadOnlyList<string> Subject, bool SubjectEnds, string Predicate, IReadOnlyList<string> Tail,
    IReadOnlyList<string> Opening, IReadOnlyList<string> Times, TextSpan Span)
{
    /// <summary>In words: longer subjects are clauses.</summary>
    private const int LongestSubject = 8;

    /// <summary>The statement around the number, null where the words before it are not a plain subject and predicate.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quantity">One of its numbers.</param>
    /// <param name="previous">The sentence right before it, which tells what “it” stands for; null where there is none.</param>
    public static AmountStatement? Of(ClaimSentence sentence, in Quantity quantity, ClaimSentence? previous)
    {
        ComparableWord[] words = sentence.Words;
        int verb = quantity.FirstOfPhrase - 1, last = quantity.LastOfPhrase;
        if (quantity.IsOrdinal || quantity.Counted is null || verb < 1 || !AreTogether(words, verb) || !words[verb].IsContent || sentence.IsCapital(words[verb].Span) || char.IsAsciiDigit(words[verb].Form[0]))
            return null;
        int first = verb;
        while (first > 0 && verb - first < LongestSubject && AreTogether(words, first - 1) && !Is(words[first - 1], WordClass.Bare))
            first--;
        // A subject that is cut off by the limit is none; "said that the bridge carries".
        if (verb - first == LongestSubject)
            return null;
        if (first > 0 && first < verb && Is(words[first], WordClass.Opener) && Is(words[first - 1], WordClass.Bare))
            first++;
        if (SubjectOf(sentence, first, verb, previous) is not { } subject)
            return null;
        int end = last;
        while (end + 1 < words.Length && AreTogether(words, end) && !Is(words[end + 1], WordClass.Coordinator))
            end++;
        bool opened = first > 0 && Is(words[0], WordClass.Preposition | WordClass.Conjunction);
        var span = new TextSpan(words[verb].Span.Start, words[last].Span.End);
        return new AmountStatement(
            sentence, quantity, subject.Stems, subject.Ends, words[verb].Form, Stems(words.AsSpan((last + 1)..(end + 1))), opened ? Stems(words.AsSpan(..first)) : [],
            [.. sentence.Times.Where(t => !sentence.IsRate(t.Span)).Select(t => sentence.Say(t.Span).ToLowerInvariant()).Order(StringComparer.Ordinal)], span);
    }

    // The words before the predicate, or what a pronoun there stands for.
    private static (IReadOnlyList<string> Stems, bool Ends)? SubjectOf(ClaimSentence sentence, int first, int verb, ClaimSentence? previous)
    {
        ComparableWord[] words = sentence.Words;
        if (verb - first != 1 || words[first].IsContent)
            return Phrase(words.AsSpan(first..verb), ends: true);
        if (Is(words[first], WordClass.Antecedent) && first > 0)
        {
            // "the bridge, which carries": the noun right before, unless it only belongs to another one.
            int from = first;
            while (from > 0 && words[from - 1].IsContent && (from == first || AreTogether(words, from - 1)))
                from--;
            return from == first || from == 0 || !Is(words[from - 1], WordClass.Definite) || (from > 1 && Is(words[from - 2], WordClass.Of)) ? null : Phrase(words.AsSpan(from..first), ends: true);
        }
        if (previous is null || first > 0 || !Is(words[first], WordClass.Subject))
            return null;
        ComparableWord[] before = previous.Words;
        int start = Is(before[0], WordClass.Definite) ? 1 : 0, end = start;
        while (end < before.Length && end - start < LongestSubject && before[end].IsContent && (end == start || AreTogether(before, end - 1)))
            end++;
        // "The bridge of the island" is no bridge alone, and behind "The bridge opened in" stands no comma.
        bool closed = end > start && end < before.Length && !AreTogether(before, end - 1);
        return end < before.Length && Is(before[end], WordClass.Of) ? null : Phrase(before.AsSpan(start..end), closed);
    }

    private static (IReadOnlyList<string> Stems, bool Ends)? Phrase(ReadOnlySpan<ComparableWord> words, bool ends)
    {
        if (words.Length > 0 && Is(words[0], WordClass.Definite))
            words = words[1..];
        foreach (ref readonly ComparableWord word in words)
        {
            if (word.IsContent)
                return (Stems(words), ends);
        }
        return null;
    }

    /// <summary>True where both can only be about one thing: the same subject, nothing beside it that one has and the other has not.</summary>
    public bool IsAbout(AmountStatement other) =>
        SameSubject(other) && Tail.SequenceEqual(other.Tail, StringComparer.Ordinal) && Opening.SequenceEqual(other.Opening, StringComparer.Ordinal)
        && Times.SequenceEqual(other.Times, StringComparer.Ordinal);

    // Where one subject's end is not known, the other is its beginning.
    private bool SameSubject(AmountStatement other)
    {
        if (SubjectEnds && other.SubjectEnds)
            return Subject.SequenceEqual(other.Subject, StringComparer.Ordinal);
        int common = Math.Min(Subject.Count, other.Subject.Count);
        bool fits = (!SubjectEnds || Subject.Count == common) && (!other.SubjectEnds || other.Subject.Count == common);
        return fits && Subject.Take(common).SequenceEqual(other.Subject.Take(common), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Stems(ReadOnlySpan<ComparableWord> words) => [.. words.ToArray().Select(w => w.Stem)];

    // True where no mark stands between the word and the next.
    private static bool AreTogether(ComparableWord[] words, int index) => words[index + 1].Span.Start - words[index].Span.End <= 1;

    private static bool Is(in ComparableWord word, WordClass classes) => (Vocabulary.English.ClassOf(word.Form) & classes) != WordClass.None;
}
