using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Languages;
using Stemma.Stories.Lineage;
using Stemma.Tests.Comparison.Passages;
using Stemma.Tests.Stories.Lineage.Traditions;

namespace Stemma.Tests.Stories.Lineage;

public class CommonCutsTests
{
    private static (ComparedText[] Texts, Segment[][] Segments) Cut(params AnnotatedReport[] reports)
    {
        var vocabulary = new StoryVocabulary(Lexicon.English);
        ComparedText[] texts = [.. reports.Select(r => ComparedText.Of(r, vocabulary))];
        vocabulary.Weigh(texts);
        return (texts, new CommonCuts(texts, new WordLinks(texts, PassageFinder.Find(reports))).Segments);
    }

    private static string[] FirstWords(AnnotatedReport report, ComparedText text, Segment[] segments) =>
        [.. segments.Select(s => text.Spans[s.First].Over(report.Text).ToString())];

    [Fact]
    public void Texts_with_sentence_marks_keep_their_sentences()
    {
        (ComparedText[] texts, Segment[][] segments) = Cut(Texts.Report("a", Texts.Bridge), Texts.Report("b", Texts.Orchard));
        Assert.Equal(texts.Select(t => t.Segments), segments);
    }

    [Fact]
    public void A_word_more_in_one_copy_moves_no_cut()
    {
        string[] words = Manuscripts.Words(300);
        AnnotatedReport a = Manuscripts.Report("a", words), b = Manuscripts.Report("b", ["further", .. words[..100], "inserted", .. words[100..]]), c = Manuscripts.Report("c", words[..170]);
        (ComparedText[] texts, Segment[][] segments) = Cut(a, b, c);
        string[] inA = FirstWords(a, texts[0], segments[0]), inB = FirstWords(b, texts[1], segments[1]), inC = FirstWords(c, texts[2], segments[2]);
        Assert.True(inA.Length >= 10);
        Assert.Equal(inA[1..], inB[1..]);
        Assert.Equal(inA[1..inC.Length], inC[1..]);
    }

    [Fact]
    public void A_copy_without_marks_is_cut_where_the_others_end_their_sentences()
    {
        AnnotatedReport marked = Texts.Report("a", Texts.Bridge);
        AnnotatedReport bare = Texts.Report("b", [string.Join(' ', Texts.Bridge).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)]);
        (ComparedText[] texts, Segment[][] segments) = Cut(marked, bare);
        Assert.Equal(6, segments[0].Length);

        // As far as passages were found between the sentences and the runs of words.
        Assert.Superset(new HashSet<string> { "The", "About", "Repairs", "A" }, FirstWords(bare, texts[1], segments[1]).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_segments_hold_all_words_once_whatever_the_texts()
    {
        string[] words = Manuscripts.Words(500);
        AnnotatedReport[] reports =
        [
            Manuscripts.Report("a", words), Manuscripts.Report("b", words.Reverse()), Manuscripts.Report("c", [.. words[250..], .. words[..250]]),
            Manuscripts.Report("d", Enumerable.Repeat("same", 700)), Manuscripts.Report("e", words.SelectMany(w => (string[])[w, "and"])), Manuscripts.Report("f", []),
        ];
        (ComparedText[] texts, Segment[][] segments) = Cut(reports);
        for (int r = 0; r < texts.Length; r++)
        {
            int at = 0;
            foreach (Segment segment in segments[r])
            {
                Assert.Equal(at, segment.First);
                Assert.True(segment.Count > 0);
                at = segment.End;
            }
            Assert.Equal(texts[r].Words.Length, at);
        }
    }
}
