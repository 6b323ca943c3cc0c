using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the cue and the speaker of a marked stretch in the words after it.</summary>
internal sealed class CuesAfter(TokenView view, NounPhrases phrases, Subjects subjects, Voices voices, CueWords cues, RelayedSpeech relays, Clauses clauses)
{
    /// <summary>In tokens outside marks: cues farther from the marks are not looked at.</summary>
    private const int Reach = 60;

    /// <summary>In tokens: a verb's subject after it stands this near at most.</summary>
    private const int InvertedReach = 8;

    /// <summary>The attribution by what follows the stretch in its sentence, null where nothing does.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="last">Its last token, mark included.</param>
    /// <param name="high">The token after the sentence.</param>
    public MarkedAttribution? Of(MarkedStretch stretch, int last, int high)
    {
        if (Signature(last + 1) is { } signed)
            return signed;
        int i = last + 1;
        while (i < high && !view.IsWord(i) && view.StretchOf(i) < 0 && i - last <= 2)
            i++;
        if (i >= high || !view.IsWord(i) || view.StretchOf(i) >= 0)
            return null;
        if (cues.Phrase(i, high, "source", out int afterPhrase) && phrases.StartingAt(afterPhrase, high) is { } source)
            return new MarkedAttribution(source, cues.Span(i, afterPhrase - 1), $"speaker by phrase: “{cues.Words(i, afterPhrase - 1)}” after the quotation", true);
        if (view.Cue(i) is { Class: CueClass.Say or CueClass.Manner or CueClass.Think } here && here.Is(VerbForm.Past | VerbForm.Third)
            && !view.Is(i + 1 < high ? i + 1 : i, WordClass.Antecedent | WordClass.Infinitive) && Inverted(i + 1, high) is { } inverted)
            return new MarkedAttribution(inverted, view.Tokens[i].Span, $"speaker by cue: “{cues.Words(i, i)}” right after the quotation, before its subject", true);
        bool joined = view.Is(i, WordClass.Conjunction | WordClass.Antecedent | WordClass.Preposition) && !view.Is(i, WordClass.Determiner);
        bool joinedByClause = view.Is(i, WordClass.Conjunction | WordClass.Antecedent);
        bool comma = EndsWithStop(stretch) || !view.IsWord(last + 1);
        for (int v = i; v < high && v - i < Reach && view.StretchOf(v) < 0; v++)
        {
            if (view.IsMark(v, ';'))
                break;
            if (cues.Phrase(v, high, "source", out int next) && phrases.StartingAt(next, high) is { } told)
                return new MarkedAttribution(told, cues.Span(v, next - 1), $"speaker by phrase: “{cues.Words(v, next - 1)}” later in the sentence", false);
            if (view.Cue(v) is not { } cue || phrases.NameAt(v) >= 0 || cues.IsNoun(v))
                continue;
            if (cue.Class == CueClass.Relay && relays.At(v, i, high) is { } relayed)
                return relayed;
            if (!cue.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base) || cue.Class is CueClass.Name || clauses.HasOwnClause(v, high))
                continue;
            Subjects.Found found = subjects.Of(v, i);
            if (found.Subject is not { } subject || found.Passive || subject.First > v)
                continue;
            bool near = !joined && subject.First <= i + 1;
            if (!voices.CanSpeak(subject) && !(near && comma && cue.Class == CueClass.Say))
                continue;
            if (near)
                return new MarkedAttribution(subject, cues.CueSpan(v), $"speaker by cue: “{cues.Words(v, v)}” after the quotation", comma || cue.Class == CueClass.Say);
            bool beside = view.IsMark(subject.First - 1, ',') && v - subject.Last <= 2 && cue.Class == CueClass.Say && !joinedByClause
                && !(v + 1 < high && view.Is(v + 1, WordClass.Antecedent | WordClass.Subject));
            if (beside)
                return new MarkedAttribution(subject, cues.CueSpan(v), $"speaker by cue: “{cues.Words(v, v)}” after the quotation and the end of its clause", false);
            bool trailing = subject.First > 0 && (view.IsMark(subject.First - 1, ',') || StartsAfterComma(subject, i)) && cue.Class == CueClass.Say && ClosesSentence(v, high);
            if (trailing)
                return new MarkedAttribution(subject, cues.CueSpan(v), $"speaker by cue: “{cues.Words(v, v)}” at the end of the sentence", false);
        }
        return null;
    }

    // The position right beside the marks is telling enough: any noun phrase will do ("said one in the crowd").
    private NounPhrase? Inverted(int first, int high)
    {
        if (phrases.StartingAt(first, high) is { } phrase)
            return phrase;
        for (int i = first; i < high && i - first < InvertedReach && !view.IsMark(i, ',') && view.StretchOf(i) < 0; i++)
        {
            if (phrases.NameAt(i) >= 0 && phrases.Names[phrases.NameAt(i)].Kind == NameKind.Person)
                return phrases.StartingAt(i, high);
        }
        return null;
    }

    // “…” — Ana Lund: a name after a dash, and nothing more in the paragraph.
    private MarkedAttribution? Signature(int i)
    {
        while (i + 1 < view.Count && view.IsMark(i, '.'))
            i++;
        if (i + 1 >= view.Count || !IsDash(i) || phrases.NameAt(i + 1) < 0)
            return null;
        int paragraph = view.Sentences[view.SentenceOf(i)].Paragraph;
        int end = i + 1;
        while (end < view.Count && phrases.NameAt(end) == phrases.NameAt(i + 1))
            end++;
        while (end < view.Count && view.IsMark(end, '.'))
            end++;
        bool ends = end >= view.Count || view.Sentences[view.SentenceOf(end)].Paragraph != paragraph;
        return ends && phrases.StartingAt(i + 1, end) is { } name ? new MarkedAttribution(name, null, "speaker by signature: the name after the dash", true) : null;
    }

    private bool IsDash(int i) => view.Tokens[i].Span.Length == 1 && view.First(i) is ('—' or '–' or '―' or '-');

    private bool StartsAfterComma(NounPhrase subject, int low) =>
        subject.First - 1 > low && view.IsMark(subject.First - 1, ',');

    // Only a time, a place or a hearer follows: "told reporters on Monday."
    private bool ClosesSentence(int verb, int high)
    {
        for (int i = verb + 1; i < high && i - verb < Reach; i++)
        {
            if (view.StretchOf(i) >= 0 || view.Is(i, WordClass.Antecedent))
                return false;
            if (view.IsMark(i, ',') || view.IsMark(i, '.'))
                return true;
        }
        return true;
    }

    private bool EndsWithStop(MarkedStretch stretch) => stretch.Inside.End > stretch.Inside.Start && view.Text[stretch.Inside.End - 1] is (',' or '.' or '?' or '!' or '…' or '—');
}
