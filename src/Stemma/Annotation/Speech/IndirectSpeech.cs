using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds speech without marks where a clear cue gives it: "X said that …", "according to X, …", "…, X said".</summary>
/// <remarks>Precision first: one for a sentence, none in a sentence that holds words in marks.</remarks>
internal sealed class IndirectSpeech(TokenView view, NounPhrases phrases, Subjects subjects, Voices voices, CueWords cues, SpeakerResolver resolver)
{
    /// <summary>Words: shorter content is no clause.</summary>
    private const int LeastWords = 4;

    /// <summary>In tokens: between the verb and its "that" a hearer or a time may stand.</summary>
    private const int ThatReach = 6;

    /// <summary>In tokens: a sentence's first cue verb is looked for this far.</summary>
    private const int Reach = 60;

    /// <summary>The indirect quotations, in text order.</summary>
    /// <param name="marked">The quotations in marks, in text order.</param>
    public List<Quotation> Find(IReadOnlyList<Quotation> marked)
    {
        var found = new List<Quotation>();
        int next = 0;
        foreach (Sentence sentence in view.Sentences)
        {
            while (next < marked.Count && marked[next].Marked.End <= sentence.Span.Start)
                next++;
            bool holdsMarked = next < marked.Count && marked[next].Marked.Start < sentence.Span.End;
            if (holdsMarked || view.Paragraphs[sentence.Paragraph].Kind != ParagraphKind.Body)
                continue;
            int low = sentence.FirstToken, high = low + sentence.TokenCount;
            if ((BySource(low, high) ?? Trailing(low, high) ?? ByVerb(low, high)) is { } quotation)
                found.Add(quotation);
        }
        return found;
    }

    // "According to X, …"; "…, according to X."
    private Quotation? BySource(int low, int high)
    {
        for (int i = low; i < high && i - low < Reach * 2; i++)
        {
            if (view.StretchOf(i) >= 0 || !cues.Phrase(i, high, "source", out int after) || phrases.StartingAt(after, high) is not { } source || !voices.CanSpeak(source))
                continue;
            int end = source.Last + 1;
            string rule = $"speech without marks: “{cues.Words(i, after - 1)}” and who says it";
            if (i == low)
                return end < high && view.IsMark(end, ',') ? Make(end + 1, Content(high), source, cues.Span(i, after - 1), rule) : null;
            bool ends = end >= high || !view.IsWord(end);
            return view.IsMark(i - 1, ',') && ends ? Make(low, i - 1, source, cues.Span(i, after - 1), rule) : null;
        }
        return null;
    }

    // "…, X said on Monday."
    private Quotation? Trailing(int low, int high)
    {
        int comma = high - 1;
        while (comma > low && high - comma < Reach / 3 && !view.IsMark(comma, ','))
            comma--;
        if (comma <= low + LeastWords || !view.IsMark(comma, ','))
            return null;
        for (int v = comma + 2; v < high && v - comma <= ThatReach; v++)
        {
            if (!IsTelling(v) || subjects.Of(v, comma + 1) is not { Passive: false, Subject: { } subject } || subject.First != comma + 1 || !voices.CanSpeak(subject))
                continue;
            bool another = v + 1 < high && (view.Is(v + 1, WordClass.Subject | WordClass.Determiner | WordClass.Antecedent) || phrases.NameAt(v + 1) >= 0);
            return another ? null : Make(low, comma, subject, cues.CueSpan(v), $"speech without marks: “{cues.Words(v, v)}” at the end of the sentence");
        }
        return null;
    }

    // "X said (that) …"
    private Quotation? ByVerb(int low, int high)
    {
        for (int v = low + 1; v < high && v - low < Reach; v++)
        {
            if (!IsTelling(v) || Denied(v, low))
                continue;
            if (subjects.Of(v, low) is not { Passive: false, Subject: { } subject } || subject.First >= v || !voices.CanSpeak(subject))
                continue;
            int start = That(v, high);
            if (start < 0 && view.Is(v, WordClass.Bare) && OpensClause(v + 1, high))
                start = v + 1;
            return start < 0 ? null : Make(start, ClauseEnd(start, high), subject, cues.CueSpan(v), $"speech without marks: “{cues.Words(v, v)}” before a clause");
        }
        return null;
    }

    private bool IsTelling(int v) =>
        view.StretchOf(v) < 0 && phrases.NameAt(v) < 0 && view.Cue(v) is { Class: CueClass.Say } cue && cue.Is(VerbForm.Past | VerbForm.Third) && !cues.IsNoun(v);

    private bool Denied(int v, int low)
    {
        for (int i = v - 1; i >= low && v - i <= 3; i--)
        {
            if (view.Is(i, WordClass.Negation | WordClass.Modal | WordClass.Infinitive))
                return true;
        }
        return false;
    }

    // The token after "that", -1 where none follows or where "that" opens a clause about a noun.
    private int That(int verb, int high)
    {
        for (int i = verb + 1; i + 1 < high && i - verb <= ThatReach && view.StretchOf(i) < 0 && !view.IsMark(i, ','); i++)
        {
            if (view.Is(i, WordClass.Opener) && view.Is(i, WordClass.Antecedent))
                return view.Is(i + 1, WordClass.Auxiliary) || view.Cue(i + 1) is not null ? -1 : i + 1;
        }
        return -1;
    }

    private bool OpensClause(int i, int high) =>
        i + 1 < high && view.StretchOf(i) < 0 && view.IsWord(i)
        && (view.Is(i, WordClass.Subject | WordClass.Determiner) || phrases.NameAt(i) >= 0 || (!view.Is(i, ~WordClass.None) && HasAuxiliary(i + 1, high)));

    // "claimed talks were over" but not "claimed victory": an open-class word opens a clause only where a verb follows it.
    private bool HasAuxiliary(int i, int high)
    {
        for (int k = i; k < high && k - i < ThatReach && view.StretchOf(k) < 0 && !view.IsMark(k, ','); k++)
        {
            if (view.Is(k, WordClass.Auxiliary))
                return true;
        }
        return false;
    }

    // To the end of the sentence, or to a comma that another clause of the reporter's follows.
    private int ClauseEnd(int start, int high)
    {
        for (int i = start + LeastWords; i + 1 < high; i++)
        {
            if (view.StretchOf(i) < 0 && (view.IsMark(i, ';') || (view.IsMark(i, ',') && view.Is(i + 1, WordClass.Conjunction) && !view.Is(i + 1, WordClass.Preposition | WordClass.Relative | WordClass.Joint))))
                return i;
        }
        return Content(high);
    }

    private int Content(int high)
    {
        int end = high;
        while (end > 0 && !view.IsWord(end - 1) && view.Tokens[end - 1].Kind != TokenKind.Number)
            end--;
        return end;
    }

    private Quotation? Make(int first, int end, NounPhrase phrase, TextSpan cue, string rule)
    {
        if (end - first < LeastWords)
            return null;
        var span = new TextSpan(view.Tokens[first].Span.Start, view.Tokens[end - 1].Span.End);
        (Speaker? speaker, string? reason) = resolver.Resolve(phrase);
        return new Quotation
        {
            Span = span,
            Marked = span,
            Kind = QuotationKind.Indirect,
            Speaker = speaker,
            UnclearSpeaker = speaker is null ? resolver.SpanOf(phrase) : null,
            Cue = cue,
            Reasons = reason is null ? [rule] : [rule, reason],
        };
    }
}
