using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

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
    public static IReadOnlyList<Claim> Find(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<int>>? nameIds = null)
    {
        Lexicon lexicon = Lexicon.English;
        var sentences = new List<ClaimSentence>();
        for (int r = 0; r < reports.Count; r++)
        {
            var words = ReportWords.Of(reports[r], lexicon);
            foreach (Sentence sentence in reports[r].Sentences.Where(s => reports[r].Paragraphs[s.Paragraph].Kind == ParagraphKind.Body).Take(MostSentencesOfAReport))
            {
                ComparableWord[] own = words.In(sentence.Span).ToArray();
                if (own.Length is >= FewestWords and <= MostWords)
                    sentences.Add(new ClaimSentence(r, reports[r], sentence, own, nameIds?[r]));
            }
        }
        var groups = new ClaimGroups();
        foreach (SentencePair pair in SentencePairs.Find(sentences))
        {
            ClaimSentence a = sentences[pair.A], b = sentences[pair.B];
            foreach (Slot slot in SlotFinder.Find(a, b, pair, lexicon))
                groups.Add(a.Tell(slot.A), b.Tell(slot.B), slot);
        }
        foreach ((ClaimSentence a, ClaimSentence b, Slot slot) in CountRelations.Find(sentences))
            groups.Add(a.Tell(slot.A), b.Tell(slot.B), slot);
        foreach ((ClaimSentence a, ClaimSentence b, Slot slot) in AmountRelations.Find(sentences))
            groups.Add(a.Tell(slot.A), b.Tell(slot.B), slot);
        return groups.Claims();
    }
}
