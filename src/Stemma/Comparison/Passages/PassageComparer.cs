using Stemma.Annotation;
using Stemma.Languages;

namespace Stemma.Comparison.Passages;

/// <summary>Finds the passages of many pairs of reports, one pair after the other, each as if it were a story of its own.</summary>
/// <remarks>
/// Gives what <see cref="PassageFinder.Find"/> gives for the two reports, faster: what is known of words is kept from pair to
/// pair. No result depends on the pairs before. Not safe to share between threads; make one for each.
/// </remarks>
public sealed class PassageComparer
{
    /// <summary>In words and forms of words, about 100 MB: with more it starts anew, so that memory stays bounded.</summary>
    private const int MostWords = 500_000;

    private StoryVocabulary _vocabulary;
    private PairMatcher _matcher;

    /// <summary>Makes one that knows no words yet.</summary>
    public PassageComparer()
    {
        _vocabulary = new StoryVocabulary(Lexicon.English);
        _matcher = new PairMatcher(_vocabulary);
    }

    /// <summary>The passages of the two reports, in order of place; indexes 0 and 1 stand for the reports as given.</summary>
    /// <remarks>Outlined reports are enough (<see cref="Annotator.Outline"/>).</remarks>
    public IReadOnlyList<Passage> Compare(AnnotatedReport first, AnnotatedReport second)
    {
        if (_vocabulary.Count > MostWords)
        {
            _vocabulary = new StoryVocabulary(Lexicon.English);
            _matcher = new PairMatcher(_vocabulary);
        }
        _vocabulary.Restart();
        bool turned = string.CompareOrdinal(first.Report.Id, second.Report.Id) > 0;
        (AnnotatedReport a, AnnotatedReport b) = turned ? (second, first) : (first, second);
        var textA = ComparedText.Of(a, _vocabulary);
        var textB = ComparedText.Of(b, _vocabulary);
        _vocabulary.Weigh([textA, textB]);
        var indexA = new SegmentIndex(textA, _vocabulary);
        var indexB = new SegmentIndex(textB, _vocabulary);
        IReadOnlyList<SegmentMatch> matches = _matcher.Match(textA, indexA, textB, indexB);
        return PassageFinder.ToPassages(_vocabulary, matches, turned ? 1 : 0, textA, a.Text, turned ? 0 : 1, textB, b.Text);
    }
}
