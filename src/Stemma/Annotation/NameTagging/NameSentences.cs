using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.NameTagging;

/// <summary>The tokens of a report as the name tagger sees them, and the runs of tokens among them that can hold names.</summary>
internal sealed class NameSentences
{
    /// <summary>In tokens: between two words with capitals a name has no more words, numbers and marks than these.</summary>
    private const int LongestGap = 3;

    /// <summary>In tokens: a longer run is cut here, so that no text is one run.</summary>
    public const int LongestRun = 64;

    /// <summary>In words: no listed name is longer.</summary>
    public const int LongestListed = 5;

    /// <summary>In UTF-16 code units: a single word of no more capitals than these, which no list has as a person's name, names no person.</summary>
    private const int LongestAcronym = 5;

    /// <summary>In words: so far ahead of its use a word's place in the lists is asked for, the time that memory takes.</summary>
    private const int FetchedAhead = 8;

    private const NameLists PersonLists = NameLists.Man | NameLists.Woman | NameLists.Surname | NameLists.SeldomSurname;

    private const WordClass Openers = WordClass.Subject | WordClass.Conjunction | WordClass.Preposition | WordClass.Auxiliary | WordClass.Relative | WordClass.Negation;

    private const uint PhraseSeed = 0x1B873593;

    private readonly TokenView _view;
    private readonly NameModel _model;
    private readonly NameWord[] _words;
    private readonly bool[] _candidate;

