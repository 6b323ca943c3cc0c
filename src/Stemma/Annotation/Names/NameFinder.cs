using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Finds the places where a report names somebody or something, by capitals and tables.</summary>
internal sealed class NameFinder
{
    private readonly TokenView _view;
    private readonly NameTables _tables = NameTables.English;
    private readonly CapitalRuns _runs;
    private readonly NameKindGuess _kinds;
    private readonly List<NameMention> _found = [];

    private NameFinder(TokenView view)
    {
        _view = view;
        _runs = new CapitalRuns(view);
        _kinds = new NameKindGuess(view, _runs);
    }

    /// <summary>The mentions in text order. Linear in the number of tokens.</summary>
    public static IReadOnlyList<NameMention> Find(TokenView view)
    {
        var finder = new NameFinder(view);
        for (int s = 0; s < view.Sentences.Count; s++)
        {
            if (finder._runs.HeadlineCase[s])
                continue;
            foreach ((int first, int end) in finder._runs.In(view.Sentences[s]))
                finder.AddRun(first, end, view.Sentences[s]);
        }
        List<NameMention> settled = NameKinds.Settle(view.Text, finder._found);
        settled.AddRange(HeadlineNames.Find(view, finder._runs.HeadlineCase, settled));
        settled.Sort((a, b) => a.Span.CompareTo(b.Span));
        return settled;
    }

    private void AddRun(int start, int end, Sentence sentence)
    {
        // The title that stands last in the run parts it: all before is title, all after is the name.
        int name = start;
        for (int i = start; i < end; i++)
        {
            int title = _runs.TitleAt(i, end);
            if (title == 0)
                continue;
            int after = i + title;
            if (after < end && _view.IsMark(after, '.'))
                after++;
            if (after >= end && i > start && _kinds.ShowsOrganisation(start, i))
                break;
            if (after < end && _kinds.ShowsOrganisation(after, end))
                break;
            name = after;
            i = after - 1;
        }
        bool titled = name > start;
        int titleStart = titled ? start : TitleBefore(start, sentence);
        titled |= titleStart < start;
        if (!titled)
        {
            // "Norwegian Kari": a people's name before a name belongs to neither a person nor a place.
            bool known = _tables.KindOfName(_kinds.Joined(start, end)) is not null;
            while (!known && name < end && _tables.CountryOfAdjective(_view.Stem(name)) is not null && _tables.CountryOf(_view.Stem(name)) is null && !_kinds.ShowsOrganisation(name, end))
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
        _found.Add(new NameMention(span, _kinds.Of(name, last, titleSpan is not null, keyFollows), titleSpan));
    }

    // "president Dale", "the Norwegian foreign minister Kari Moen": a title written small.
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
}
