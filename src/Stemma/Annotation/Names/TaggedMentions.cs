using Stemma.Annotation.Chains;
using Stemma.Annotation.NameTagging;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Brings together what the tagger finds and what capitals and tables show: the tagger's names, each with its title, and the others where the tagger has none.</summary>
internal sealed class TaggedMentions(TokenView view, CapitalRuns runs, UniversalTag[] tags)
{
    private readonly NameTables _tables = NameTables.English;
    private readonly UniversalTag[] _tags = tags;

    /// <summary>The mentions in text order.</summary>
    /// <param name="tagged">What the tagger found, in text order.</param>
    /// <param name="ruled">What the rules found, in text order, each with its first token and the token behind its last.</param>
    /// <param name="doubtful">Where the rules alone found something that nothing shows to be a name.</param>
    public List<NameMention> Join(List<TaggedName> tagged, List<(int First, int End, NameMention Mention)> ruled, out HashSet<TextSpan> doubtful)
    {
        doubtful = [];
        tagged = WithoutLoneTitles([.. tagged.Select(Whole)]);
        var joined = new List<NameMention>(ruled.Count);
        int r = 0, t = 0;
        while (t < tagged.Count || r < ruled.Count)
        {
            if (t < tagged.Count && IsHeadline(tagged[t]))
            {
                t++;
            }
            else if (t == tagged.Count || (r < ruled.Count && ruled[r].End <= tagged[t].First))
            {
                NameMention alone = Alone(ruled[r++]);
                if (alone.Kind == NameKind.Other)
                    doubtful.Add(alone.Span);
                joined.Add(alone);
            }
            else if (r < ruled.Count && ruled[r].First < tagged[t].End && Prevails(ruled[r], tagged[t]))
            {
                joined.Add(ruled[r].Mention);
                for (; t < tagged.Count && tagged[t].First < ruled[r].End; t++)
                {
                }
                r++;
            }
            else
            {
                bool same = r < ruled.Count && ruled[r].First == tagged[t].First && ruled[r].End == tagged[t].End;
                if ((same ? ruled[r].Mention with { Kind = tagged[t].Kind } : Mention(tagged[t])) is { } mention)
                    joined.Add(mention);
                for (; r < ruled.Count && ruled[r].First < tagged[t].End; r++)
                {
                }
                t++;
            }
        }
        return joined;
    }

    // A title alone names nobody, but "Bishop" where a longer name of the report ends so or another title stands before it.
    private List<TaggedName> WithoutLoneTitles(List<TaggedName> names)
    {
        HashSet<string> surnames = [.. names.Where(n => n.Kind == NameKind.Person && n.End - n.First > 1).Select(n => view.Stem(n.End - 1))];
        bool IsLoneTitle(TaggedName name) =>
            runs.TitleAt(name.First, name.End) == name.End - name.First
            && (name.End - name.First > 1 || (!surnames.Contains(view.Stem(name.First)) && TitleBefore(name.First) is null));
        return names.FindAll(n => n.Kind != NameKind.Person || !IsLoneTitle(n));
    }

    // A title shows a person, and a body that owners have part of its name ("Millers’ Union") is in the tables, where the tagger may err.
    private bool Prevails((int First, int End, NameMention Mention) ruled, TaggedName tagged)
    {
        if (ruled.Mention.Title is not null && ruled.Mention.Kind == NameKind.Person)
            return tagged.Kind != NameKind.Person || tagged.End <= ruled.End;
        bool longer = ruled.First <= tagged.First && ruled.End >= tagged.End && ruled.End - ruled.First > tagged.End - tagged.First;
        return longer && ruled.Mention.Kind == NameKind.Organisation && _tables.KindByWord(view.Stem(ruled.End - 1)) == 'o';
    }

    // In a line of capitals, words that a dictionary has as more than names are no part of one.
    private bool IsHeadline(TaggedName name)
    {
        int sentence = view.SentenceOf(name.First);
        if (!runs.HeadlineCase[sentence] || view.Sentences[sentence].TokenCount < LeastHeadline)
            return false;
        for (int i = name.First; i < name.End; i++)
        {
            if (view.IsWord(i) && (PartOfSpeechTagger.English.KindsOf(view.Stem(i)) & ~(FormKinds.Proper | FormKinds.Capitalised | FormKinds.Abbreviation)) != FormKinds.None)
                return true;
        }
        return false;
    }

