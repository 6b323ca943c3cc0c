using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Tells which marked stretches are somebody's words, and whose.</summary>
internal sealed class QuotationFinder
{
    /// <summary>Words: a stretch with no cue is taken for speech from this length on; 80 % of the marked strings in US political news that are no quotation have three words or fewer. After a change run "stemma eval quotes".</summary>
    private const int LeastWordsWithoutCue = 4;

    /// <summary>Words: up to this length a stretch may be a nickname, a title or an ironic word.</summary>
    private const int ShortWords = 3;

    /// <summary>UTF-16 code units outside marks (blanks, stops, dashes) that a paragraph of nothing but speech may hold.</summary>
    private const int LooseCharacters = 4;

    private readonly TokenView _view;
    private readonly NounPhrases _phrases;
    private readonly Subjects _subjects;
    private readonly SpeakerResolver _resolver;
    private readonly Voices _voices;
    private readonly CueWords _cues;
    private readonly AttributionFinder _attributions;
    private readonly List<Quotation> _found = [];
    private (Quotation Quotation, int Paragraph, int Sentence)? _last;
    private int _stretch;
    private (int Paragraph, bool AllSpeech) _judged = (-1, false);

    private QuotationFinder(TokenView view, IReadOnlyList<NameMention> names)
    {
        _view = view;
        _phrases = new NounPhrases(view, names);
        _subjects = new Subjects(view, _phrases);
        _resolver = new SpeakerResolver(view, _phrases, _subjects);
        _voices = new Voices(view, _phrases);
        _cues = new CueWords(view, _phrases);
        _attributions = new AttributionFinder(view, _phrases, _subjects, _voices, _cues);
    }

    /// <summary>The quotations in text order. Linear in the number of tokens.</summary>
    public static IReadOnlyList<Quotation> Find(TokenView view, IReadOnlyList<NameMention> names)
    {
        var finder = new QuotationFinder(view, names);
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
        finder._found.AddRange(new IndirectSpeech(view, finder._phrases, finder._subjects, finder._voices, finder._cues, finder._resolver).Find(finder._found));
        finder._found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return finder._found;
    }

    private void Consider(MarkedStretch stretch, int first, int last)
    {
        int words = 0, clause = 0;
        for (int i = first; i <= last; i++)
        {
            if (_view.IsWord(i) || _view.Tokens[i].Kind == TokenKind.Number)
                words++;
            if (_view.Is(i, WordClass.Clause))
                clause++;
        }
        ParagraphKind kind = _view.Paragraphs[stretch.Paragraph].Kind;
        if (words == 0 || (kind != ParagraphKind.Body && IsWholeParagraph(stretch)) || IsWork(stretch, first, last, words))
            return;
        bool direct = IsDirect(stretch, first, words);
        if (_attributions.Of(stretch, first, last) is { } attribution)
        {
            if (!attribution.Near && IsTitleCase(stretch, first, last, words))
                return;
            if (attribution.Speaker is null && words <= ShortWords && !attribution.Near)
                return;
            Add(stretch, first, direct, attribution);
        }
        else if (direct && _last is { } before && (before.Quotation.Speaker is not null || before.Quotation.UnclearSpeaker is not null) && before.Paragraph == stretch.Paragraph && IsWholeSentence(stretch, first))
        {
            AddWithoutCue(stretch, first, direct, clause);
        }
        else if (words >= LeastWordsWithoutCue && (direct || clause > 0 || words > 2 * LeastWordsWithoutCue) && kind == ParagraphKind.Body && !IsTitleCase(stretch, first, last, words))
        {
            AddWithoutCue(stretch, first, direct, clause);
        }
    }

    private bool IsWholeSentence(MarkedStretch stretch, int first) => _view.Sentences[_view.SentenceOf(first)].Span.Length - stretch.Marked.Length <= 1;

    private bool IsWholeParagraph(MarkedStretch stretch) => _view.Paragraphs[stretch.Paragraph].Span.Length - stretch.Marked.Length <= 1;

