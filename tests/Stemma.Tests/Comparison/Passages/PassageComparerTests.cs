using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using static Stemma.Tests.Comparison.Passages.Texts;

namespace Stemma.Tests.Comparison.Passages;

public class PassageComparerTests
{
    [Fact]
    public void A_pair_is_told_the_same_whatever_was_compared_before()
    {
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [.. Orchard, .. Bridge[2..]]), Report("c", [Bridge6, Bridge2, .. Orchard]), Report("d", ["Programmes are doing well, programs do well.", .. Bridge[..3]])];
        var comparer = new PassageComparer();
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < reports.Length; i++)
            {
                for (int j = 0; j < reports.Length; j++)
                {
                    if (i == j)
                        continue;
                    AnnotatedReport[] pair = [reports[i], reports[j]];
                    Assert.Equal(PassageFinder.Find(pair), comparer.Compare(pair[0], pair[1]));
                }
            }
        }
    }

    [Fact]
    public void An_outline_is_enough_to_find_what_was_copied()
    {
        string text = string.Join('\n', Bridge);
        AnnotatedReport a = Annotator.Outline(new Report { Id = "a", Text = text }), b = Annotator.Outline(new Report { Id = "b", Text = string.Join('\n', [.. Orchard, .. Bridge]) });
        Passage passage = Assert.Single(new PassageComparer().Compare(a, b));
        Assert.Equal(PassageUse.Copied, passage.Use);
        Assert.Equal(text, passage.SpanA.In(a.Text));
    }

    [Fact]
    public void A_report_that_was_pasted_five_hundred_times_holds_the_report_once()
    {
        string once = string.Join('\n', Bridge);
        Report many = new() { Id = "many", Text = string.Concat(Enumerable.Repeat(once + "\n", 500)) };
        AnnotatedReport a = Annotator.Outline(many), b = Annotator.Outline(new Report { Id = "once", Text = once });
        Passage passage = Assert.Single(new PassageComparer().Compare(a, b));
        Assert.Equal(once, passage.SpanB.In(once));
        Assert.Equal(once, passage.SpanA.In(many.Text));
    }

    [Fact]
    public void A_long_text_of_few_words_is_found_again_in_itself()
    {
        // Every word is in hundreds of sentences, so no word is worth looking up.
        string text = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"Stone {s_syllables[i % 7]} rolled {s_syllables[i / 7 % 7]} past {s_syllables[i / 49 % 7]} towards {s_syllables[i / 343 % 7]} and {s_syllables[i * 5 % 7]}. "));
        AnnotatedReport[] reports = [.. new[] { "a", "b" }.Select(id => Annotator.Outline(new Report { Id = id, Text = text }))];
        IReadOnlyList<Passage> passages = new PassageComparer().Compare(reports[0], reports[1]);
        Assert.True(passages.Sum(p => p.SpanA.Length) > text.Length * 9 / 10);
    }

    public static TheoryData<string, string, int> Hostile => new()
    {
        { "Alpha beta alpha beta alpha beta alpha beta. ", "Beta alpha beta alpha beta alpha. ", 4_000 },
        { "We went on to the old mill by the sea and we went on to the old mill. ", "By the sea we went on to the old mill by the sea. ", 4_000 },
        { "word ", "word ", 1_000_000 },
        { "Der alte Müller ging am Morgen zum Bach. ", "The old miller walked to the brook in the morning. ", 2_000 },
        { "\udc00\ud800 ” “ ", "\ud800. ", 20_000 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Texts_made_to_cost_much_are_compared_and_every_span_stays_in_its_text(string a, string b, int times)
    {
        AnnotatedReport[] reports = [Annotator.Outline(new Report { Id = "a", Text = string.Concat(Enumerable.Repeat(a, times)) }), Annotator.Outline(new Report { Id = "b", Text = string.Concat(Enumerable.Repeat(b, times)) })];
        Assert.All(new PassageComparer().Compare(reports[0], reports[1]), p => Assert.True(!p.SpanA.IsEmpty && !p.SpanB.IsEmpty && p.SpanA.End <= reports[0].Text.Length && p.SpanB.End <= reports[1].Text.Length));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Fire", "Fire")]
    [InlineData("Fire.", "The town of Varnholt burned on Monday night, the council said.")]
    public void Where_there_is_nothing_to_compare_nothing_is_found(string a, string b) =>
        Assert.Empty(new PassageComparer().Compare(Annotator.Outline(new Report { Id = "a", Text = a }), Annotator.Outline(new Report { Id = "b", Text = b })));

    private static readonly string[] s_syllables = ["north", "south", "uphill", "inland", "home", "seaward", "sideways"];
}
