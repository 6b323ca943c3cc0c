using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Plain;

/// <summary>Tells which marked stretches are somebody's words, and whose, by the cues beside them.</summary>
internal sealed class PlainSpeech(PlainView view, IReadOnlyList<NameMention> names)
{
    /// <summary>In words: a stretch with no cue is taken for speech from this length on, if a verb or pronoun of the closed classes is in it.</summary>
    private const int LeastWordsWithoutCue = 4;

    private readonly PlainSpeakers _speakers = new(view, names);
    private readonly List<Quotation> _found = [];

    /// <summary>The quotations in text order. Linear in the number of tokens.</summary>
    public IReadOnlyList<Quotation> Find()
    {
        int token = 0, lastParagraph = -1;
        foreach (MarkedStretch stretch in view.Stretches)
        {
            if (stretch.Depth > 0)
                continue;
            while (token < view.Count && view.Tokens[token].Span.End <= stretch.Marked.Start)
                token++;
            int first = token, words = 0, clause = 0;
            for (; token < view.Count && view.Tokens[token].Span.Start < stretch.Marked.End; token++)
            {
                words += view.Tokens[token].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
                clause += view.Is(token, WordClass.Clause) ? 1 : 0;
            }
            if (words == 0 || view.Paragraphs[stretch.Paragraph].Kind != ParagraphKind.Body || IsWork(first))
                continue;
            bool direct = IsDirect(stretch, first, clause);
            Quotation? before = _found.Count > 0 && lastParagraph == stretch.Paragraph ? _found[^1] : null;
            if (Judge(stretch, first, token - 1, direct, words >= LeastWordsWithoutCue && clause > 0, before) is not { } quotation)
                continue;
            _found.Add(quotation);
            lastParagraph = stretch.Paragraph;
        }
        return _found;
    }

    private Quotation? Judge(MarkedStretch stretch, int first, int last, bool direct, bool isClause, Quotation? before)
    {
        int sentence = view.SentenceOf(first), low = view.Sentences[sentence].FirstToken, high = view.EndOf(view.SentenceOf(last));
        PlainCue? cue = _speakers.After(last, high) ?? _speakers.Before(first, low);
        TextSpan words = stretch.Inside.Trimmed(view.Text);
        if (cue is { } told)
        {
            Speaker? speaker = told.Speaker ?? (told.IsPronoun ? _speakers.Meant(first, before?.Speaker) : null);
            return Made(words, stretch, direct, speaker, told.Cue, speaker is null ? [told.Rule, "who it is is not clear"] : told.Speaker is null ? [told.Rule, $"the pronoun stands for {speaker.Name}"] : [told.Rule]);
        }
        if (before?.Speaker is { } same && direct && _speakers.IsWholeSentence(stretch, first))
            return Made(words, stretch, direct, new Speaker(same.Name, null, same.Mention ?? same.Span), null, [$"{same.Name} goes on speaking in the same paragraph"]);
        return isClause ? Made(words, stretch, direct, null, null, ["words of a whole clause in quotation marks; who speaks is not told"]) : null;
    }

    private static Quotation Made(TextSpan words, MarkedStretch stretch, bool direct, Speaker? speaker, TextSpan? cue, IReadOnlyList<string> reasons) => new()
    {
        Span = words,
        Marked = stretch.Marked,
        Kind = direct ? QuotationKind.Direct : QuotationKind.Partial,
        Speaker = speaker,
        Cue = cue,
        Reasons = reasons,
    };

    // A title or a nickname, by the word before the marks.
    private bool IsWork(int first) => first > 0 && view.SentenceOf(first - 1) == view.SentenceOf(first) && view.Language.Words.PhraseUse(view.Bare(first - 1 < 0 ? 0 : first - 1)) is "work" or "work-noun";

    private bool IsDirect(MarkedStretch stretch, int first, int clause)
    {
        int word = first;
        while (word < view.Count && view.Tokens[word].Kind is not (TokenKind.Word or TokenKind.Number) && view.Tokens[word].Span.Start < stretch.Marked.End)
            word++;
        bool capital = word < view.Count && !char.IsLower(view.Text[view.Tokens[word].Span.Start]);
        bool starts = view.Sentences[view.SentenceOf(first)].FirstToken == first;
        return capital && (starts || clause > 0 || view.IsMark(first - 1, ':'));
    }
}
