namespace Stemma.Comparison.Fingerprints;

/// <summary>Finds the pairs of a corpus: candidates by shared runs, each compared word by word and decided on; then the groups.</summary>
internal sealed class CopySearch(CopyOptions options, WordStore words, IReadOnlyList<string> ids, IReadOnlyList<int> sameAs)
{
    /// <summary>
    /// In sampled runs that two documents must share to be compared, where all runs are sampled: the shortest passage that counts
    /// has seven runs of four words, and heavy editing leaves three of fifteen.
    /// </summary>
    private const int LeastShared = 3;

    /// <summary>As <see cref="LeastShared"/>, where a half of them is sampled or less.</summary>
    private const int LeastOfSample = 2;

    /// <summary>Rounds in which known copies make fewer texts stock, and that bring more copies; two are usual.</summary>
    private const int MostRounds = 5;

    // Documents a thread takes at a time.
    private const int Batch = 64;

    private readonly int[] _ranks = RanksOf(ids);
    private readonly long _allWords = Enumerable.Range(0, ids.Count).Sum(i => (long)words.LengthOf(i));

    /// <summary>Searches.</summary>
    public CorpusCopies Run()
    {
        int documents = ids.Count;
        int[] standsFor = Representatives();
        // Of documents with the same words one was compared for all; its place is that of the first of them.
        int[] places = [.. standsFor.Select(d => _ranks[d])];
        int[] byPlace = new int[documents];
        for (int i = 0; i < documents; i++)
        {
            if (sameAs[i] == i)
                byPlace[places[i]] = i;
        }
        int[] compared = [.. Enumerable.Range(0, documents).Where(i => sameAs[i] == i)];
        // An eighth for the postings and as much again for what is made of them, the rest for words, ids and what is found.
        GramIndex index = GramIndex.Of(words, compared, (int)Math.Min(int.MaxValue / 2, Math.Min(options.MostPostings, options.Memory / 8 / sizeof(ulong))));
        SharedGrams grams = index.ToShared(places);
        int sampleBits = index.SampleBits;

        var groups = new DisjointGroups(documents);
        for (int i = 0; i < documents; i++)
            groups.Join(i, sameAs[i]);
        var pairs = new List<CopyPair>();
        (List<(int A, int B)> open, StockText stock) = Compare(grams, places, byPlace, sampleBits, pairs);
        IReadOnlyList<int> holders = compared;
        int joined = 0;
        for (int round = 0; round < MostRounds && open.Count > 0 && (round == 0 || joined < pairs.Count); round++)
        {
            joined = Join(pairs, joined, groups);
            holders = stock.Count(words, SideBySide(holders, groups), groups);
            (open, stock) = CompareAgain(open, stock, pairs);
        }
        Join(pairs, joined, groups);
        return Result(pairs, groups, standsFor, sampleBits);
    }

    // Those of one group side by side.
    private static int[] SideBySide(IReadOnlyList<int> documents, DisjointGroups groups)
    {
        int[] sorted = [.. documents];
        Array.Sort(Array.ConvertAll(sorted, d => ((long)groups.Find(d) << 32) | (uint)d), sorted);
        return sorted;
    }

    private static int Join(List<CopyPair> pairs, int from, DisjointGroups groups)
    {
        foreach (CopyPair pair in pairs.Skip(from).Where(p => p.Kind != CopyKind.Quotation))
            groups.Join(pair.A, pair.B);
        return pairs.Count;
    }

    private (List<(int A, int B)> Open, StockText Watched) Compare(SharedGrams grams, int[] places, int[] byPlace, int sampleBits, List<CopyPair> pairs)
    {
        int least = sampleBits == 0 ? LeastShared : LeastOfSample;
        int batches = (ids.Count + Batch - 1) / Batch;
        var found = new (List<CopyPair> Pairs, List<(int, int)> Open)[batches];
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };
        var all = new StockText(ids.Count, _allWords);
        if (options.Threads == 1)
        {
            var worker = new Worker(words, grams, places, byPlace, all, least);
            for (int batch = 0; batch < batches; batch++)
                Work(batch, worker);
        }
        else
        {
            Parallel.For(0, batches, parallel, () => new Worker(words, grams, places, byPlace, new StockText(ids.Count, _allWords), least), (batch, _, worker) => Work(batch, worker), worker =>
            {
                lock (all)
                    all.Watch(worker.Watched);
            });
        }
        var open = new List<(int A, int B)>();
        foreach ((List<CopyPair> foundPairs, List<(int, int)> foundOpen) in found)
        {
            pairs.AddRange(foundPairs);
            open.AddRange(foundOpen);
        }
        return (open, all);

