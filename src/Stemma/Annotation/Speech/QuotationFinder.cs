using Stemma.Annotation.Attributions;
using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Tells which marked stretches are somebody's words, and whose.</summary>
internal sealed class QuotationFinder
{
    /// <summary>In tokens: two stretches with no more between them are parts of one list: "“…” and “…”".</summary>
    private const int JoinReach = 3;

    /// <summary>Words: so short a stretch is direct only where the sentence leads to it or it stands alone.</summary>
    private const int ShortWords = 3;

    /// <summary>UTF-16 code units outside marks (blanks, stops, dashes) that a paragraph of nothing but speech may hold.</summary>
    private const int LooseCharacters = 4;

    /// <summary>Sentences: a cue this far before may still tell who speaks.</summary>
    private const int FarthestTeller = 3;

    private readonly TokenView _view;
    private readonly NounPhrases _phrases;
    private readonly Subjects _subjects;
    private readonly SpeakerResolver _resolver;
    private readonly Voices _voices;
    private readonly CueWords _cues;
    private readonly AttributionFinder _attributions;
    private readonly AttributedStretches _attributed;
    private readonly MarkedClueReader _clues;
    private readonly List<Quotation> _found = [];
    private (Quotation Quotation, int Paragraph, int Sentence)? _last;
    private int _stretch;
    private (int Last, int Sentence, bool Quoted)? _before;
    private (int Paragraph, bool AllSpeech) _judged = (-1, false);

    private QuotationFinder(TokenView view, IReadOnlyList<NameMention> names, List<AttributionReader.Found> attributions)
    {
        _view = view;
        _phrases = new NounPhrases(view, names);
        _subjects = new Subjects(view, _phrases);
        _resolver = new SpeakerResolver(view, _phrases, _subjects);
        _voices = new Voices(view, _phrases);
        _cues = new CueWords(view, _phrases);
        _clues = new MarkedClueReader(view, _phrases, _cues);
        _attributions = new AttributionFinder(view, _phrases, _subjects, _voices, _cues);
        _attributed = new AttributedStretches(view, _phrases, attributions);
    }

    /// <summary>The quotations in text order. Linear in the number of tokens.</summary>
    public static IReadOnlyList<Quotation> Find(TokenView view, IReadOnlyList<NameMention> names, List<AttributionReader.Found> attributions)
    {
        var finder = new QuotationFinder(view, names, attributions);
        int token = 0;
        for (int s = 0; s < view.Stretches.Count; s++)
        {
            MarkedStretch stretch = view.Stretches[s];
            finder._stretch = s;
            if (stretch.Depth > 0)
                continue;
            while (token < view.Count && view.Tokens[token].Span.End <= stretch.Marked.Start)
                token++;
            int first = token;
            while (token < view.Count && view.Tokens[token].Span.Start < stretch.Marked.End)
                token++;
            if (token > first)
                finder.Consider(stretch, first, token - 1);
        }
        finder._found.AddRange(new IndirectSpeech(view, finder._voices, finder._resolver, finder._attributed).Find(attributions));
        finder._found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return finder._found;
    }

    private void Consider(MarkedStretch stretch, int first, int last)
    {
        int words = 0;
        for (int i = first; i <= last; i++)
            words += _view.IsWord(i) || _view.Tokens[i].Kind == TokenKind.Number ? 1 : 0;
        if (words == 0)
            return;
        MarkedAttribution? attribution = _attributed.Of(_stretch);
        // Where the tree gives nobody, or what cannot speak, the words beside the marks are asked.
        bool open = attribution?.Speaker is not { } source || !_voices.CanSpeak(source);
        if (open && _attributions.Of(stretch, first, last) is { } beside && (attribution is null || beside.Speaker is { } other && _voices.CanSpeak(other)))
            attribution = beside;
        int sentence = _view.SentenceOf(first);
        bool? joined = _before is { } b && b.Sentence == sentence && first - b.Last <= JoinReach ? b.Quoted : null;
        MarkedClues clues = _clues.Read(stretch, first, last, words, attribution, joined);
        bool quoted = QuotedOrNot.IsQuoted(clues);
        _before = (last, sentence, quoted);
        if (!quoted)
            return;
        bool direct = IsDirect(stretch, first, words);
        if (TranscriptLabels.At(_view, stretch, first) is { } label)
            AddLabelled(stretch, first, label);
        else if (attribution is not null)
            Add(stretch, first, direct, attribution);
        else
            AddWithoutCue(stretch, first, direct, clues);
    }

