using Stemma.Annotation.NameTagging;
using Stemma.Annotation.Tagging;
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
    private readonly List<(int First, int End, NameMention Mention)> _found = [];

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
        UniversalTag[] tags = TokenTags.Of(view);
        List<TaggedName> tagged = new NameTagger(NameModel.English).Find(view, tags);
        List<NameMention> joined = new TaggedMentions(view, finder._runs, tags).Join(tagged, finder._found, out HashSet<TextSpan> doubtful);
        List<NameMention> settled = NameKinds.Settle(view.Text, joined, doubtful);
        // Words of a dictionary that neither the tagger nor another place of the report takes for a name are none.
        settled.RemoveAll(m => m.Kind == NameKind.Other && doubtful.Contains(m.Span) && !Vocabulary.Fold(m.Span.Over(view.Text)).Split(' ').Any(NameKinds.MayBeFirstName));
        List<NameMention> shown = HeadlineNames.Find(view, finder._runs.HeadlineCase, settled);
        int h = 0;
        settled.RemoveAll(m =>
        {
            while (h < shown.Count && shown[h].Span.End <= m.Span.Start)
                h++;
            return h < shown.Count && shown[h].Span.Start < m.Span.End;
        });
        settled.AddRange(shown);
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
        int titleStart = titled ? start : _runs.TitleEnding(start, sentence.FirstToken);
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
        _found.Add((name, last, new NameMention(span, _kinds.Of(name, last, titleSpan is not null, keyFollows), titleSpan)));
    }
}
