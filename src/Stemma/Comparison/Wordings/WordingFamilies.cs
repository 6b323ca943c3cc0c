using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>Joins quotations to families, the surest links first, and keeps apart what one report or one speaker tells apart.</summary>
internal sealed class WordingFamilies
{
    /// <summary>Pairs that are looked at before two families are joined; in larger families the first ones stand for the rest.</summary>
    private const int MostChecks = 400;

    private readonly QuotationView[] _views;
    private readonly Lexicon _lexicon;
    private readonly WordingShapes _shapes;
    private readonly TextKinship _kinship;
    private readonly int[] _family;
    private readonly List<int>[] _members;
    private readonly IReadOnlyDictionary<(int A, int B), UtteranceMatch> _links;
    private readonly HashSet<(int Parent, int Child)> _taken;
    private readonly FirstWording _first;
    private readonly SortedDictionary<int, int> _headlines = [];
    private readonly HashSet<int> _children;

    // Families that were not joined, with the sizes they had then: nothing to judge anew before one has grown.
    private readonly Dictionary<(int, int), (int, int)> _refused = [];

    /// <summary>Begins with each quotation by itself.</summary>
    /// <param name="views">The quotations, earliest first.</param>
    /// <param name="links">The pairs that are one utterance, the earlier one first.</param>
    /// <param name="taken">Which report took text from which.</param>
    /// <param name="kinship">Between which reports text went.</param>
    /// <param name="shapes">What their alignments amount to.</param>
    /// <param name="lexicon">The words of the language.</param>
    public WordingFamilies(QuotationView[] views, IReadOnlyDictionary<(int A, int B), UtteranceMatch> links, IReadOnlyList<(int Parent, int Child)> taken, TextKinship kinship, WordingShapes shapes, Lexicon lexicon)
    {
        (_views, _links, _kinship, _shapes, _lexicon) = (views, links, kinship, shapes, lexicon);
        _first = new FirstWording(views, taken);
        (_taken, _children) = ([.. taken], [.. taken.Select(t => t.Child)]);
        _family = [.. Enumerable.Range(0, views.Length)];
        _members = [.. Enumerable.Range(0, views.Length).Select(i => new List<int> { i })];
    }

    /// <summary>Joins the families of two quotations, unless they hold quotations that are known to differ.</summary>
    public void Join(int a, int b)
    {
        int x = _family[a], y = _family[b];
        (int, int) sizes = (_members[Math.Min(x, y)].Count, _members[Math.Max(x, y)].Count);
        if (x == y || (_refused.TryGetValue((Math.Min(x, y), Math.Max(x, y)), out (int, int) then) && then == sizes))
            return;
        if (!MayJoin(_members[x], _members[y]))
        {
            _refused[(Math.Min(x, y), Math.Max(x, y))] = sizes;
            return;
        }
        if (_members[x].Count < _members[y].Count)
            (x, y) = (y, x);
        foreach (int member in _members[y])
            _family[member] = x;
        _members[x].AddRange(_members[y]);
        _members[y].Clear();
    }

    /// <summary>True where a quotation has no family yet.</summary>
    public bool IsAlone(int quotation) => _members[_family[quotation]].Count == 1;

    /// <summary>Adds words of a headline to the family of the quotation that they are cut from.</summary>
    public void AddHeadline(int quotation, int headline) => _headlines[headline] = quotation;

