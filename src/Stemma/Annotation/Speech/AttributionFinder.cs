using Stemma.Annotation.Marks;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the cue and the speaker of a marked stretch in its own sentence.</summary>
internal sealed class AttributionFinder
{
    private readonly TokenView _view;
    private readonly CueWords _cues;
    private readonly CuesBefore _before;
    private readonly CuesAfter _after;
    private readonly CueNouns _nouns;
    private readonly Clauses _clauses;

    /// <summary>Makes the finder for one report.</summary>
    public AttributionFinder(TokenView view, NounPhrases phrases, Subjects subjects, Voices voices, CueWords cues)
    {
        (_view, _cues) = (view, cues);
        _clauses = new Clauses(view, phrases);
        var relays = new RelayedSpeech(view, phrases, subjects, cues);
        _before = new CuesBefore(view, phrases, subjects, voices, cues, relays, _clauses);
        _after = new CuesAfter(view, phrases, subjects, voices, cues, relays, _clauses);
        _nouns = new CueNouns(view, phrases, subjects, voices, cues);
    }

    /// <summary>The attribution, null where the sentence holds no cue for the stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="first">Its first token, mark included.</param>
    /// <param name="last">Its last token, mark included.</param>
    public MarkedAttribution? Of(MarkedStretch stretch, int first, int last)
    {
        Sentence sentence = _view.Sentences[_view.SentenceOf(first)];
        int low = sentence.FirstToken, high = low + sentence.TokenCount;
        MarkedAttribution? before = _before.Of(first, low, high);
        if (before is { Near: true, Weak: false, Speaker: not null } && _cues.LeadsTo(first))
            return before;
        // "While Norway calls it “unfair”, Sweden said": the clause has a speaker of its own.
        if (before is { Weak: false, Speaker: not null } && _clauses.OpensWithSubordinate(low, first) && _clauses.MainStart(low, first) < 0)
            return before;
        MarkedAttribution? after = _after.Of(stretch, last, high);
        if (after is { Near: true })
            return after;
        if (before is not null)
            return (before.Speaker is null || before.Weak) && after is { Speaker: not null } ? after : before;
        return after ?? _nouns.Before(first, low);
    }
}