    private bool IsDirect(MarkedStretch stretch, int first, int words)
    {
        int word = first;
        while (word < _view.Count && !_view.IsWord(word) && _view.Tokens[word].Kind != TokenKind.Number && _view.Tokens[word].Span.Start < stretch.Marked.End)
            word++;
        bool capital = word < _view.Count && !char.IsLower(_view.First(word));
        bool starts = _view.Sentences[_view.SentenceOf(first)].FirstToken == first;
        bool led = first > 0 && (_view.IsMark(first - 1, ',') || _view.IsMark(first - 1, ':'));
        char end = _view.Text[stretch.Inside.End - 1];
        // “We,” she said, “will go.”
        bool split = led && !capital && _last is { Quotation.Kind: QuotationKind.Direct } before && before.Sentence == _view.SentenceOf(first) && before.Paragraph == stretch.Paragraph;
        bool stopped = end is '.' or ',' or '!' or '?' or '…' or '—' || !stretch.Closed;
        return split || (capital && (starts || led || (stopped && words > ShortWords)));
    }

    private void Add(MarkedStretch stretch, int first, bool direct, MarkedAttribution attribution)
    {
        Speaker? speaker = null;
        var reasons = new List<string> { attribution.Rule };
        if (attribution.Speaker is { } phrase)
        {
            (speaker, string? reason) = _resolver.Resolve(phrase);
            if (reason is not null)
                reasons.Add(reason);
            if (speaker is { Span: { } named } && attribution.StandIn is { } standIn)
                speaker = speaker with { Span = standIn, Mention = speaker.Mention ?? named };
        }
        Keep(stretch, first, direct, speaker, attribution.Cue, reasons, speaker is null && attribution.Speaker is { } unclear ? _resolver.SpanOf(unclear) : null, attribution.Gives);
    }

    private void AddLabelled(MarkedStretch stretch, int first, (int First, int Last) label)
    {
        TextSpan span = new(_view.Tokens[label.First].Span.Start, _view.Tokens[label.Last].Span.End);
        int name = _phrases.NameAt(label.Last);
        Speaker? speaker = name >= 0 ? _resolver.Resolve(new NounPhrase(label.First, label.Last, label.Last, PhraseKind.Name)).Speaker : null;
        Keep(stretch, first, true, new Speaker(speaker?.Name ?? span.In(_view.Text), span, speaker?.Mention), null, ["speaker by label: a transcript in marks"]);
    }

    private void Keep(MarkedStretch stretch, int first, bool direct, Speaker? speaker, TextSpan? cue, List<string> reasons, TextSpan? unclear = null, AttributionKind gives = AttributionKind.Speech)
    {
        if (!stretch.Closed)
            reasons.Add(stretch.GoesOn ? "the next paragraph goes on with it" : "the closing mark is missing");
        var quotation = new Quotation
        {
            Span = Trimmed(stretch.Inside),
            Marked = stretch.Marked,
            Kind = direct ? QuotationKind.Direct : QuotationKind.Partial,
            Gives = gives,
            Speaker = speaker,
            UnclearSpeaker = unclear,
            Cue = cue,
            Reasons = reasons,
        };
        _found.Add(quotation);
        _last = (quotation, stretch.Paragraph, _view.SentenceOf(first));
    }

