using Stemma.Languages;

namespace Stemma.Annotation.Names;

/// <summary>Finds the runs of words with a capital that may hold a name, by what the whole report writes small and large.</summary>
internal sealed class CapitalRuns
{
    /// <summary>In tokens: longer runs of capitals are headlines, lists or noise, and are cut here.</summary>
    private const int LongestRun = 12;

    /// <summary>Words: a body line with fewer capitals may be a short sentence of names.</summary>
    private const int LeastHeadlineWords = 4;

    private const WordClass AnyClass = ~WordClass.None;

    private readonly TokenView _view;
    private readonly NameTables _tables = NameTables.English;
    private readonly HashSet<string> _seenSmall = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenInside = new(StringComparer.Ordinal);
    private readonly bool[] _headlineCase;

    /// <summary>Reads the report's habits. Linear in the number of tokens.</summary>
    public CapitalRuns(TokenView view)
    {
        _view = view;
        _headlineCase = new bool[view.Sentences.Count];
        Gather();
    }

    /// <summary>For each sentence: true where (nearly) every word has a capital, so that capitals tell nothing.</summary>
    public bool[] HeadlineCase => _headlineCase;

    /// <summary>True where the report writes the folded word small somewhere.</summary>
    public bool IsSeenSmall(string word) => _seenSmall.Contains(word);

    /// <summary>The runs of a sentence as first token and the token after the last.</summary>
    public IEnumerable<(int First, int End)> In(Sentence sentence)
    {
        int end = sentence.FirstToken + sentence.TokenCount;
        int i = sentence.FirstToken;
        while (i < end)
        {
            if (!MayStart(i, sentence))
            {
                i++;
                continue;
            }
            int stop = EndOfRun(i, end);
            yield return (i, stop);
            i = Math.Max(stop, i + 1);
        }
    }

