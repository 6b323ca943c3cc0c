using Stemma.Comparison;
using Stemma.Comparison.Passages;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>What each possible link of a story costs, in bits: the text that must be written anew, and what dates, credits and headlines say.</summary>
internal sealed class LinkCosts
{
    // In bits, fitted with those of CopyCost; re-run "stemma eval lineage" when one changes.

    /// <summary>What a report without a source costs beside its words: one more origin.</summary>
    public const double Root = 11.3;

    /// <summary>What a lost text costs beside its words.</summary>
    public const double Lost = 13.5;

    /// <summary>What a second source costs.</summary>
    public const double Second = 2.1;

    /// <summary>The same where both sources go back to one origin: few editors put two versions of one text together.</summary>
    public const double SecondOfOneOrigin = 24;

    /// <summary>A source that is dated after its copy: pages that are updated later carry such dates, but few do.</summary>
    private const double LaterSource = 40;

    /// <summary>The same where one of the dates is inferred.</summary>
    private const double LaterByInference = 7.5;

    /// <summary>Each quoted sentence that the copy gives in other words than its source, where it does so again and again.</summary>
    private const double RewordedQuotation = 12;

    /// <summary>In quoted sentences, and as part of those that both have: fewer may be slips.</summary>
    private const int FewestReworded = 3;

    private const double RewordedShare = 0.4;

    /// <summary>
    /// A source that has text of a third report too, which neither the child has nor any text of the child has: it was rather
    /// put together from both than copied in part by the one and found again by the other.
    /// </summary>
    private const double SourcePutTogether = 1000;

    /// <summary>In words, and as part of the source: how much such text shows it.</summary>
    private const int ForeignWords = 25;

    private const double ForeignShare = 0.12;

    /// <summary>A report that says it has its text from the outlet of another report: all other sources cost so much more.</summary>
    private const double NamedSource = 15.5;

    /// <summary>A word of the headline that is not in the headline of the source, and at most.</summary>
    private const double TitleWord = 1;

    private const double MostTitle = 3;

    /// <summary>In bits: what each doubling of the time costs.</summary>
    private const double PerDoubling = 0.98;

    // In minutes: what is sooner tells no more; what is taken where it is not known; ten days, after which all is late.
    private const double ShortestLag = 10;

    private const double UsualLag = 240;

    private const double LongestLag = 14_400;

    /// <summary>The words that two reports must share at least for one to be the source of the other.</summary>
    private const int FewestWords = 14;

    /// <summary>The part of a report that must be in its source.</summary>
    private const double SmallestShare = 0.08;

    /// <summary>In words; a bound for hostile input.</summary>
    private const int LongestTitle = 60;

    private readonly IReadOnlyList<Report> _reports;
    private readonly WordLinks _links;
    private readonly StorySentences _sentences;
    private readonly WordingCosts _wordings;
    private readonly CopyCost _copying;
    private readonly int[] _rank;
    private readonly HashSet<string>[] _titles;
    private readonly int[] _titleOf;
    private readonly Dictionary<ulong, double> _titlePairs = [];
    private readonly Dictionary<ulong, double> _pairs = [];
    private readonly HashSet<(int Source, int Child)> _putTogether = [];

    public LinkCosts(IReadOnlyList<Report> reports, ComparedText[] texts, WordLinks links, StorySentences sentences, WordingCosts wordings)
    {
        _reports = reports;
        _links = links;
        _sentences = sentences;
        _wordings = wordings;
        _copying = new CopyCost(sentences, wordings);
        Credited = new CreditedSources(reports);
        _titles = [.. reports.Select(TitleWords)];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _titleOf = [.. reports.Select(r => numbers.TryAdd(r.Title ?? "", numbers.Count) ? numbers.Count - 1 : numbers[r.Title ?? ""])];
        int[] order = Chronology.Order(reports);
        _rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            _rank[order[i]] = i;
        Alone = [.. sentences.Outlines.Select(o => _copying.Alone(o) + Root + MostTitle)];
        var sources = new List<int>[reports.Count];
        for (int i = 0; i < sources.Length; i++)
            sources[i] = [];
        foreach ((int child, int source) in links.Pairs)
        {
            int shared = links.CountShared(child, source), words = texts[child].Words.Length;
            if (shared < FewestWords || shared < SmallestShare * words)
                continue;
            sources[child].Add(source);
        }
        for (int child = 0; child < sources.Length; child++)
        {
            foreach (int source in sources[child])
            {
                if (IsPutTogether(source, child, sources))
                    _putTogether.Add((source, child));
                _pairs.Add(PairKey.Of(source, child), Text(sentences.Outlines[source], null, child) + Beside(source, child));
            }
        }
        Sources = [.. sources.Select((s, child) => s.OrderBy(p => _pairs[PairKey.Of(p, child)]).ThenBy(p => _rank[p]).ToArray())];
    }