    /// <summary>In tokens: shorter lines of capitals are signatures and headings of a name alone.</summary>
    private const int LeastHeadline = 4;

    // Where the tagger sees no name, only a title or a table shows what one names.
    private NameMention Alone((int First, int End, NameMention Mention) ruled)
    {
        NameMention mention = ruled.Mention;
        bool shown = mention.Kind == NameKind.Place || mention.Title is not null
            || (mention.Kind == NameKind.Organisation && (_tables.KindOfName(Vocabulary.Fold(mention.Span.Over(view.Text))) is not null || (ruled.End - ruled.First > 1 && ShowsBody(ruled.First, ruled.End))));
        return shown ? mention : mention with { Kind = NameKind.Other };
    }

    private bool ShowsBody(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_tables.KindByWord(view.Stem(i)) == 'o')
                return true;
        }
        return false;
    }

    private NameMention? Mention(TaggedName name)
    {
        int first = name.First;
        // "Norwegian-built" says of what kind.
        if (name.End - first == 1 && runs.IsCompoundAdjective(first))
            return null;
        if (name.Kind == NameKind.Other)
            first = runs.TitleAt(first, name.End) == name.End - first || runs.IsCompoundAdjective(first) ? name.End : BehindPeople(first, name.End);
        else if (name.Kind == NameKind.Person)
            first = BehindTitle(first, name.End);
        if (first == name.End)
            return null;
        var span = new TextSpan(view.Tokens[first].Span.Start, view.WordSpan(name.End - 1).End);
        return new NameMention(span, name.Kind, name.Kind == NameKind.Person ? TitleBefore(first) : null);
    }

    // Without the word that opens a sentence before a name ("Later Robert Holm") and the stop behind it; with a person's initials before it and "Jr" behind.
    private TaggedName Whole(TaggedName name)
    {
        (int first, int end) = (name.First, name.End);
        int sentence = view.Sentences[view.SentenceOf(first)].FirstToken;
        if (first == sentence && first + 1 < end && Opens(first) && !view.IsMark(first + 1, '.'))
            first++;
        if (name.Kind == NameKind.Person)
        {
            while (first - 2 >= sentence && view.IsMark(first - 1, '.') && view.Folded(first - 2).Length == 1 && view.IsCapitalised(first - 2))
                first -= 2;
            int suffix = end < view.Count && view.IsMark(end, ',') ? end + 1 : end;
            if (suffix < view.Count && view.SentenceOf(suffix) == view.SentenceOf(first) && view.IsCapitalised(suffix) && NameParts.English.IsSuffix(view.Folded(suffix)))
                end = suffix + 1;
        }
        // A stop belongs to an initial alone.
        while (end - 1 > first && view.IsMark(end - 1, '.') && view.Folded(end - 2).Length != 1)
            end--;
        return name with { First = first, End = end };
    }

    private bool Opens(int token) =>
        _tags[token] is UniversalTag.Adv or UniversalTag.Adp or UniversalTag.Pron or UniversalTag.Det or UniversalTag.Sconj or UniversalTag.Cconj or UniversalTag.Aux or UniversalTag.Part or UniversalTag.Intj;

    // A people's name is no name of a thing: "Norwegian".
    private int BehindPeople(int first, int end)
    {
        while (first < end && _tables.CountryOfAdjective(view.Stem(first)) is not null && _tables.CountryOf(view.Stem(first)) is null)
            first++;
        return first;
    }

    private int BehindTitle(int first, int end)
    {
        for (int title; first < end && (title = runs.TitleAt(first, end)) > 0 && first + title < end;)
        {
            first += title;
            if (view.IsMark(first, '.') && first + 1 < end)
                first++;
        }
        return first;
    }

    private TextSpan? TitleBefore(int start)
    {
        int sentence = view.Sentences[view.SentenceOf(start)].FirstToken;
        int end = start;
        if (end - 1 > sentence && view.IsMark(end - 1, '.') && _tables.RoleOf(view.Folded(end - 2)) is not null)
            end--;
        int best = runs.TitleEnding(end, sentence);
        return best == end ? null : new TextSpan(view.Tokens[best].Span.Start, view.Tokens[start - 1].Span.End);
    }
}