    // Which words the report writes small, and which it writes with a capital where no sentence begins.
    private void Gather()
    {
        for (int s = 0; s < _view.Sentences.Count; s++)
        {
            Sentence sentence = _view.Sentences[s];
            int capitals = 0, small = 0;
            for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                if (!_view.IsWord(i) || _view.Is(i, ~WordClass.Time))
                    continue;
                if (_view.IsCapitalised(i))
                    capitals++;
                else
                    small++;
            }
            bool body = _view.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Body;
            _headlineCase[s] = body ? capitals >= LeastHeadlineWords && small == 0 : small * 2 <= capitals;
            if (_headlineCase[s])
                continue;
            for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                if (!_view.IsWord(i))
                    continue;
                if (!_view.IsCapitalised(i))
                    _seenSmall.Add(_view.Stem(i));
                else if (!OpensClause(i, sentence))
                    _seenInside.Add(_view.Stem(i));
            }
        }
    }

    private bool MayStart(int i, Sentence sentence)
    {
        if (!_view.IsCapitalised(i) || _view.Folded(i).Length == 0 || IsCompoundAdjective(i))
            return false;
        bool opens = OpensClause(i, sentence);
        bool nextCapital = i + 1 < _view.Count && _view.IsCapitalised(i + 1) && _view.FollowsGap(i + 1) && !_view.IsPossessive(i);
        string word = _view.Stem(i);
        // "April Dale", "Will Dale": a closed-class word that is a first name as well, before a surname.
        bool firstName = nextCapital && _tables.GenderOf(word) is not null && !_view.Is(i + 1, AnyClass);
        if (_view.Is(i, WordClass.Time))
            return firstName && !_view.Is(i, WordClass.Weekday) && !(i > 0 && _view.Is(i - 1, WordClass.TimeOpener));
        if (_view.Is(i, ~WordClass.Time))
            return (firstName && !opens) || word == "us" && _view.WordSpan(i).Over(_view.Text) is "US";
        if (word.Length == 1 && !(i + 1 < _view.Count && _view.IsMark(i + 1, '.')))
            return false;
        if (!opens)
            return true;
        if (IsKnown(word) || _seenInside.Contains(word))
            return true;
        return nextCapital && !_seenSmall.Contains(word) && Vocabulary.English.CueOf(word) is null;
    }

    private bool IsKnown(string word) =>
        _tables.KindOfName(word) is not null || (_tables.GenderOf(word) is not null && !_seenSmall.Contains(word))
        || _tables.RoleOf(word) is not null || _tables.CountryOfAdjective(word) is not null;

    private bool OpensClause(int i, Sentence sentence) =>
        i == sentence.FirstToken || (!_view.IsWord(i - 1) && _view.Tokens[i - 1].Kind != TokenKind.Number && _view.First(i - 1) is not (',' or '(' or '-' or '–' or '—' or '&' or '/' or '.'))
        || (_view.IsMark(i - 1, '.') && _view.FollowsGap(i) && !IsInitialBefore(i));

    private bool IsInitialBefore(int i)
    {
        if (i < 2 || !_view.IsWord(i - 2))
            return false;
        return _view.Folded(i - 2).Length == 1 || Vocabulary.English.IsAbbreviation(_view.Folded(i - 2));
    }

    /// <summary>True for "US-led", "Russian-Chinese": a compound that says of what kind, no name.</summary>
    public bool IsCompoundAdjective(int i)
    {
        string word = _view.Stem(i);
        int hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0)
            return false;
        char after = _view.Text[_view.Tokens[i].Span.Start + hyphen + 1];
        return char.IsLower(after) || _tables.CountryOf(word[..hyphen]) is not null || _tables.CountryOfAdjective(word[..hyphen]) is not null;
    }

    private int EndOfRun(int start, int end)
    {
        int i = start;
        int keyed = -1;
        while (i < end && i - start < LongestRun)
        {
            int title = TitleAt(i, end);
            if (title > 1 && !_view.IsPossessive(i + title - 1))
            {
                i += title;
                if (i < end && _view.IsMark(i, '.') && !_view.FollowsGap(i))
                    i++;
            }
            else
            {
                if (_tables.KindByWord(_view.Stem(i)) is not null)
                    keyed = i;
                bool initial = i + 1 < end && _view.IsMark(i + 1, '.') && !_view.FollowsGap(i + 1)
                    && (_view.Folded(i).Length == 1 || Vocabulary.English.IsAbbreviation(_view.Folded(i)));
                bool possessive = _view.IsPossessive(i);
                i += initial ? 2 : 1;
                if (possessive && !OwnsBody(start, ref i, end))
                    break;
            }
            if (i >= end || _view.StretchOf(i) != _view.StretchOf(start))
                break;
            if (Continues(i))
                continue;
            int skip = Connector(i, end, keyed == i - 1);
            if (skip == 0)
                break;
            i += skip;
        }
        return i;
    }

    // "Teachers’ Union", "People’s Party": people who own a body give it its name; "Smith’s Party" is two names.
    private bool OwnsBody(int start, ref int next, int end)
    {
        int owner = next - 1;
        int body = owner + 1 < end && !_view.IsWord(owner + 1) ? owner + 2 : owner + 1;
        string word = _view.Stem(owner);
        bool people = Vocabulary.English.IsPeopleNoun(word) || (body > owner + 1 && owner == start && _tables.CountryOfAdjective(word) is null && _tables.KindOfName(word) is null);
        if (!people || body >= end || !_view.IsCapitalised(body) || _tables.KindByWord(_view.Stem(body)) != 'o')
            return false;
        next = body;
        return true;
    }

    private bool Continues(int i) =>
        _view.IsCapitalised(i) && !_view.Is(i, ~(WordClass.Time | WordClass.Modal | WordClass.Auxiliary)) && !IsCompoundAdjective(i)
        && !(_view.Is(i, WordClass.Time) && (_view.Is(i, WordClass.Weekday) || _tables.GenderOf(_view.Stem(i)) is null));

    // What may stand small inside a name: "de", "of" after a word such as "Ministry", "&".
    private int Connector(int i, int end, bool afterKey)
    {
        bool CapitalAt(int k) => k < end && _view.IsCapitalised(k) && !_view.Is(k, ~(WordClass.Time | WordClass.Determiner));
        if (_view.IsMark(i, '&') && CapitalAt(i + 1))
            return 1;
        string word = _view.Folded(i);
        if (_tables.IsParticle(word) && CapitalAt(i + 1))
            return 1;
        if (!afterKey || !_view.Is(i, WordClass.InName))
            return 0;
        if (CapitalAt(i + 1))
            return 1;
        return i + 2 < end && _view.Is(i + 1, WordClass.Definite) && CapitalAt(i + 2) ? 2 : 0;
    }

    /// <summary>The number of tokens of the longest title that starts at the token, 0 for none.</summary>
    public int TitleAt(int i, int end)
    {
        if (i >= end || !_view.IsWord(i))
            return 0;
        string words = _view.Folded(i);
        int best = _tables.RoleOf(words) is not null ? 1 : 0;
        if (!_tables.OpensLongRole(words))
            return best;
        for (int n = 2; n <= _tables.LongestTitle && i + n <= end && _view.IsWord(i + n - 1); n++)
        {
            words += " " + _view.Folded(i + n - 1);
            if (_tables.RoleOf(words) is not null)
                best = n;
        }
        return best;
    }

    /// <summary>The first token of the title that ends before the token, which it returns where none does: "president Dale", "the Norwegian foreign minister Kari Moen".</summary>
    /// <param name="start">The first token of a name.</param>
    /// <param name="sentence">The first token of its sentence.</param>
    public int TitleEnding(int start, int sentence)
    {
        int best = start;
        if (start <= sentence || !_tables.ClosesRole(_view.Folded(start - 1)))
            return start;
        string words = "";
        for (int n = 1; n <= _tables.LongestTitle && start - n >= sentence && _view.IsWord(start - n); n++)
        {
            if (_view.StretchOf(start - n) != _view.StretchOf(start))
                break;
            words = n == 1 ? _view.Folded(start - 1) : _view.Folded(start - n) + " " + words;
            if (_tables.RoleOf(words) is not null)
                best = start - n;
        }
        if (best == start)
            return start;
        while (best > sentence && _view.IsWord(best - 1)
            && (_tables.IsTitleWord(_view.Folded(best - 1)) || _tables.CountryOfAdjective(_view.Folded(best - 1)) is not null
                || (_tables.CountryOf(_view.Folded(best - 1)) is not null && !_view.IsPossessive(best - 1))))
            best--;
        return best;
    }
}