    /// <summary>How many reports there are.</summary>
    public int Count => _reports.Count;

    /// <summary>The possible sources of each report, cheapest first.</summary>
    public int[][] Sources { get; }

    /// <summary>What each report costs without a source.</summary>
    public double[] Alone { get; }

    /// <summary>Whom the reports credit.</summary>
    public CreditedSources Credited { get; }

    /// <summary>The place of a report in time, 0 for the earliest; undated ones come last.</summary>
    public int Rank(int report) => _rank[report];

    /// <summary>The reports by groups that share no text with each other, in order; a report by itself is one too.</summary>
    public IEnumerable<int[]> Groups()
    {
        var groups = new DisjointGroups(Count);
        for (int child = 0; child < Count; child++)
        {
            foreach (int source in Sources[child])
                groups.Join(child, source);
        }
        return Enumerable.Range(0, Count).GroupBy(groups.Find).Select(g => g.ToArray());
    }

    /// <summary>True where copied passages of the two can be shown.</summary>
    public bool ShareText(int x, int y) => _links.Share(x, y);

    /// <summary>What a report costs with the source; infinite where there can be no link.</summary>
    public double Between(int source, int child) => _pairs.GetValueOrDefault(PairKey.Of(source, child), double.PositiveInfinity);

    /// <summary>What the words of a lost text cost.</summary>
    public double Words(TextOutline text) => _copying.Alone(text);

    /// <summary>What it takes to write the text of a report from one or two texts.</summary>
    public double Text(TextOutline source, TextOutline? second, int child) => _copying.From(source, second, _sentences.Outlines[child]);

    /// <summary>What a source costs beside the text: its date, its headline, its name, and quotations that are worded again.</summary>
    public double Beside(int source, int child) => Beside(source, child, isSecond: false);

    /// <summary>The same; a second source gives no headline.</summary>
    public double Beside(int source, int child, bool isSecond)
    {
        double cost = Time(source, child) + Lag(_reports[source].Published?.Instant, child);
        cost += isSecond ? 0 : Title(source, child) + (Credited.NamesAny(child) && !Credited.Names(child, source) ? NamedSource : 0);

        cost += _putTogether.Contains((source, child)) ? SourcePutTogether : 0;

        // Among equals the earliest is taken.
        return cost + (RewordedQuotation * Reworded(source, child)) + (_rank[source] * 1e-6);
    }

    /// <summary>
    /// What the time from a source to its copy tells: most copies are made soon, and the longer it took the fewer there are (the
    /// volume of a phrase in the news falls about as the inverse of the time; Leskovec, Backstrom and Kleinberg 2009).
    /// Where a moment is not known the usual time is taken.
    /// </summary>
    public double Lag(DateTimeOffset? source, int child)
    {
        double minutes = source is { } from && _reports[child].Published?.Instant is { } to && to > from ? (to - from).TotalMinutes : UsualLag;
        return PerDoubling * Math.Log2(Math.Clamp(minutes, ShortestLag, LongestLag) / ShortestLag);
    }

    /// <summary>When the earliest of the reports was published, as far as moments are known.</summary>
    public DateTimeOffset? FirstOf(IEnumerable<int> reports) => reports.Min(r => _reports[r].Published?.Instant);

