using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Finds the places where a report names somebody or something, by capitals and tables.</summary>
internal sealed class NameFinder
{
    /// <summary>In tokens: longer runs of capitals are headlines, lists or noise, and are cut here.</summary>
    private const int LongestRun = 12;

    private const WordClass AnyClass = ~WordClass.None;

    private readonly TokenView _view;
    private readonly NameTables _tables = NameTables.English;
    private readonly HashSet<string> _seenSmall = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenInside = new(StringComparer.Ordinal);
    private readonly bool[] _headlineCase;
    private readonly List<NameMention> _found = [];

    private NameFinder(TokenView view)
    {
        _view = view;
        _headlineCase = new bool[view.Sentences.Count];
    }

    /// <summary>The mentions in text order. Linear in the number of tokens.</summary>
    public static IReadOnlyList<NameMention> Find(TokenView view)
    {
        var finder = new NameFinder(view);
        finder.Gather();
        for (int s = 0; s < view.Sentences.Count; s++)
        {
            if (!finder._headlineCase[s])
                finder.FindIn(view.Sentences[s]);
        }
        List<NameMention> settled = NameKinds.Settle(view.Text, finder._found);
        settled.AddRange(HeadlineNames.Find(view, finder._headlineCase, settled));
        settled.Sort((a, b) => a.Span.CompareTo(b.Span));
        return settled;
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

    private void FindIn(Sentence sentence)
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
            AddRun(i, stop, sentence);
            i = Math.Max(stop, i + 1);
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

    // "US-led", "Russian-Chinese": a compound that says of what kind, no name.
    private bool IsCompoundAdjective(int i)
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
                if (possessive)
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

    // The number of tokens of the longest title that starts here.
    private int TitleAt(int i, int end)
    {
        int best = 0;
        string words = "";
        for (int n = 1; n <= _tables.LongestTitle && i + n <= end && _view.IsWord(i + n - 1); n++)
        {
            words = n == 1 ? _view.Folded(i) : words + " " + _view.Folded(i + n - 1);
            if (_tables.RoleOf(words) is not null)
                best = n;
        }
        return best;
    }

    private void AddRun(int start, int end, Sentence sentence)
    {
        // The title that stands last in the run parts it: all before is title, all after is the name.
        int name = start;
        for (int i = start; i < end; i++)
        {
            int title = TitleAt(i, end);
            if (title == 0)
                continue;
            int after = i + title;
            if (after < end && _view.IsMark(after, '.'))
                after++;
            if (after >= end && i > start && ShowsOrganisation(start, i))
                break;
            if (after < end && ShowsOrganisation(after, end))
                break;
            name = after;
            i = after - 1;
        }
        bool titled = name > start;
        int titleStart = titled ? start : TitleBefore(start, sentence);
        titled |= titleStart < start;
        if (!titled)
        {
            // "Russian Vladimir": a people's name before a name belongs to neither a person nor a place.
            bool known = _tables.KindOfName(Joined(start, end)) is not null;
            while (!known && name < end && _tables.CountryOfAdjective(_view.Stem(name)) is not null && _tables.CountryOf(_view.Stem(name)) is null && !ShowsOrganisation(name, end))
                name++;
        }
        while (name < end && !_view.IsWord(name))
            name++;
        int last = end;
        while (last > name && !_view.IsWord(last - 1) && !(_view.IsMark(last - 1, '.') && _view.Folded(last - 2).Length == 1))
            last--;
        if (name >= last)
            return;
        var span = new TextSpan(_view.Tokens[name].Span.Start, _view.WordSpan(last - 1).End);
        var titleSpan = titled && titleStart < name ? new TextSpan(_view.Tokens[titleStart].Span.Start, _view.Tokens[name - 1].Span.End) : (TextSpan?)null;
        bool keyFollows = last < sentence.FirstToken + sentence.TokenCount && !_view.IsPossessive(last - 1)
            && _tables.KindByWord(_view.Folded(last)) == 'p';
        _found.Add(new NameMention(span, KindOf(name, last, titleSpan is not null, keyFollows), titleSpan));
    }

    private string Joined(int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Where(_view.IsWord).Select(_view.Stem));

    private bool ShowsOrganisation(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_tables.KindByWord(_view.Stem(i)) is 'o' or 'x')
                return true;
        }
        return false;
    }

    // "president Putin", "the Ukrainian foreign minister Dmytro Kuleba": a title written small.
    private int TitleBefore(int start, Sentence sentence)
    {
        int best = start;
        for (int n = 1; n <= _tables.LongestTitle && start - n >= sentence.FirstToken && _view.IsWord(start - n); n++)
        {
            if (_view.StretchOf(start - n) != _view.StretchOf(start))
                break;
            string words = string.Join(' ', Enumerable.Range(start - n, n).Select(_view.Folded));
            if (_tables.RoleOf(words) is not null)
                best = start - n;
        }
        if (best == start)
            return start;
        while (best > sentence.FirstToken && _view.IsWord(best - 1)
            && (_tables.IsTitleWord(_view.Folded(best - 1)) || _tables.CountryOfAdjective(_view.Folded(best - 1)) is not null
                || (_tables.CountryOf(_view.Folded(best - 1)) is not null && !_view.IsPossessive(best - 1))))
            best--;
        return best;
    }

    private NameKind KindOf(int from, int to, bool titled, bool placeFollows)
    {
        if (_tables.KindOfName(Joined(from, to)) is { } known)
            return NameKinds.Named(known);
        for (int i = to - 1; i >= from; i--)
        {
            if (_tables.KindByWord(_view.Stem(i)) is { } key && !(titled && i == from))
                return NameKinds.Named(key);
        }
        if (titled)
            return NameKind.Person;
        if (_tables.KindOfName(_view.Stem(to - 1)) == 'p')
            return NameKind.Place;
        if (placeFollows)
            return NameKind.Place;
        int words = Enumerable.Range(from, to - from).Count(_view.IsWord);
        ReadOnlySpan<char> first = _view.WordSpan(from).Over(_view.Text);
        if (words == 1)
            return first.Length is >= 2 and <= 6 && !first.ContainsAnyInRange('a', 'z') ? NameKind.Organisation : NameKind.Other;
        bool afterThe = from > 0 && _view.Is(from - 1, WordClass.Definite);
        if (_tables.GenderOf(_view.Stem(from)) is not null && !afterThe)
            return NameKind.Person;
        return words <= 4 && !afterThe ? NameKind.Person : NameKind.Other;
    }

    /// <summary>Words: a body line with fewer capitals may be a short sentence of names.</summary>
    private const int LeastHeadlineWords = 4;
}