    /// <summary>Reads the report. Linear in the number of tokens.</summary>
    /// <param name="view">The report.</param>
    /// <param name="tags">The part of speech of each token.</param>
    /// <param name="model">Has the lists of names.</param>
    /// <param name="tagger">Knows what words can be.</param>
    public NameSentences(TokenView view, UniversalTag[] tags, NameModel model, PartOfSpeechTagger tagger)
    {
        (_view, _model) = (view, model);
        _words = new NameWord[view.Count];
        _candidate = new bool[view.Count];
        FingerprintTable names = model.Names;
        WordClusters clusters = WordClusters.English;
        ReadOnlySpan<WordFacts> known = view.Syntax.Facts;
        IReadOnlyList<TaggedWord> words = view.Syntax.Words;
        int at = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            ref NameWord word = ref _words[i];
            TextSpan span = view.WordSpan(i);
            ReadOnlySpan<char> letters = span.Over(view.Text);
            while (at < words.Count && words[at].Token < i)
                at++;
            if (at + FetchedAhead < known.Length)
                names.Fetch(known[at + FetchedAhead].Word);
            if (at < words.Count && words[at].Span == span)
            {
                word.Facts = known[at];
            }
            else
            {
                word.Facts = WordFacts.Of(letters);
                tagger.Describe(ref word.Facts);
            }
            word.Tag = tags[i];
            word.Capital = view.IsWord(i) && (word.Facts.Case is LetterCase.Capital or LetterCase.Capitals or LetterCase.Single || (word.Facts.Case == LetterCase.Mixed && letters.Length < 40));
            if (view.IsWord(i))
            {
                model.Describe(ref word, names);
                (word.Cluster, word.MiddleCluster, word.CoarseCluster) = (word.Facts.Cluster, word.Facts.MiddleCluster, clusters.CoarseOf(word.Facts.Cluster));
            }
            word.Labels = LabelsOf(i);
            word.Possessive = word.Capital && view.IsPossessive(i);
        }
        foreach (Sentence sentence in view.Sentences)
        {
            FindPhrases(sentence, names);
            FindCandidates(sentence);
        }
        ReportEvidence.Gather(view, _words);
    }

    /// <summary>The tokens.</summary>
    public Span<NameWord> Words => _words;

    /// <summary>The hash of a name of several words, from the hashes of its words in order.</summary>
    public static uint PhraseHash(uint hash, uint word) => WordFacts.Step(hash == 0 ? PhraseSeed : hash, word);

    /// <summary>The runs of a sentence that can hold names, as first token and the token behind the last.</summary>
    public void RunsOf(Sentence sentence, List<(int First, int End)> runs)
    {
        runs.Clear();
        int end = sentence.FirstToken + sentence.TokenCount;
        for (int i = sentence.FirstToken; i < end; i++)
        {
            if (!_candidate[i])
                continue;
            int first = i;
            while (i < end && _candidate[i] && i - first < LongestRun)
                i++;
            runs.Add((first, i));
            i--;
        }
    }

    private void FindPhrases(Sentence sentence, FingerprintTable names)
    {
        int end = sentence.FirstToken + sentence.TokenCount;
        for (int i = sentence.FirstToken; i < end; i++)
        {
            if (!_words[i].Capital)
                continue;
            uint hash = PhraseHash(0, _words[i].Facts.Word);
            int best = 0;
            NameLists found = NameLists.None;
            for (int n = 2; n <= LongestListed && i + n <= end && (_view.IsWord(i + n - 1) || _view.IsMark(i + n - 1, '.')); n++)
            {
                // A possessive parts two names.
                if (_words[i + n - 2].Possessive)
                    break;
                hash = PhraseHash(hash, _words[i + n - 1].Facts.Word);
                if (_words[i + n - 1].Capital && _model.ListsOf(names, hash) is not NameLists.None and var lists)
                    (best, found) = (n, lists);
            }
            for (int k = 0; k < best; k++)
            {
                _words[i + k].Phrase = found;
                _words[i + k].PhrasePlace = (byte)(k == 0 ? 1 : k == best - 1 ? 3 : 2);
            }
            i += Math.Max(0, best - 1);
        }
    }

    // Words with capitals, and what stands small between two of them where it is what names hold.
    private void FindCandidates(Sentence sentence)
    {
        int end = sentence.FirstToken + sentence.TokenCount, last = -1;
        for (int i = sentence.FirstToken; i < end; i++)
        {
            // Days of the week are in no name, and part what stands on either side; words such as "while" that open a sentence are in none either.
            if (!_words[i].Capital || _view.Is(i, WordClass.Weekday) || (i == sentence.FirstToken && _view.Is(i, Openers) && _words[i].Tag != UniversalTag.Propn))
                continue;
            _candidate[i] = true;
            // "The" and "However" may begin a name, but are none.
            if (i == sentence.FirstToken && _words[i].Tag is (UniversalTag.Det or UniversalTag.Adv or UniversalTag.Pron or UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Cconj or UniversalTag.Part or UniversalTag.Intj))
                _words[i].Labels &= ~NameLabels.Alone;
            if (last >= 0 && i - last - 1 is > 0 and <= LongestGap && !_words[last].Possessive)
            {
                int k = last + 1;
                while (k < i && Joins(k))
                    k++;
                if (k == i)
                    _candidate.AsSpan(last + 1, i - last - 1).Fill(true);
            }
            last = i;
            // "Inc.", "Flight 11", "11 Downing Street".
            if (i + 1 < end && !_words[i].Possessive && (_view.Tokens[i + 1].Kind == TokenKind.Number || (_view.IsMark(i + 1, '.') && !_view.FollowsGap(i + 1) && i + 2 < end)))
                _candidate[i + 1] = true;
            if (i > sentence.FirstToken && _view.Tokens[i - 1].Kind == TokenKind.Number && _view.FollowsGap(i))
                _candidate[i - 1] = true;
        }
    }

    // Small words stand inside names of persons only where they are particles ("de"), "and" inside those of places only where a list has the name.
    private uint LabelsOf(int token)
    {
        ref readonly NameWord word = ref _words[token];
        if (_view.Tokens[token].Kind == TokenKind.Number)
            return NameLabels.All & ~NameLabels.Person;
        if (word.Capital)
            return word.Facts.Case == LetterCase.Capitals && _view.WordSpan(token).Length <= LongestAcronym && (word.Lists & PersonLists) == NameLists.None ? NameLabels.All & ~NameLabels.SinglePerson : NameLabels.All;
        if (!_view.IsWord(token))
            return _view.First(token) is '.' or '!' ? NameLabels.InsideOrEnd : NameLabels.InsideAlone;
        bool particle = NameTables.English.IsParticle(_view.Folded(token));
        if (particle || word.Tag is UniversalTag.Propn or UniversalTag.X)
            return NameLabels.BeginOrInside;
        return NameLabels.InsideAlone & ~NameLabels.Person & (word.Tag == UniversalTag.Cconj ? ~NameLabels.Place : NameLabels.All);
    }

    private bool Joins(int token)
    {
        if (_view.Tokens[token].Kind == TokenKind.Number)
            return true;
        if (_view.IsWord(token))
            return _view.Is(token, WordClass.InName) || _words[token].Tag is UniversalTag.Propn or UniversalTag.X or UniversalTag.Det or UniversalTag.Cconj || NameTables.English.IsParticle(_view.Folded(token));
        return _view.Tokens[token].Span.Length == 1 && _view.First(token) is '.' or '&' or '\'' or '’' or '-' or '/' or '!';
    }
}