    /// <summary>What the headline of a report says against a source with that of another.</summary>
    public double Title(int source, int child)
    {
        ulong pair = PairKey.Of(_titleOf[source], _titleOf[child]);
        if (!_titlePairs.TryGetValue(pair, out double cost))
        {
            foreach (string word in _titles[child])
                cost += _titles[source].Contains(word) ? 0 : TitleWord;
            _titlePairs.Add(pair, cost = Math.Min(MostTitle, cost));
        }
        return cost;
    }

    /// <summary>How many quoted sentences the two word differently, where they do so again and again; else 0.</summary>
    public int Reworded(int x, int y) => Reworded(_sentences.Outlines[x], _sentences.Outlines[y], (_, _) => true);

    /// <summary>
    /// What it costs that a report words quotations of a lost text differently. Only those whose words are sure are counted:
    /// two other children have them the same way.
    /// </summary>
    public double RewordedFromLost(TextOutline lost, int child, IReadOnlyList<int> children) =>
        RewordedQuotation * Reworded(lost, _sentences.Outlines[child], (wording, sentence) => IsAttested(wording, sentence, child, children));

    private int Reworded(TextOutline source, TextOutline text, Func<int, int, bool> counts)
    {
        int both = 0, reworded = 0;
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            int sentence = text.Sentences[i], place = source.PlaceOf(sentence);
            if (place < 0 || !_wordings.BothQuote(source.Wordings[place], text.Wordings[i]))
                continue;
            both++;
            reworded += _wordings.AreReworded(source.Wordings[place], text.Wordings[i]) && counts(source.Wordings[place], sentence) ? 1 : 0;
        }
        return reworded >= FewestReworded && reworded >= RewordedShare * both ? reworded : 0;
    }

    private bool IsPutTogether(int source, int child, List<int>[] sources)
    {
        TextOutline text = _sentences.Outlines[source], part = _sentences.Outlines[child];
        int foreign = 0, words = 0;
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            int sentence = text.Sentences[i], length = _sentences.Length(text.Wordings[i]);
            words += length;
            if (part.PlaceOf(sentence) < 0 && !_sentences.IsPublic[sentence]
                && _sentences.Holders[sentence].Any(o => o != source && o != child && !ShareText(o, child) && MayHaveGiven(o, source, sources)))
                foreign += length;
        }
        return foreign >= ForeignWords && foreign >= ForeignShare * words;
    }

    // By the dates; where they do not tell, a report that is itself mixed of the report's text and another is none to take from.
    private bool MayHaveGiven(int other, int report, List<int>[] sources) => Chronology.Compare(_reports[other].Published, _reports[report].Published) switch
    {
        TimeOrder.Before => true,
        TimeOrder.After => false,
        _ => sources[other].All(y => y == report || ShareText(y, report)),
    };

    // Where the days overlap, the less likely the order is, the more it costs.
    private double Time(int source, int child) => Chronology.Compare(_reports[source].Published, _reports[child].Published) switch
    {
        TimeOrder.Before => 0,
        TimeOrder.After => IsStated(source) && IsStated(child) ? LaterSource : LaterByInference,
        _ => Math.Min(LaterByInference, -Math.Log2(Chronology.ChanceOfBefore(_reports[source].Published, _reports[child].Published))),
    };

    private bool IsStated(int report) => _reports[report].Published?.How is DateSource.Stated or DateSource.File;

    private bool IsAttested(int wording, int sentence, int child, IReadOnlyList<int> children)
    {
        int same = 0;
        foreach (int other in children)
        {
            int place = other == child ? -1 : _sentences.Outlines[other].PlaceOf(sentence);
            if (place >= 0 && !_wordings.AreReworded(wording, _sentences.Outlines[other].Wordings[place]))
                same++;
        }
        return same >= 2;
    }

    private static HashSet<string> TitleWords(Report report) => (report.Title ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(w => HouseStyle.Fold(w.AsSpan().Trim("“”\"'‘’.,:;!?()"))).Where(w => w.Length > 0).Take(LongestTitle).ToHashSet(StringComparer.Ordinal);
}