    // "the film “The Long Way”", "nicknamed “Red”": a title or a nickname.
    private bool IsWork(MarkedStretch stretch, int first, int last, int words)
    {
        for (int n = 1; n <= 2; n++)
        {
            if (first - n >= 0 && _cues.Phrase(first - n, first, "work", out int next) && next == first)
                return true;
        }
        if (first > 1 && FollowsWorkNoun(first) && IsTitleCase(stretch, first, last, words))
            return true;
        // Robert “Bob” Smith: a nickname inside a name.
        if (words <= 2 && first > 0 && last + 1 < _view.Count && _phrases.NameAt(first - 1) >= 0 && _phrases.NameAt(last + 1) >= 0
            && _view.SentenceOf(first - 1) == _view.SentenceOf(last + 1) && _view.IsCapitalised(first + 1) && !_view.IsPossessive(first - 1))
            return true;
        return false;
    }

    // "the novel “…”", "a film, “…”,", "a song called “…”", "whose song was called “…”".
    private bool FollowsWorkNoun(int first)
    {
        int i = first - 1;
        if (_view.IsMark(i, ','))
            i--;
        if (IsWorkNoun(i))
            return true;
        for (int n = 1; n <= 2 && first - n > 0; n++)
        {
            int before = first - n - 1;
            if (_cues.Phrase(first - n, first, "naming", out int next) && next == first && _view.StretchOf(before) < 0 && (_view.Is(before, WordClass.Be) || IsWorkNoun(before)))
                return true;
        }
        return false;
    }

    private bool IsWorkNoun(int i) => i >= 0 && _view.StretchOf(i) < 0 && Vocabulary.English.PhraseUse(_view.Folded(i)) == "work-noun";

    // Every word of weight has a capital: “The Long Way Home”.
    private bool IsTitleCase(MarkedStretch stretch, int first, int last, int words)
    {
        if (words < 2 || words > 8 || char.IsPunctuation(_view.Text[stretch.Inside.End - 1]) && _view.Text[stretch.Inside.End - 1] is not (',' or '.'))
            return false;
        int capitals = 0;
        for (int i = first + 1; i <= last; i++)
        {
            if (!_view.IsWord(i))
                continue;
            if (_view.IsCapitalised(i))
                capitals++;
            else if (!_view.Is(i, WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator))
                return false;
        }
        return capitals >= 2;
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
        bool stopped = end is '.' or ',' or '!' or '?' or '…' or '—' || !stretch.Closed;
        return capital && (starts || led || (stopped && words > ShortWords));
    }

    private void Add(MarkedStretch stretch, int first, bool direct, Attribution attribution)
    {
        Speaker? speaker = null;
        var reasons = new List<string> { attribution.Rule };
        if (attribution.Speaker is { } phrase)
        {
            (speaker, string? reason) = _resolver.Resolve(phrase);
            if (reason is not null)
                reasons.Add(reason);
        }
        Keep(stretch, first, direct, speaker, attribution.Cue, reasons, speaker is null && attribution.Speaker is { } unclear ? _resolver.SpanOf(unclear) : null);
    }

    private void Keep(MarkedStretch stretch, int first, bool direct, Speaker? speaker, TextSpan? cue, List<string> reasons, TextSpan? unclear = null)
    {
        if (!stretch.Closed)
            reasons.Add(stretch.GoesOn ? "the next paragraph goes on with it" : "the closing mark is missing");
        var quotation = new Quotation
        {
            Span = Trimmed(stretch.Inside),
            Marked = stretch.Marked,
            Kind = direct ? QuotationKind.Direct : QuotationKind.Partial,
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
    private void AddWithoutCue(MarkedStretch stretch, int first, bool direct, int clause)
    {
        int sentence = _view.SentenceOf(first);
        bool same = _last is { } l && l.Paragraph == stretch.Paragraph;
        bool follows = _last is { } m && m.Paragraph == stretch.Paragraph - 1 && IsAllSpeech(stretch.Paragraph) && sentence - m.Sentence <= 2;
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
        if (clause > 0)
            Keep(stretch, first, direct, null, null, ["words of a whole clause in quotation marks; who speaks is not told"]);
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

    private string Short(TextSpan span) => span.Length <= 30 ? span.In(_view.Text) : string.Concat(_view.Text.AsSpan(span.Start, 27), "…");
}
