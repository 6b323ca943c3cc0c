using Stemma.Annotation.Attributions;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Makes quotations of what is told as speech without marks: "X said that …", "according to X, …", "…, X said".</summary>
/// <remarks>Precision first: clauses alone, and of speakers that can speak; nothing that is denied, wished or told inside another's words.</remarks>
internal sealed class IndirectSpeech(TokenView view, Voices voices, SpeakerResolver resolver, AttributedStretches attributed)
{
    /// <summary>Words: shorter content is no clause.</summary>
    private const int LeastWords = 4;

    /// <summary>The indirect quotations, in the order of the attributions.</summary>
    /// <param name="attributions">The attributions of the report.</param>
    public IEnumerable<Quotation> Find(List<AttributionReader.Found> attributions)
    {
        foreach (AttributionReader.Found found in attributions)
        {
            Attribution attribution = found.Attribution;
            if (attribution.Kind != AttributionKind.Speech || attribution.Inner || !found.IsClause
                || view.Paragraphs[view.Sentences[found.Sentence].Paragraph].Kind != ParagraphKind.Body)
                continue;
            TextSpan content = attribution.Content.MaxBy(c => c.Length);
            if (attributed.Source(found) is { } source && voices.CanSpeak(source) && Clause(content, found.Sentence) is { } span)
                yield return Make(span, attribution, source);
        }
    }

    // The words after "that"; null where they are too few, or partly in marks.
    private TextSpan? Clause(TextSpan content, int sentence)
    {
        Sentence s = view.Sentences[sentence];
        int first = -1, last = -1, words = 0;
        for (int i = view.FirstTokenFrom(content.Start); i < s.FirstToken + s.TokenCount && view.Tokens[i].Span.End <= content.End; i++)
        {
            if (view.StretchOf(i) >= 0)
                return null;
            if (first < 0 && (view.Is(i, WordClass.Opener) || (view.Is(i, WordClass.Coordinator) && !view.Is(i, WordClass.Determiner))))
                continue;
            first = first < 0 ? i : first;
            last = i;
            words += view.IsWord(i) || view.Tokens[i].Kind == TokenKind.Number ? 1 : 0;
        }
        return words < LeastWords ? null : new TextSpan(view.Tokens[first].Span.Start, view.Tokens[last].Span.End);
    }

    private Quotation Make(TextSpan span, Attribution attribution, NounPhrase source)
    {
        (Speaker? speaker, string? reason) = resolver.Resolve(source);
        string rule = $"speech without marks by “{attribution.Cue.In(view.Text)}”: {attribution.Rule}";
        return new Quotation
        {
            Span = span,
            Marked = span,
            Kind = QuotationKind.Indirect,
            Speaker = speaker,
            UnclearSpeaker = speaker is null ? resolver.SpanOf(source) : null,
            Cue = attribution.Cue,
            Reasons = reason is null ? [rule] : [rule, reason],
        };
    }
}
