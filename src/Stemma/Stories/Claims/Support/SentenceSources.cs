using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories.Lineage;
using Stemma.Stories.Timeline;

namespace Stemma.Stories.Claims.Support;

/// <summary>From which text a sentence was taken.</summary>
/// <param name="Node">The number of the report or lost dispatch, as <see cref="SentenceSources"/> numbers them.</param>
/// <param name="Passage">The index of the passage that shows it.</param>
/// <param name="Other">The report on the passage's other side: the source itself, or another report that has it from the lost dispatch.</param>
/// <param name="IsLinked">False where the lineage has no link between the two, so that it is not known which was first.</param>
internal readonly record struct SentenceSource(int Node, int Passage, int Other, bool IsLinked);

/// <summary>Finds for a sentence the text it was taken from: the lineage tells who took from whom, the passages which words.</summary>
/// <remarks>Nodes are the reports by their index, then the lost dispatches in the order of the lineage. Read-only once made.</remarks>
internal sealed class SentenceSources
{
    /// <summary>Part of a sentence that a passage must cover for the sentence to be the copied one.</summary>
    private const double MostOfSentence = .5;

    /// <summary>In stems of content: two writers may both come to a shorter sentence.</summary>
    private const int FewestStems = 4;

    private readonly IReadOnlyList<ClaimSentence> _sentences;
    private readonly IReadOnlyList<Passage> _passages;
    private readonly int[] _first;
    private readonly List<int>?[] _passagesOf;
    private readonly List<(int Node, TextLink Link)>[] _parents;
    private readonly string[] _ids;

