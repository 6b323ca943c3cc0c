using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Reads off a marked stretch and the words around it what tells whether it is somebody's words.</summary>
internal sealed class MarkedClueReader
{
    /// <summary>Words: from here on a stretch counts as long.</summary>
    private const int ManyWords = 8;

    /// <summary>Words: titles of works are rarely longer.</summary>
    private const int LongestTitle = 10;

    /// <summary>In tokens, one mark included: nicknames inside names are no longer.</summary>
    private const int LongestNickname = 4;

    /// <summary>UTF-16 code units: what is marked again and again as a label is no longer.</summary>
    private const int LongestLabel = 30;

    private const MarkedClues AnyCue = MarkedClues.Attributed | MarkedClues.CueInSentence | MarkedClues.SpeechNounInSentence;

    private readonly TokenView _view;
    private readonly NounPhrases _phrases;
    private readonly CueWords _cues;
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private (int First, MarkedClues Clues) _sentence = (-1, MarkedClues.None);
    private (int Paragraph, bool Is) _code = (-1, false);

    /// <summary>Makes the reader for one report. Linear in its length.</summary>
    public MarkedClueReader(TokenView view, NounPhrases phrases, CueWords cues)
    {
        (_view, _phrases, _cues) = (view, phrases, cues);
        foreach (MarkedStretch stretch in view.Stretches)
        {
            if (stretch.Depth == 0 && Label(stretch) is { Length: > 0 } label)
                _labels[label] = _labels.GetValueOrDefault(label) + 1;
        }
    }

    /// <summary>The clues of a stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="first">Its first token, mark included.</param>
    /// <param name="last">Its last token, mark included.</param>
    /// <param name="words">The number of its words.</param>
    /// <param name="attribution">Who is known to say it: whatever finds that words lie in what somebody says is heard here.</param>
    /// <param name="joined">Whether the stretch it is joined to is a quotation; null where it is joined to none.</param>
    public MarkedClues Read(MarkedStretch stretch, int first, int last, int words, MarkedAttribution? attribution, bool? joined)
    {
        Paragraph paragraph = _view.Paragraphs[stretch.Paragraph];
        Sentence sentence = _view.Sentences[_view.SentenceOf(first)];
        MarkedClues clues = words switch
        {
            1 => MarkedClues.OneWord,
            2 => MarkedClues.TwoWords,
            3 => MarkedClues.None,
            < ManyWords => MarkedClues.FewWords,
            _ => MarkedClues.ManyWords,
        };
        clues |= Inside(stretch, first, last, words) | Before(first, sentence) | After(first, last, sentence) | Cues(attribution, sentence);
        if (paragraph.Kind != ParagraphKind.Body && paragraph.Span.Length - stretch.Marked.Length <= 1)
            clues |= MarkedClues.Heading;
        if (sentence.Span.Length - stretch.Marked.Length <= 1)
            clues |= MarkedClues.WholeSentence;
        if (!stretch.Closed && !stretch.GoesOn)
            clues |= MarkedClues.Unclosed;
        if (IsCode(stretch.Paragraph))
            clues |= MarkedClues.InCode;
        if (_labels.TryGetValue(Label(stretch), out int times) && times > 1)
            clues |= MarkedClues.Repeated;
        if (joined is { } quoted)
            clues |= quoted ? MarkedClues.JoinedToQuoted : MarkedClues.JoinedToUnquoted;
        if (first == sentence.FirstToken)
            clues &= ~MarkedClues.LoneCapital;
        return (clues & AnyCue) == MarkedClues.None ? WithoutCue(clues) : clues;
    }

    // "is “…”" and "as “…”" lead to somebody's words only where somebody speaks.
    private static MarkedClues WithoutCue(MarkedClues clues)
    {
        clues &= ~(MarkedClues.AfterBe | MarkedClues.AfterOpener);
        return (clues & (MarkedClues.WholeSentence | MarkedClues.JoinedToQuoted)) == MarkedClues.None ? clues | MarkedClues.NoCue : clues;
    }

    // Asked for every stretch of the paragraph, read once.
    private bool IsCode(int paragraph)
    {
        if (_code.Paragraph != paragraph)
            _code = (paragraph, CodeLines.IsCode(_view.Paragraphs[paragraph].Span.Over(_view.Text)));
        return _code.Is;
    }

    private string Label(MarkedStretch stretch) =>
        stretch.Inside.Length > LongestLabel ? "" : Vocabulary.Fold(stretch.Inside.Over(_view.Text).Trim().TrimEnd(".,;:!?"));