        Worker Work(int batch, Worker worker)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            (List<CopyPair> Pairs, List<(int, int)> Open) result = ([], []);
            int end = Math.Min(ids.Count, (batch + 1) * Batch);
            for (int document = batch * Batch; document < end; document++)
            {
                if (sameAs[document] == document)
                    worker.Compare(document, result.Pairs, result.Open);
            }
            found[batch] = result;
            options.Progress?.Report(Interlocked.Add(ref done, end - (batch * Batch)));
            return worker;
        }
    }

    private (List<(int A, int B)> Open, StockText Watched) CompareAgain(List<(int A, int B)> pending, StockText stock, List<CopyPair> pairs)
    {
        var comparer = new PairComparer(words);
        var watched = new StockText(ids.Count, _allWords);
        var open = new List<(int A, int B)>();
        foreach (IGrouping<int, int> others in pending.GroupBy(p => p.A, p => p.B))
        {
            options.Cancellation.ThrowIfCancellationRequested();
            comparer.CompareAgain(others.Key, others, stock, watched, pairs, open);
        }
        return (open, watched);
    }

    private sealed class Worker(WordStore words, SharedGrams grams, int[] places, int[] byPlace, StockText watched, int least)
    {
        private readonly CandidateCounter _counter = new(grams, byPlace);
        private readonly PairComparer _comparer = new(words);
        private readonly RareText _rare = new(grams, StockText.MostGroupsIn(places.Length));
        private readonly List<int> _candidates = [];

        public StockText Watched => watched;

        public void Compare(int document, List<CopyPair> pairs, List<(int, int)> open)
        {
            _counter.Candidates(places[document], least, _candidates);
            if (_candidates.Count > 0)
                _comparer.CompareFirst(document, _candidates, _rare, watched, pairs, open);
        }
    }

    // Of documents with the same words, the one whose id comes first stands for all.
    private int[] Representatives()
    {
        int[] standsFor = new int[ids.Count];
        for (int i = 0; i < standsFor.Length; i++)
            standsFor[i] = i;
        for (int i = 0; i < standsFor.Length; i++)
        {
            ref int first = ref standsFor[sameAs[i]];
            if (_ranks[i] < _ranks[first])
                first = i;
        }
        return standsFor;
    }

    private CorpusCopies Result(List<CopyPair> pairs, DisjointGroups groups, int[] standsFor, int sampleBits)
    {
        List<CopyPair> kept = IdenticalTexts.Expand(pairs, sameAs, standsFor, _ranks, words.LengthOf);
        int[] byRank = new int[ids.Count];
        for (int i = 0; i < byRank.Length; i++)
            byRank[_ranks[i]] = i;
        int[] sizes = new int[ids.Count];
        for (int i = 0; i < sizes.Length; i++)
            sizes[groups.Find(i)]++;
        int[] clusterOf = new int[ids.Count];
        Array.Fill(clusterOf, -1);
        var clusters = new List<List<int>>();
        int[] clusterOfRoot = new int[ids.Count];
        Array.Fill(clusterOfRoot, -1);
        foreach (int document in byRank)
        {
            int root = groups.Find(document);
            if (sizes[root] < 2)
                continue;
            if (clusterOfRoot[root] < 0)
            {
                clusterOfRoot[root] = clusters.Count;
                clusters.Add(new List<int>(sizes[root]));
            }
            clusters[clusterOf[document] = clusterOfRoot[root]].Add(document);
        }
        CopyPair[] sorted = [.. kept.OrderBy(p => clusterOf[p.A] == clusterOf[p.B] && clusterOf[p.A] >= 0 ? clusterOf[p.A] : int.MaxValue).ThenBy(p => _ranks[p.A]).ThenBy(p => _ranks[p.B])];
        int tooShort = Enumerable.Range(0, ids.Count).Count(i => words.LengthOf(i) < CopyDecision.ShortestDocument);
        return new CorpusCopies(words, ids)
        {
            Clusters = [.. clusters.Select(c => new CopyCluster(c))],
            Pairs = sorted,
            TooShort = tooShort,
            SampledOneIn = 1 << sampleBits,
            ClusterOf = clusterOf,
        };
    }

    private static int[] RanksOf(IReadOnlyList<string> ids)
    {
        string[] keys = [.. ids];
        int[] documents = new int[keys.Length];
        for (int i = 0; i < documents.Length; i++)
            documents[i] = i;
        Array.Sort(keys, documents, StringComparer.Ordinal);
        int[] ranks = new int[keys.Length];
        for (int i = 0; i < documents.Length; i++)
            ranks[documents[i]] = i;
        return ranks;
    }
}