    // One report that gives two utterances keeps them apart; so do speakers, and statements of reports that have no text from
    // one another, where more pairs differ in them than agree.
    private bool MayJoin(List<int> x, List<int> y)
    {
        int checks = 0, different = 0, same = 0, links = 0, others = 0;
        foreach (int a in x)
        {
            foreach (int b in y)
            {
                if (++checks > MostChecks)
                    return different <= same && (others == 0 || others < links);
                if (_links.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out UtteranceMatch match))
                {
                    same++;
                    links += match.IsWhole ? 1 : 0;
                    continue;
                }
                if (_views[a].Quote.Report == _views[b].Quote.Report && UtteranceMatch.AreKeptApart(_views[a], _views[b], _shapes))
                    return false;
                TextRelation texts = _kinship.Between(_views[a].Quote.Report, _views[b].Quote.Report);
                SpeakerRelation relation = Speakers.Compare(_views[a].Quote, _views[b].Quote, texts);
                different += relation == SpeakerRelation.Different ? 1 : 0;
                same += relation == SpeakerRelation.Same ? 1 : 0;
                if (texts == TextRelation.Apart && UtteranceMatch.AreLikeButOther(Shape(a, b)))
                    others++;
            }
        }
        return different <= same && (others == 0 || others < links);
    }

    /// <summary>In words: what is so short is often a name or a label that recurs; that a copy repeats it tells nothing, only that it was changed, or that another has it of its own.</summary>
    /// <remarks>Four of five marked strings in US political news that are no quotation have three words or fewer. Look at pair precision on newstree when it changes.</remarks>
    private const int LongestLabel = 2;

    /// <summary>The families of two or more.</summary>
    public IReadOnlyList<Wording> Wordings() =>
        [.. _members.Where(m => m.Count > 0).Select(WithHeadlines).Where(m => m.Length > 1).OrderBy(m => m[0]).Select(ToWording)];

    private int[] WithHeadlines(List<int> members)
    {
        _byQuotation ??= _headlines.ToLookup(h => h.Value, h => h.Key);
        int[] told = members.Count > 1 ? Told(members) : [.. members];
        int[] headlines = [.. told.SelectMany(m => _byQuotation[m])];
        return headlines.Length == 0 ? told : [.. told.Concat(headlines).Order()];
    }

    private ILookup<int, int>? _byQuotation;

    // All of a family; of labels those that are the first of their wording in one line of texts.
    private int[] Told(List<int> members)
    {
        int[] ordered = [.. members.Order()];
        if (ordered.Min(m => _views[m].Words.Length) > LongestLabel || ordered.Max(m => _views[m].Words.Length) > LongestLabel + 1)
            return ordered;
        var told = new List<int>();
        foreach (IEnumerable<int> same in ordered.GroupBy(m => string.Join(' ', _views[m].Words.Select(w => w.Form)), StringComparer.Ordinal))
        {
            var first = new List<int>();
            foreach (int member in same)
            {
                if (first.Count < MostLabels && !first.Exists(f => _kinship.Between(_views[f].Quote.Report, _views[member].Quote.Report) == TextRelation.Kin))
                    first.Add(member);
            }
            told.AddRange(first);
        }
        return [.. told.Order()];
    }

    /// <summary>Of one label: enough to see that several reports have it of their own.</summary>
    private const int MostLabels = 50;

    private Wording ToWording(int[] members)
    {
        var pairs = new List<ChangedWording>(members.Length - 1);
        for (int i = 1; i < members.Length; i++)
            pairs.Add(Change(_headlines.TryGetValue(members[i], out int source) ? source : NearestBefore(members, i), members[i]));
        string? speaker = members.Select(m => _views[m].Quote).Where(q => q.SpeakerName is not null)
            .OrderByDescending(q => q.SpeakerId is not null).ThenByDescending(q => q.SpeakerName!.Length).ThenBy(q => q.SpeakerName, StringComparer.Ordinal).FirstOrDefault()?.SpeakerName;
        return new Wording(speaker, [.. members.Select(m => _views[m].Quote.Index)], pairs)
        {
            Earliest = _first.Of([.. members.Where(m => !_headlines.ContainsKey(m))]),
        };
    }

    /// <summary>What a wording of a report's own parent is ahead of others, where 2 is all words in common; the same words in another report are ahead of it.</summary>
    private const double Parent = .5;

    // The earlier wording with the most in common both ways, preferably a parent's; of equals the earliest.
    private int NearestBefore(int[] members, int index)
    {
        int best = members[0];
        double bestScore = -1;
        bool hasParent = _children.Contains(_views[members[index]].Quote.Report);
        for (int i = Math.Max(0, index - MostChecks); i < index; i++)
        {
            if (_headlines.ContainsKey(members[i]))
                continue;
            AlignmentShape shape = Shape(members[i], members[index]);
            bool parent = _taken.Contains((_views[members[i]].Quote.Report, _views[members[index]].Quote.Report));
            double score = (shape.IsIdentical ? 3 : shape.Containment + shape.Likeness) + (_links.ContainsKey((members[i], members[index])) ? 1 : 0) + (parent ? Parent : 0);
            if (score > bestScore)
                (best, bestScore) = (members[i], score);
            if (shape.IsIdentical && (parent || !hasParent))
                break;
        }
        return best;
    }

    private AlignmentShape Shape(int a, int b) => _shapes.Of(_views[a], _views[b]);

    private ChangedWording Change(int a, int b)
    {
        QuotationView left = _views[a], right = _views[b];
        // Most copies repeat a quotation to the letter.
        IReadOnlyList<WordEdit> edits = left.Quote.Quotation.Span.Over(left.Quote.Source.Text).SequenceEqual(right.Quote.Quotation.Span.Over(right.Quote.Source.Text)) ? []
            : WordEdits.Between(SideOf(left), SideOf(right), WordAlignment.Of(left.Words, right.Words, _lexicon), _lexicon, MeaningsOf(left));
        WordingChange change = WordEdits.Classify(edits, left.Words, right.Words);
        bool two = Speakers.AreSurelyTwo(left.Quote, right.Quote);
        if (right.IsHeadline && change is WordingChange.Same or WordingChange.Cut && !left.IsHeadline)
            change = WordingChange.Headline;
        else if (two && change == WordingChange.Same)
            change = WordingChange.Reattributed;
        IReadOnlyList<string> reasons = _headlines.ContainsKey(b) ? [left.Quote.Report == right.Quote.Report ? "the headline has words of a quotation below it" : "the headline has words that another report quotes"]
            : _links.TryGetValue((a, b), out UtteranceMatch match) ? match.Reasons : ["each is a wording of a third"];
        return new ChangedWording(left.Quote.Index, right.Quote.Index, change, edits, reasons) { Speakers = two ? [left.Quote.SpeakerName!, right.Quote.SpeakerName!] : [] };
    }

    private static WordingSide SideOf(QuotationView view) => new(view.Quote.Source, view.Quote.Quotation.Span, view.Words, MeaningsOf(view));

    private static MeaningWords MeaningsOf(QuotationView view) => MeaningWords.For(view.Quote.Source.Report.Language);
}