    private MarkedClues Inside(MarkedStretch stretch, int first, int last, int words)
    {
        MarkedClues clues = MarkedClues.None;
        int capitals = 0, firstWord = -1;
        bool small = false, sentences = false;
        for (int i = first; i <= last; i++)
        {
            bool number = _view.Tokens[i].Kind == TokenKind.Number;
            if (!_view.IsWord(i) && !number)
            {
                sentences |= i + 2 < last && _view.First(i) is '.' or '!' or '?';
                continue;
            }
            if (firstWord < 0)
                firstWord = i;
            if (words > 1 && _view.Is(i, WordClass.Clause))
                clues |= MarkedClues.Clause;
            if (number || _view.IsCapitalised(i))
                capitals++;
            else if (i == firstWord || !_view.Is(i, WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator))
                small = true;
        }
        char end = _view.Text[stretch.Inside.End - 1];
        if (end is '.' or '!' or '?' or '…' or '—')
            clues |= MarkedClues.StopInside;
        if (!small && !sentences && words <= LongestTitle && end is not ('!' or '?' or '…' or '—'))
            clues |= capitals >= 2 ? MarkedClues.TitleCase : MarkedClues.LoneCapital;
        return clues;
    }

    private MarkedClues Before(int first, Sentence sentence)
    {
        int i = first - 1;
        if (i < sentence.FirstToken || _view.StretchOf(i) >= 0)
            return MarkedClues.None;
        MarkedClues clues = MarkedClues.None;
        bool comma = _view.IsMark(i, ','), colon = _view.IsMark(i, ':');
        int word = comma || colon ? i - 1 : i;
        if (word >= sentence.FirstToken && _view.StretchOf(word) < 0 && IsWorkNoun(word))
            clues |= MarkedClues.AfterWorkNoun;
        if (GivesName(first, word, sentence))
            clues |= MarkedClues.AfterNaming;
        if (colon)
            clues |= MarkedClues.AfterColon;
        else if (_view.First(i) is '—' or '–' or '-' or '―')
            clues |= MarkedClues.AfterDash;
        else if (!_view.IsWord(i))
            return clues;
        else if (_view.Is(i, WordClass.Opener))
            clues |= MarkedClues.AfterOpener;
        else if (_view.Is(i, WordClass.Be))
            clues |= MarkedClues.AfterBe;
        else if (_view.IsPossessive(i))
            clues |= MarkedClues.AfterOwner;
        else if (_view.Is(i, WordClass.Preposition))
            clues |= MarkedClues.AfterPreposition;
        return clues;
    }

    // "titled “…”", "so-called “…”"; "a song called “…”", "was called “…”".
    private bool GivesName(int first, int word, Sentence sentence)
    {
        for (int n = 1; n <= 2 && word + 1 - n >= sentence.FirstToken; n++)
        {
            int start = word + 1 - n;
            if (_cues.Phrase(start, first, "work", out int next) && next == word + 1)
                return true;
            if (_cues.Phrase(start, first, "naming", out next) && next == word + 1 && start > sentence.FirstToken
                && _view.StretchOf(start - 1) < 0 && (_view.Is(start - 1, WordClass.Be) || IsWorkNoun(start - 1)))
                return true;
        }
        return false;
    }

    private bool IsWorkNoun(int i) => Vocabulary.English.PhraseUse(_view.Folded(i)) == "work-noun";

    private MarkedClues After(int first, int last, Sentence sentence)
    {
        int i = last + 1;
        if (i >= sentence.FirstToken + sentence.TokenCount || _view.StretchOf(i) >= 0 || !_view.IsWord(i))
            return MarkedClues.None;
        // Robert “Bob” Smith, Olaf “the Pike” Brenner.
        if (last - first <= LongestNickname && first > sentence.FirstToken && _view.IsCapitalised(first - 1) && _view.IsCapitalised(i)
            && (_phrases.NameAt(first - 1) >= 0 || _phrases.NameAt(i) >= 0) && !_view.IsPossessive(first - 1) && FirstWord(first, last) is >= 0 and var word && (_view.IsCapitalised(word) || _view.Is(word, WordClass.Definite)))
            return MarkedClues.InsideName;
        bool open = char.IsLower(_view.First(i)) && !_view.Is(i, ~WordClass.None) && _view.Cue(i) is null;
        return open ? MarkedClues.BeforeNoun : MarkedClues.None;
    }

    private int FirstWord(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (_view.IsWord(i))
                return i;
        }
        return -1;
    }

    private MarkedClues Cues(MarkedAttribution? attribution, Sentence sentence)
    {
        if (attribution is null)
            return InSentence(sentence);
        MarkedClues clues = attribution.Near ? MarkedClues.Attributed | MarkedClues.CueBeside : MarkedClues.Attributed;
        return attribution.Speaker is null ? clues | MarkedClues.NoSpeaker : clues;
    }

    // Asked for every stretch of the sentence, read once.
    private MarkedClues InSentence(Sentence sentence)
    {
        if (_sentence.First == sentence.FirstToken)
            return _sentence.Clues;
        MarkedClues clues = MarkedClues.None;
        for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (_view.StretchOf(i) >= 0 || !_view.IsWord(i))
                continue;
            // "Painted on the wall is": a verb of judgement that opens its sentence has nobody who judges.
            if (_view.Cue(i) is { } cue && !_cues.IsNoun(i) && (cue.Class != CueClass.Name || i > sentence.FirstToken))
            {
                clues = MarkedClues.CueInSentence;
                break;
            }
            if (Vocabulary.English.IsSpeechNoun(_view.Folded(i)))
                clues = MarkedClues.SpeechNounInSentence;
        }
        _sentence = (sentence.FirstToken, clues);
        return clues;
    }
}
