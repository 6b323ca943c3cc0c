using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;
using Stemma.Stories.Claims.Facts;

namespace Stemma.Stories.Claims;

/// <summary>Finds what several reports state, and where they differ.</summary>
/// <remarks>A function of its arguments alone. Where it is not clear that two sentences tell one thing, nothing is found.</remarks>
public static class ClaimFinder
{
    /// <summary>A report with more sentences is no news report; what follows is passed over.</summary>
    private const int MostSentencesOfAReport = 1500;

    /// <summary>In words: shorter sentences state nothing that can be compared, longer ones are lists.</summary>
    private const int FewestWords = 5, MostWords = 120;

    /// <summary>The claims, the differing ones first, then by their first telling.</summary>
    /// <param name="reports">The reports in the order in which tellings number them.</param>
    /// <param name="nameIds">For each report the number of each of its names over the whole story, -1 where none is known; null where no names are joined.</param>
    /// <param name="times">For each report its times with their values; null to resolve them here.</param>
    /// <param name="threads">How many threads compare sentences, 1 or more; it changes nothing in the result.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static IReadOnlyList<Claim> Find(
        IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<int>>? nameIds = null, IReadOnlyList<IReadOnlyList<ResolvedTime>>? times = null, int threads = 1, CancellationToken cancellation = default) =>
        Compare(reports, nameIds, times, threads, cancellation).Claims;

    /// <summary>The claims as <see cref="Find"/> gives them, with the sentences that were compared and how often nothing was said.</summary>
    internal static ClaimFindings Compare(
        IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<int>>? nameIds, IReadOnlyList<IReadOnlyList<ResolvedTime>>? times, int threads, CancellationToken cancellation)
    {
        Lexicon lexicon = Lexicon.English;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var ofReport = new List<ClaimSentence>[reports.Count];
        Parallel.For(0, reports.Count, parallel, () => new WordForms(lexicon),
            (r, _, forms) =>
            {
                ofReport[r] = Sentences(r, reports[r], nameIds?[r], times?[r] ?? TimeResolver.Resolve(reports[r], reports[r].Report.Published), forms);
                return forms;
            },
            static _ => { });
        List<ClaimSentence> sentences = [.. ofReport.SelectMany(s => s)];
        int[] contents = Contents(sentences);
        var index = new SentencePairs(sentences);
        var found = new List<(int A, Slot Slot)>?[sentences.Count];
        var silent = new List<int>?[sentences.Count];
        Parallel.For(0, sentences.Count, parallel, () => (Search: new SentencePairs.Search(index), Slots: new SlotMemory(sentences, contents, lexicon, index)),
            (b, _, own) =>
            {
                foreach (SentencePair pair in own.Search.With(b))
                {
                    int before = found[b]?.Count ?? 0;
                    foreach (Slot slot in own.Slots.Of(pair))
                        (found[b] ??= []).Add((pair.A, slot));
                    if ((found[b]?.Count ?? 0) == before)
                        (silent[b] ??= []).Add(pair.A);
                }
                return own;
            },
            static _ => { });
        var groups = new ClaimGroups();
        for (int b = 0; b < found.Length; b++)
        {
            foreach ((int a, Slot slot) in found[b] ?? [])
                groups.Add(sentences[a].Tell(slot.A), sentences[b].Tell(slot.B), slot);
        }
        foreach ((ClaimSentence a, ClaimSentence b, Slot slot) in CountRelations.Find(sentences))
            groups.Add(a.Tell(slot.A), b.Tell(slot.B), slot);
        foreach ((ClaimSentence a, ClaimSentence b, Slot slot) in AmountRelations.Find(sentences))
            groups.Add(a.Tell(slot.A), b.Tell(slot.B), slot);
        foreach ((Telling a, Telling b, Slot slot) in FactFinder.Find(reports, sentences, contents, lexicon, parallel))
            groups.Add(a, b, slot);
        IReadOnlyList<Claim> claims = groups.Claims();
        return new ClaimFindings(claims, sentences, ComparisonCounts.Of(sentences, contents, silent, groups.Pairs()));
    }

    private static List<ClaimSentence> Sentences(int number, AnnotatedReport report, IReadOnlyList<int>? nameIds, IReadOnlyList<ResolvedTime> times, WordForms forms)
    {
        var sentences = new List<ClaimSentence>();
        var words = ReportWords.Of(report, forms);
        foreach (Sentence sentence in report.Sentences.Where(s => report.Paragraphs[s.Paragraph].Kind == ParagraphKind.Body).Take(MostSentencesOfAReport))
        {
            ComparableWord[] own = words.In(sentence.Span).ToArray();
            if (own.Length is >= FewestWords and <= MostWords)
                sentences.Add(new ClaimSentence(number, report, sentence, own, nameIds, times));
        }
        return sentences;
    }

    private static int[] Contents(List<ClaimSentence> sentences)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] contents = new int[sentences.Count];
        for (int i = 0; i < contents.Length; i++)
        {
            string content = sentences[i].Content();
            contents[i] = numbers.TryAdd(content, numbers.Count) ? numbers.Count - 1 : numbers[content];
        }
        return contents;
    }
}
