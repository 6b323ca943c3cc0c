using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Compares what clauses of differently worded sentences tell: who did what, whether it is so, where and when.</summary>
/// <remarks>Sentences that are the same but for their place are parsed and compared once.</remarks>
internal static class FactFinder
{
    /// <summary>Stems in common that two sentences need, and names among them.</summary>
    private const int FewestShared = 3, FewestNames = 1;

    /// <summary>Likeness from which sentences need no name in common.</summary>
    private const double OneThing = .5;

    /// <summary>The pairs of tellings that make one claim.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="sentences">Their sentences.</param>
    /// <param name="contents">For each a number that it shares with those that are the same but for their place.</param>
    /// <param name="lexicon">The words of the language.</param>
    /// <param name="parallel">How many threads, and when to stop; changes nothing in the result.</param>
    public static IReadOnlyList<(Telling A, Telling B, Slot Slot)> Find(
        IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<ClaimSentence> sentences, int[] contents, Lexicon lexicon, ParallelOptions parallel)
    {
        // The first sentence of a content stands for the others.
        var members = new Dictionary<int, List<ClaimSentence>>();
        var firsts = new List<ClaimSentence>();
        for (int i = 0; i < sentences.Count; i++)
        {
            if (!members.TryGetValue(contents[i], out List<ClaimSentence>? list))
            {
                members.Add(contents[i], list = []);
                firsts.Add(sentences[i]);
            }
            list.Add(sentences[i]);
        }
        SentencePair[][] pairs = Pairs(firsts, parallel);
        Dictionary<ClaimSentence, Fact[]> facts = Facts(reports, firsts, pairs, parallel);
        var found = new List<FactSlot>[firsts.Count];
        Parallel.For(0, firsts.Count, parallel, b =>
        {
            found[b] = [];
            foreach (SentencePair pair in pairs[b])
            {
                if (facts.TryGetValue(firsts[pair.A], out Fact[]? left) && facts.TryGetValue(firsts[b], out Fact[]? right))
                    Compare(left, right, pair.Likeness, lexicon, reports, found[b]);
            }
        });
        return [.. Tellings([.. found.SelectMany(f => f)], members.Values.ToDictionary(m => m[0]))];
    }

    // What is found of a sentence is true of its copies.
    private static IEnumerable<(Telling A, Telling B, Slot Slot)> Tellings(FactSlot[] found, Dictionary<ClaimSentence, List<ClaimSentence>> copies)
    {
        var keys = new SaidAlike();
        foreach (FactSlot slot in found)
            keys.Add(slot.A.Tell(slot.Slot.A), slot.B.Tell(slot.Slot.B), slot.Slot.Verdict != ClaimVerdict.Conflict);
        var told = new HashSet<Telling>();
        foreach (FactSlot slot in found)
        {
            Telling a = keys.With(slot.A.Tell(slot.Slot.A)), b = keys.With(slot.B.Tell(slot.Slot.B));
            yield return (a, b, slot.Slot);
            foreach ((Telling first, ClaimSentence sentence) in ((Telling, ClaimSentence)[])[(a, slot.A), (b, slot.B)])
            {
                if (!told.Add(first))
                    continue;
                foreach (ClaimSentence copy in copies[sentence].Skip(1))
                {
                    int move = copy.Span.Start - sentence.Span.Start;
                    var moved = new TextSpan(first.Value.Start + move, first.Value.End + move);
                    yield return (first, copy.Tell(moved) with { Key = first.Key }, new Slot(first.Value, moved, ClaimVerdict.Agree, ["the same sentence"]));
                }
            }
        }
    }

    private static SentencePair[][] Pairs(List<ClaimSentence> firsts, ParallelOptions parallel)
    {
        var index = new SentencePairs(firsts);
        var pairs = new SentencePair[firsts.Count][];
        Parallel.For(0, firsts.Count, parallel, () => new SentencePairs.Search(index),
            (b, _, search) =>
            {
                pairs[b] = [.. search.With(b).Where(p => p.SharedStems >= FewestShared && (p.Likeness >= OneThing || Names(firsts[p.A], firsts[b]) >= FewestNames))];
                return search;
            },
            static _ => { });
        return pairs;
    }

    private static int Names(ClaimSentence a, ClaimSentence b) => a.Words.Where(w => w.IsContent && a.IsCapital(w.Span) && b.Has(w.Stem)).Select(w => w.Stem).Distinct(StringComparer.Ordinal).Count();

    private static Dictionary<ClaimSentence, Fact[]> Facts(IReadOnlyList<AnnotatedReport> reports, List<ClaimSentence> firsts, SentencePair[][] pairs, ParallelOptions parallel)
    {
        var wanted = new bool[firsts.Count];
        for (int b = 0; b < pairs.Length; b++)
        {
            wanted[b] |= pairs[b].Length > 0;
            foreach (SentencePair pair in pairs[b])
                wanted[pair.A] = true;
        }
        IGrouping<int, ClaimSentence>[] ofReport = [.. firsts.Where((_, i) => wanted[i]).GroupBy(s => s.Report)];
        var read = new Dictionary<ClaimSentence, Fact[]>[ofReport.Length];
        Parallel.For(0, ofReport.Length, parallel, i => read[i] = FactsOfSentence.Find(reports[ofReport[i].Key], [.. ofReport[i]]));
        return read.SelectMany(r => r).ToDictionary(r => r.Key, r => r.Value);
    }

    private static void Compare(Fact[] left, Fact[] right, double likeness, Lexicon lexicon, IReadOnlyList<AnnotatedReport> reports, List<FactSlot> found)
    {
        foreach (Fact a in left)
        {
            foreach (Fact b in right)
            {
                var pair = new FactPair(a, b, likeness, lexicon);
                Slot? slot = OpposedFacts.Compare(pair) ?? NamedFacts.Compare(pair)
                    ?? PlacedFacts.Compare(pair, reports[a.Sentence.Report].Text, reports[b.Sentence.Report].Text) ?? DatedFacts.Compare(pair) ?? AgreedFacts.Compare(pair);
                if (slot is { } told)
                    found.Add(new FactSlot(a.Sentence, b.Sentence, told));
            }
        }
    }
}

/// <summary>What two sentences tell of one thing.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Slot">The words, the verdict and why.</param>
internal readonly record struct FactSlot(ClaimSentence A, ClaimSentence B, Slot Slot);