    private TextSpan Trimmed(TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(_view.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_view.Text[end - 1]))
            end--;
        return start < end ? new TextSpan(start, end) : span;
    }

    // Speech goes on: the speaker of the quotation before in the same paragraph or in the one before; else who the sentence
    // before, leading to it, is about.
    private void AddWithoutCue(MarkedStretch stretch, int first, bool direct, MarkedClues clues)
    {
        int sentence = _view.SentenceOf(first);
        bool whole = direct || clues.HasFlag(MarkedClues.Clause);
        bool same = _last is { } l && l.Paragraph == stretch.Paragraph && (whole || l.Sentence == sentence);
        bool follows = _last is { } m && m.Paragraph == stretch.Paragraph - 1 && IsAllSpeech(stretch.Paragraph) && sentence - m.Sentence <= 2;
        if (whole && Teller(sentence, stretch.Paragraph, direct) is { } told && (!(same || follows) || told.Sentence > _last!.Value.Sentence) && _attributed.Source(told) is { } voice && _voices.CanSpeak(voice))
        {
            (Speaker? teller, string? unclear) = _resolver.Resolve(voice);
            string cue = $"goes on after “{told.Attribution.Cue.In(_view.Text)}” in the sentences before";
            Keep(stretch, first, direct, teller is null ? null : teller with { Span = null, Mention = teller.Mention ?? teller.Span }, null, unclear is null ? [cue] : [cue, unclear], teller is null ? _resolver.SpanOf(voice) : null);
            return;
        }
        if ((same || (follows && direct)) && _last is { Quotation: { Speaker: { } speaker } before })
        {
            TextSpan? mention = speaker.Mention ?? speaker.Span;
            Keep(stretch, first, direct, new Speaker(speaker.Name, null, mention), null,
                [same ? $"{speaker.Name} goes on speaking in the same paragraph" : $"{speaker.Name} goes on speaking from the paragraph before", $"after “{Short(before.Span)}”"]);
            return;
        }
        if ((same || (follows && direct)) && _last is { Quotation: { UnclearSpeaker: { } words } earlier })
        {
            Keep(stretch, first, direct, null, null, ["the speaker before goes on", $"after “{Short(earlier.Span)}”; who it is is not clear"], words);
            return;
        }
        if (direct && sentence > 0 && LeadingSubject(sentence, stretch) is { } lead)
        {
            (Speaker? found, string? reason) = _resolver.Resolve(lead);
            if (found is null)
            {
                Keep(stretch, first, direct, null, null, ["the subject of the sentence before speaks", .. reason is null ? [] : new[] { reason }], _resolver.SpanOf(lead));
                return;
            }
            List<string> reasons = [$"{found.Name} is the subject of the sentence before, and no one else is named"];
            if (reason is not null)
                reasons.Add(reason);
            Keep(stretch, first, direct, found, null, reasons);
            return;
        }
        if (OwnSubject(sentence, first) is { } perhaps)
        {
            TextSpan span = _resolver.SpanOf(perhaps);
            Keep(stretch, first, direct, null, null, [QuotedOrNot.Reasons(clues), $"perhaps of “{Short(span)}”, the subject of the sentence; no cue tells"], span);
            return;
        }
        Keep(stretch, first, direct, null, null, [$"{QuotedOrNot.Reasons(clues)}; who speaks is not told"]);
    }

    // Who was said to speak before: in the same paragraph, or where a paragraph is all speech, in the one before it.
    private AttributionReader.Found? Teller(int sentence, int paragraph, bool direct)
    {
        int from = sentence;
        while (from > 0 && _view.Sentences[from - 1].Paragraph == paragraph && sentence - from < FarthestTeller)
            from--;
        if (_attributed.LastSpeech(from, sentence) is { } here)
            return here;
        return direct && from > 0 && _view.Sentences[from - 1].Paragraph == paragraph - 1 && IsAllSpeech(paragraph) ? _attributed.LastSpeech(from - 1, from) : null;
    }

    // True where no word of the paragraph stands outside marks.
    private bool IsAllSpeech(int paragraph)
    {
        if (_judged.Paragraph == paragraph)
            return _judged.AllSpeech;
        TextSpan span = _view.Paragraphs[paragraph].Span;
        int marked = 0;
        foreach (MarkedStretch s in InParagraph(paragraph))
            marked += s.Marked.Length;
        _judged = (paragraph, span.Length - marked <= LooseCharacters);
        return _judged.AllSpeech;
    }

    private IEnumerable<MarkedStretch> InParagraph(int paragraph)
    {
        int i = _stretch;
        while (i > 0 && _view.Stretches[i - 1].Paragraph == paragraph)
            i--;
        for (; i < _view.Stretches.Count && _view.Stretches[i].Paragraph == paragraph; i++)
        {
            if (_view.Stretches[i].Depth == 0)
                yield return _view.Stretches[i];
        }
    }

    private NounPhrase? LeadingSubject(int sentence, MarkedStretch stretch)
    {
        Sentence before = _view.Sentences[sentence - 1];
        int end = before.FirstToken + before.TokenCount;
        bool colon = _view.IsMark(end - 1, ':');
        if (before.Paragraph != stretch.Paragraph && !colon)
            return null;
        NounPhrase? subject = _subjects.MainSubject(before.FirstToken, end);
        return subject is { } s && _voices.CanSpeak(s) ? s : null;
    }

    // No cue, no name: the subject is shown as one who may have said it, and nobody is named.
    private NounPhrase? OwnSubject(int sentence, int first)
    {
        int low = _view.Sentences[sentence].FirstToken;
        if (low >= first)
            return null;
        NounPhrase? subject = _subjects.MainSubject(low, first);
        return subject is { } s && _voices.CanSpeak(s) ? s : null;
    }

    private string Short(TextSpan span) => span.Length <= 30 ? span.In(_view.Text) : string.Concat(_view.Text.AsSpan(span.Start, 27), "…");
}