    /// <summary>Makes the index; near-linear in the passages and the sentences in them.</summary>
    /// <param name="sentences">The sentences of all reports, by report, then by place.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="passages">Their passages; only copied ones tell where words come from.</param>
    /// <param name="lineage">Their lineage.</param>
    public SentenceSources(IReadOnlyList<ClaimSentence> sentences, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages, StoryLineage lineage)
    {
        (_sentences, _passages) = (sentences, passages);
        _ids = [.. reports.Select(r => r.Report.Id), .. lineage.Lost.Select(l => l.Id)];
        Reports = reports.Count;
        Order = new TellerOrder(reports, lineage);
        _first = new int[reports.Count + 1];
        for (int s = 0; s < sentences.Count; s++)
            _first[sentences[s].Report + 1] = s + 1;
        for (int r = 0; r < reports.Count; r++)
            _first[r + 1] = Math.Max(_first[r + 1], _first[r]);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < _ids.Length; i++)
            numbers.TryAdd(_ids[i], i);
        _parents = [.. reports.Select(_ => new List<(int, TextLink)>())];
        foreach (TextLink link in lineage.Links)
        {
            if (numbers.TryGetValue(link.From, out int from) && numbers.TryGetValue(link.To, out int to) && to < Reports)
                _parents[to].Add((from, link));
        }
        _passagesOf = new List<int>?[sentences.Count];
        for (int i = 0; i < passages.Count; i++)
        {
            if (passages[i].Use != PassageUse.Copied)
                continue;
            foreach (int s in In(passages[i].A, passages[i].SpanA).Concat(In(passages[i].B, passages[i].SpanB)))
                (_passagesOf[s] ??= []).Add(i);
        }
    }

    /// <summary>How many of the nodes are reports.</summary>
    public int Reports { get; }

    /// <summary>The reports in the order in which their texts came to be.</summary>
    public TellerOrder Order { get; }

    /// <summary>The id of a node.</summary>
    public string IdOf(int node) => _ids[node];

    /// <summary>The texts that the report took from, the largest share first.</summary>
    public IReadOnlyList<(int Node, TextLink Link)> ParentsOf(int report) => _parents[report];

    /// <summary>The sentence at a place; -1 where none is known there.</summary>
    public int At(int report, TextSpan span)
    {
        int s = FirstFrom(report, span.Start);
        return s < _first[report + 1] && _sentences[s].Span == span ? s : -1;
    }

    /// <summary>The sentence's place.</summary>
    public TextSpan SpanOf(int sentence) => _sentences[sentence].Span;

    /// <summary>
    /// The text that the sentence was taken from: of the passages that hold the value or most of the sentence, those with a text that its
    /// report took from, the most alike first; else those with an earlier report that the lineage does not link. Null where the words are its report's own.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="value">The words that count in it; null for the sentence as such.</param>
    public SentenceSource? Of(int sentence, TextSpan? value)
    {
        SentenceSource? best = null;
        (bool Linked, PassageKind Kind, double Similarity, double Share, int Other) bestRank = default;
        int report = _sentences[sentence].Report;
        foreach (int i in _passagesOf[sentence] ?? [])
        {
            Passage passage = _passages[i];
            if (!Holds(passage.SpanIn(report), _sentences[sentence].Span, value))
                continue;
            int other = passage.OtherThan(report);
            (int node, double share) = Through(report, other, value ?? _sentences[sentence].Span);
            if (node < 0 && Order.Of(other) > Order.Of(report))
                continue;
            var rank = (node >= 0, passage.Kind, passage.Similarity, share, Order.Of(other));
            if (best is null || IsBetter(rank, bestRank))
                (best, bestRank) = (new SentenceSource(node >= 0 ? node : other, i, other, node >= 0), rank);
        }
        return best;
    }

    /// <summary>The sentence of the passage's other side that is most like this one; -1 where none is known there.</summary>
    public int Counterpart(int sentence, int passage)
    {
        int other = _passages[passage].OtherThan(_sentences[sentence].Report), best = -1, most = -1;
        foreach (int s in In(other, _passages[passage].SpanIn(other)))
        {
            int common = CommonStems(_sentences[sentence], _sentences[s]);
            if (common > most)
                (best, most) = (s, common);
        }
        return best;
    }

    /// <summary>The same for sentences of the same words of content; null where too few words are there to tell.</summary>
    public string? WordsOf(int sentence) => _sentences[sentence].Stems.Length < FewestStems ? null : string.Join(' ', _sentences[sentence].Stems);

    /// <summary>The stems that two sentences have in common.</summary>
    public static int CommonStems(ClaimSentence a, ClaimSentence b)
    {
        int i = 0, j = 0, common = 0;
        while (i < a.Stems.Length && j < b.Stems.Length)
        {
            int order = string.CompareOrdinal(a.Stems[i], b.Stems[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /// <summary>The sentences of a report that a span touches.</summary>
    public IEnumerable<int> In(int report, TextSpan span)
    {
        for (int s = FirstFrom(report, span.Start); s < _first[report + 1] && _sentences[s].Span.Start < span.End; s++)
            yield return s;
    }

    /// <summary>True where the passage's side in the sentence's report holds most of the sentence.</summary>
    public bool IsMostOf(int passage, int sentence) => Holds(_passages[passage].SpanIn(_sentences[sentence].Report), _sentences[sentence].Span, null);

    private static bool Holds(TextSpan passage, TextSpan sentence, TextSpan? value) =>
        (value is { } words && passage.Contains(words))
        || Math.Min(passage.End, sentence.End) - Math.Max(passage.Start, sentence.Start) >= MostOfSentence * sentence.Length;

    // The link by which words that both reports have came to the first: from the other one, or from a lost dispatch behind both.
    private (int Node, double Share) Through(int report, int other, TextSpan words)
    {
        foreach ((int node, TextLink link) in _parents[report])
        {
            bool isSource = (node == other && Order.Of(other) < Order.Of(report)) || (node >= Reports && _parents[other].Exists(p => p.Node == node));
            if (isSource && (link.Part is not { } part || part.Overlaps(words)))
                return (node, link.Share);
        }
        return (-1, 0);
    }

    private static bool IsBetter((bool Linked, PassageKind Kind, double Similarity, double Share, int Other) a, (bool Linked, PassageKind Kind, double Similarity, double Share, int Other) b)
    {
        if (a.Linked != b.Linked)
            return a.Linked;
        if (a.Kind != b.Kind)
            return a.Kind < b.Kind;
        int order = b.Similarity.CompareTo(a.Similarity);
        order = order != 0 ? order : b.Share.CompareTo(a.Share);
        return (order != 0 ? order : a.Other.CompareTo(b.Other)) < 0;
    }

    // The first sentence of the report that ends after the offset.
    private int FirstFrom(int report, int offset)
    {
        int low = _first[report], high = _first[report + 1];
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sentences[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
