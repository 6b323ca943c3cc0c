using Stemma.Annotation.Attributions;
using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Tells for a marked stretch which attribution gives it to somebody.</summary>
internal sealed class AttributedStretches
{
    private readonly TokenView _view;
    private readonly NounPhrases _phrases;
    private readonly List<AttributionReader.Found> _attributions;
    private readonly int[] _givenBy;

    /// <summary>Makes the answers for one report; linear in its length.</summary>
    public AttributedStretches(TokenView view, NounPhrases phrases, List<AttributionReader.Found> attributions)
    {
        (_view, _phrases, _attributions) = (view, phrases, attributions);
        _givenBy = new int[view.Stretches.Count];
        Array.Fill(_givenBy, -1);
        for (int a = 0; a < attributions.Count; a++)
        {
            // “would reject the “plan””: nobody has said it, and the thing is only named.
            if (attributions[a] is { Denied: true, IsClause: false } && attributions[a].Attribution.Kind != AttributionKind.Speech)
                continue;
            TextSpan sentence = view.Sentences[attributions[a].Sentence].Span;
            foreach (TextSpan span in attributions[a].Attribution.Content)
            {
                // What follows in other sentences has no words of its own for its speaker.
                for (int s = view.FirstStretchBehind(span.Start); s < view.Stretches.Count && view.Stretches[s].Marked.Start < Math.Min(span.End, sentence.End); s++)
                {
                    if (view.Stretches[s].Depth == 0 && (_givenBy[s] < 0 || Prevails(a, _givenBy[s], s)))
                        _givenBy[s] = a;
                }
            }
        }
    }

    // An attribution that lies in no other, then the one whose cue stands beside, then the nearer.
    private bool Prevails(int one, int other, int stretch)
    {
        (AttributionReader.Found a, AttributionReader.Found b) = (_attributions[one], _attributions[other]);
        if (a.Attribution.Inner != b.Attribution.Inner)
            return b.Attribution.Inner;
        return a.Beside != b.Beside ? a.Beside : Gap(a, stretch) < Gap(b, stretch);
    }

    /// <summary>The last attribution of speech, outermost and with a source, in the sentences from one to before another; null where there is none.</summary>
    public AttributionReader.Found? LastSpeech(int from, int before)
    {
        int low = 0, high = _attributions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_attributions[middle].Sentence < before)
                low = middle + 1;
            else
                high = middle;
        }
        for (int a = low - 1; a >= 0 && _attributions[a].Sentence >= from; a--)
        {
            if (_attributions[a] is { IsClause: true, SourceHead: >= 0, Attribution: { Inner: false, Kind: AttributionKind.Speech, Source: not null } })
                return _attributions[a];
        }
        return null;
    }

    private int Gap(AttributionReader.Found found, int stretch)
    {
        (TextSpan cue, TextSpan marked) = (found.Attribution.Cue, _view.Stretches[stretch].Marked);
        return cue.End <= marked.Start ? marked.Start - cue.End : cue.Start >= marked.End ? cue.Start - marked.End : 0;
    }

    /// <summary>The attribution of the stretch with this index; null where no cue gives it to anybody.</summary>
    public MarkedAttribution? Of(int stretch)
    {
        if (_givenBy[stretch] < 0)
            return null;
        AttributionReader.Found found = _attributions[_givenBy[stretch]];
        bool near = Gap(found, stretch) <= Beside;
        return new MarkedAttribution(Source(found), found.Attribution.Cue, $"“{found.Attribution.Cue.In(_view.Text)}”: {found.Attribution.Rule}", near)
        {
            Gives = found.Attribution.Kind,
            StandIn = found.Attribution.Source is { } source && found.SourceHead >= 0 && !_view.Tokens[found.SourceHead].Span.Overlaps(source) ? source : null,
        };
    }

    /// <summary>The phrase that names the attribution's source; null where it has none.</summary>
    public NounPhrase? Source(AttributionReader.Found found)
    {
        if (found.Attribution.Source is not { } span || found.SourceHead < 0)
            return null;
        int head = found.SourceHead, first = TokenAt(span.Start), low = _view.Sentences[found.Sentence].FirstToken;
        // "who" stands for a noun outside the span.
        if (head < first || _view.Tokens[head].Span.Start >= span.End)
            return _phrases.EndingAt(EndOfName(head), low);
        int last = first;
        while (last + 1 < _view.Count && _view.Tokens[last + 1].Span.Start < span.End)
            last++;
        if (first == last && _phrases.NameAt(first) < 0 && _view.Is(first, WordClass.PersonM | WordClass.PersonF | WordClass.Plural | WordClass.Thing))
            return new NounPhrase(first, first, first, PhraseKind.Pronoun);
        // "US Secretary of State Ana Lund, who …": the person whose name ends what stands before the first comma.
        int core = first;
        while (core < last && !_view.IsMark(core + 1, ',') && !_view.IsMark(core + 1, '('))
            core++;
        if (_phrases.NameAt(core) is >= 0 and var name && _phrases.Names[name].Kind == NameKind.Person && !_view.IsPossessive(core) && head <= core
            && _phrases.EndingAt(core, low) is { Kind: PhraseKind.Name } person)
            return person;
        if (_phrases.StartingAt(first, last + 1) is { } phrase && phrase.First <= head && head <= phrase.Last)
            return phrase;
        return _phrases.EndingAt(EndOfName(head), low) ?? new NounPhrase(first, last, head, PhraseKind.Nominal);
    }

    private int EndOfName(int token)
    {
        int name = _phrases.NameAt(token);
        while (name >= 0 && token + 1 < _view.Count && _phrases.NameAt(token + 1) == name)
            token++;
        return token;
    }

    private int TokenAt(int start)
    {
        int low = 0, high = _view.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_view.Tokens[middle].Span.End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>In UTF-16 code units: a cue this near to the marks stands beside them.</summary>
    private const int Beside = 40;
}
