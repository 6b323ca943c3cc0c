using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Support;

/// <summary>Tells for each telling of a claim where its words come from, and so on how many independent origins the claim stands.</summary>
/// <remarks>
/// A telling rests on another text, and is not counted apart,
/// (1) where a copied passage holds its value, or most of its sentence, and its report took text from the passage's other report, or both from
/// one lost dispatch (of several such sources the most alike one);
/// (2) where its words are those of another telling, by a copied passage or by themselves, though the lineage does not link the two;
/// (3) where its words are its own, but its report took other text from one that tells the same value, or from a lost dispatch of which another
/// child tells it: it has read it there.
/// All other tellings rest on themselves. Where the source tells another value the words were taken and the value was changed: the claim then
/// rests on the source's root, the new value on the teller.
/// </remarks>
internal sealed class SupportReader(SentenceSources sources, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages)
{
    /// <summary>Reports of one lost dispatch that must tell another value for a single one's to be its own change.</summary>
    private const int ClearMajority = 2;

    /// <summary>What the claim rests on.</summary>
    public SupportedClaim Read(Claim claim)
    {
        TellingSupport[] found = SameWords.Join(claim.Tellings, new Reading(sources, passages, claim.Tellings).All(), sources);
        int[] roots = [.. found.Select(t => t.Root).Distinct().Order()];
        ValueSupport[] values = [.. claim.Tellings.Index().GroupBy(t => t.Item.Key, StringComparer.Ordinal)
            .Select(g => new ValueSupport(g.Key, g.First().Item.Value.In(reports[g.First().Item.Report].Text), [.. g.Select(t => t.Item.Report).Distinct()],
                [.. g.Select(t => found[t.Index].ValueRoot).Distinct().Order()]))
            .OrderByDescending(v => v.Roots.Count).ThenByDescending(v => v.Reports.Count)];
        return new SupportedClaim(claim, found, roots, values, roots.Length == 1 ? Chain(claim, roots[0]) : []);
    }

    private List<int> Chain(Claim claim, int root)
    {
        List<int> chain = [.. claim.Tellings.Select(t => t.Report).Distinct().OrderBy(sources.Order.Of)];
        chain.Remove(root);
        chain.Insert(0, root);
        return chain;
    }

    private sealed class Reading
    {
        private readonly SentenceSources _sources;
        private readonly IReadOnlyList<Passage> _passages;
        private readonly IReadOnlyList<Telling> _tellings;
        private readonly ILookup<int, int> _ofReport;
        private readonly Dictionary<(int Lost, string Key), HashSet<int>> _children = [];
        private readonly TellingSupport?[] _found;

        public Reading(SentenceSources sources, IReadOnlyList<Passage> passages, IReadOnlyList<Telling> tellings)
        {
            (_sources, _passages, _tellings) = (sources, passages, tellings);
            _found = new TellingSupport?[tellings.Count];
            _ofReport = Enumerable.Range(0, tellings.Count).ToLookup(t => tellings[t].Report);
            foreach (Telling telling in tellings)
            {
                foreach ((int node, _) in sources.ParentsOf(telling.Report).Where(p => p.Node >= sources.Reports))
                {
                    if (!_children.TryGetValue((node, telling.Key), out HashSet<int>? tellers))
                        _children[(node, telling.Key)] = tellers = [];
                    tellers.Add(telling.Report);
                }
            }
        }

        // Sources come before their takers, so that what a telling rests on is known when it is asked for.
        public TellingSupport[] All()
        {
            foreach (int t in Enumerable.Range(0, _tellings.Count).OrderBy(t => _sources.Order.Of(_tellings[t].Report)).ThenBy(t => t))
                _found[t] = Support(_tellings[t]);
            return [.. _found.Select(t => t!.Value)];
        }

        private TellingSupport Support(Telling telling)
        {
            int sentence = _sources.At(telling.Report, telling.Sentence);
            if (sentence < 0 || _sources.Of(sentence, telling.Value) is not { } source)
                return Retold(telling) ?? new TellingSupport(TellingOrigin.Own, -1, -1, false, telling.Report, telling.Report);
            TellingOrigin how = (source.IsLinked, _passages[source.Passage].Kind) switch
            {
                (false, _) => TellingOrigin.Shared,
                (_, PassageKind.Verbatim) => TellingOrigin.Verbatim,
                (_, PassageKind.Edited) => TellingOrigin.Edited,
                _ => TellingOrigin.Reworded,
            };
            bool changed;
            if (source.Node >= _sources.Reports)
            {
                changed = IsChangedByOne(source.Node, telling.Key);
                return new TellingSupport(how, source.Node, source.Passage, changed, source.Node, changed ? telling.Report : source.Node);
            }
            if (Told(source.Node, telling.Key) is { } told)
            {
                changed = _tellings[told].Key != telling.Key;
                TellingSupport before = _found[told]!.Value;
                return new TellingSupport(how, source.Node, source.Passage, changed, before.Root, changed ? telling.Report : before.ValueRoot);
            }
            int root = RootAbove(sentence, source);
            return new TellingSupport(how, source.Node, source.Passage, false, root, root);
        }

        // In words of its own, where the report it has other text from tells the same.
        private TellingSupport? Retold(Telling telling)
        {
            foreach ((int node, _) in _sources.ParentsOf(telling.Report))
            {
                if (node >= _sources.Reports)
                {
                    if (_children[(node, telling.Key)].Count > 1)
                        return new TellingSupport(TellingOrigin.Retold, node, -1, false, node, node);
                }
                else if (Told(node, telling.Key) is { } told && _tellings[told].Key == telling.Key && _found[told] is { } before)
                {
                    return new TellingSupport(TellingOrigin.Retold, node, -1, false, before.Root, before.ValueRoot);
                }
            }
            return null;
        }

        // The report's telling, with the same value where it has one; only tellings that are looked into already.
        private int? Told(int report, string key)
        {
            int? any = null;
            foreach (int t in _ofReport[report])
            {
                if (_found[t] is null)
                    continue;
                if (_tellings[t].Key == key)
                    return t;
                any ??= t;
            }
            return any;
        }

        // Of one dispatch's children this one alone has the value, several have another.
        private bool IsChangedByOne(int lost, string key) =>
            _children.TryGetValue((lost, key), out HashSet<int>? same) && same.Count == 1
            && _children.Where(c => c.Key.Lost == lost && c.Key.Key != key).Any(c => c.Value.Count >= ClearMajority);

        // Through reports that have the sentence, though no telling was found in them.
        private int RootAbove(int sentence, SentenceSource source)
        {
            while (source.Node < _sources.Reports)
            {
                sentence = _sources.Counterpart(sentence, source.Passage);
                if (sentence < 0 || _sources.Of(sentence, null) is not { } next)
                    return source.Node;
                source = next;
                if (source.Node < _sources.Reports && Told(source.Node, "") is { } told)
                    return _found[told]!.Value.Root;
            }
            return source.Node;
        }
    }
}
