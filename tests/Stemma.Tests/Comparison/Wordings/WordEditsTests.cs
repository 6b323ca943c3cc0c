using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Comparison.Wordings;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Wordings;

public class WordEditsTests
{
    private static ComparableWord[] Words(string text) => ReportWords.Of(Annotator.Annotate(new Report { Id = "x", Text = text }), Lexicon.English).All.ToArray();

    [Fact]
    public void What_the_edits_leave_is_the_same_on_both_sides()
    {
        Gen<string> text = Gen.Elements("the", "ferry", "burns", "burned", "harbour", "harbor", "no", "9", "nine", "north").ListOf().Select(w => string.Join(' ', w));
        Prop.ForAll(text.Two().ToArbitrary(), t =>
        {
            ComparableWord[] a = Words(t.Item1), b = Words(t.Item2);
            IReadOnlyList<WordEdit> edits = WordEdits.Between(a, b, WordAlignment.Of(a, b, Lexicon.English), 0, 0);
            IEnumerable<string> left = a.Where(w => !edits.Any(e => e.A.Overlaps(w.Span))).Select(w => w.Form), right = b.Where(w => !edits.Any(e => e.B.Overlaps(w.Span))).Select(w => w.Form);
            bool inOrder = edits.Zip(edits.Skip(1)).All(e => e.First.A.End <= e.Second.A.Start && e.First.B.End <= e.Second.B.Start);
            return inOrder && left.SequenceEqual(right) && (edits.Count == 0) == (WordEdits.Classify(edits, a, b) == WordingChange.Same);
        }).QuickCheckThrowOnFailure();
    }
}
