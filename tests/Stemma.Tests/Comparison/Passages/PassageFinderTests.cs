using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using static Stemma.Tests.Comparison.Passages.Texts;

namespace Stemma.Tests.Comparison.Passages;

public class PassageFinderTests
{
    [Fact]
    public void A_text_printed_twice_is_one_verbatim_passage()
    {
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", Bridge)];
        Passage passage = Assert.Single(PassageFinder.Find(reports));
        Assert.Equal(PassageKind.Verbatim, passage.Kind);
        Assert.Equal(PassageUse.Copied, passage.Use);
        Assert.Equal(1, passage.Similarity);
        Assert.Equal(reports[0].Text, passage.SpanA.In(reports[0].Text));
        Assert.Equal(reports[1].Text, passage.SpanB.In(reports[1].Text));
    }

    [Fact]
    public void A_change_of_house_style_leaves_a_passage_verbatim()
    {
        string british = "The programme for the harbour was favoured by five per cent of the neighbours, the centre reported on Friday evening.";
        string american = "The program for the harbor was favored by 5 percent of the neighbors, the center reported on Friday evening.";
        Passage passage = Assert.Single(PassageFinder.Find([Report("a", [british]), Report("b", [american])]));
        Assert.Equal(PassageKind.Verbatim, passage.Kind);
    }

    [Fact]
    public void A_sentence_in_other_words_and_another_order_is_found_beside_copied_ones()
    {
        string reworded = "Until the spring, the northern ferry must be used by about 4,200 motorists who cross the Lemme each day.";
        AnnotatedReport[] reports = [Report("a", [Bridge1, Bridge2, Bridge3]), Report("b", [Bridge1, reworded, Bridge3])];
        Passage passage = PassageFinder.Find(reports).Single(p => p.Kind == PassageKind.Reworded);
        Assert.Equal(Bridge2, passage.SpanA.In(reports[0].Text));
        Assert.Equal(reworded, passage.SpanB.In(reports[1].Text));
        Assert.InRange(passage.Similarity, 0.4, 0.99);
    }

    [Fact]
    public void Two_sentences_that_were_joined_match_the_one_they_became()
    {
        string joined = Bridge2.TrimEnd('.') + ", while r" + Bridge3[1..];
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [Bridge1, joined, Bridge4])];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        Assert.Contains(passages, p => p.SpanB.In(reports[1].Text).Contains(joined, StringComparison.Ordinal) && p.SpanA.In(reports[0].Text).Contains(Bridge3, StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_that_changed_places_are_all_found()
    {
        AnnotatedReport[] reports = [Report("a", [.. Bridge, .. Orchard]), Report("b", [.. Orchard, .. Bridge])];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        Assert.Equal(2, passages.Count);
        Assert.Equal(reports[0].Text.Length - 1, passages.Sum(p => p.SpanA.Length));
    }

    [Fact]
    public void A_verbatim_passage_never_spans_words_that_one_side_alone_has()
    {
        string longer = Bridge2.TrimEnd('.') + ", although the harbour master had asked for a second boat before the autumn fair.";
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [Bridge1, longer, .. Bridge[2..]])];
        Passage[] verbatim = [.. PassageFinder.Find(reports).Where(p => p.Kind == PassageKind.Verbatim)];
        Assert.Equal(2, verbatim.Length);
        Assert.All(verbatim, p => Assert.Equal(p.SpanA.In(reports[0].Text).TrimEnd('.'), p.SpanB.In(reports[1].Text).TrimEnd('.', ',')));
        Assert.All(verbatim, p => Assert.DoesNotContain("harbour master", p.SpanB.In(reports[1].Text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_verbatim_passage_ends_before_a_heading_that_one_side_alone_has()
    {
        AnnotatedReport[] reports = [Report("a", Bridge), WithHeading(Report("b", [.. Bridge[..3], "Fear of losses", .. Bridge[3..]]), "Fear of losses")];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        Assert.Equal(2, passages.Count);
        Assert.All(passages, p => Assert.Equal(p.SpanA.In(reports[0].Text), p.SpanB.In(reports[1].Text)));
    }

    [Fact]
    public void A_part_that_was_cut_breaks_no_passage()
    {
        const string junk = "Subscribe to our newsletter";
        AnnotatedReport whole = Report("b", [.. Bridge[..3], junk, .. Bridge[3..]]);
        int at = whole.Text.IndexOf(junk, StringComparison.Ordinal);
        AnnotatedReport cut = Annotator.Annotate(whole.Report with { Cuts = [new Cut(new TextSpan(at, at + junk.Length), "newsletter")] });
        Assert.Equal(PassageKind.Verbatim, Assert.Single(PassageFinder.Find([Report("a", Bridge), cut])).Kind);
    }

    [Fact]
    public void Signs_without_a_letter_or_digit_are_no_passage()
    {
        IReadOnlyList<Passage> passages = PassageFinder.Find([Report("a", ["$ $ $ $ $ $ $ $ $ $."]), Report("b", ["$ $ $ $ $ $ $ $ $ $."])]);
        Assert.Empty(passages);
    }

    [Fact]
    public void Reports_of_different_matters_share_nothing() =>
        Assert.Empty(PassageFinder.Find([Report("a", Bridge), Report("b", Orchard)]));

    [Fact]
    public void Independent_words_for_the_same_facts_are_no_passage()
    {
        string[] own =
        [
            "Cracks in the pillars have forced Varnholt to shut its iron bridge.",
            "Commuters face months of queues at the ferry, which carries a few dozen cars at a time.",
            "Nobody in the town hall would say who pays the bill, though the province has offered help.",
        ];
        Assert.DoesNotContain(PassageFinder.Find([Report("a", Bridge), Report("b", own)]), p => p.Use == PassageUse.Copied);
    }

    [Fact]
    public void One_sentence_that_stands_alone_in_both_is_stock()
    {
        AnnotatedReport[] reports = [Report("a", [.. Bridge[..3], "Varnholt lies forty miles south of the capital on the shore of the lake.", .. Bridge[3..]]), Report("b", [.. Orchard, "Varnholt lies forty miles south of the capital on the shore of the lake."])];
        Assert.Equal(PassageUse.Stock, Assert.Single(PassageFinder.Find(reports)).Use);
    }

    [Fact]
    public void Two_short_sentences_of_the_reports_own_show_copying()
    {
        string[] shared = ["The ferry now leaves every twenty minutes from the northern quay.", "Cyclists cross free of charge until the bridge opens again."];
        IReadOnlyList<Passage> passages = PassageFinder.Find([Report("a", [.. Bridge, .. shared]), Report("b", [.. Orchard, .. shared])]);
        Assert.NotEmpty(passages);
        Assert.All(passages, p => Assert.Equal(PassageUse.Copied, p.Use));
    }

    [Theory]
    [InlineData(0, PassageUse.Copied)]
    [InlineData(5, PassageUse.Stock)]
    public void One_sentence_beside_a_shared_quotation_shows_copying_where_the_two_are_most_of_a_report(int ownSentences, PassageUse use)
    {
        string[] shared = ["“We measured the cracks twice and would not let our own children walk across,” said Ada Winkel, the town’s engineer.", Bridge6];
        IReadOnlyList<Passage> passages = PassageFinder.Find([Report("a", [.. Bridge[..5], .. shared]), Report("b", [.. Orchard[..ownSentences], .. shared])]);
        Assert.Contains(passages, p => p.Use == use);
        Assert.DoesNotContain(passages, p => p.Use == (use == PassageUse.Copied ? PassageUse.Stock : PassageUse.Copied));
    }

    [Fact]
    public void A_statement_that_both_quote_is_a_quotation_and_no_copying()
    {
        const string words = "We will not let the valley pay for a winter that nobody could have foreseen";
        AnnotatedReport a = WithQuotation(Report("a", [.. Bridge, $"“{words},” the minister said."]), words);
        AnnotatedReport b = WithQuotation(Report("b", [.. Orchard, $"In parliament the minister declared: “{words}.”"]), words);
        Assert.Equal(PassageUse.Quotation, Assert.Single(PassageFinder.Find([a, b])).Use);
    }

    [Fact]
    public void The_order_of_the_files_and_the_number_of_threads_change_nothing()
    {
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [.. Orchard, .. Bridge[2..]]), Report("c", [Bridge6, Bridge2, .. Orchard])];
        var forward = PassageFinder.Find(reports).Select(p => (reports[p.A].Report.Id, reports[p.B].Report.Id, p.SpanA, p.SpanB, p.Kind, p.Use, p.Similarity)).ToList();
        AnnotatedReport[] turned = [.. reports.Reverse()];
        var backward = PassageFinder.Find(turned, threads: 3).Select(p => (turned[p.A].Report.Id, turned[p.B].Report.Id, p.SpanA, p.SpanB, p.Kind, p.Use, p.Similarity)).ToList();
        Assert.NotEmpty(forward);
        Assert.Equal(forward, backward);
    }

    [Theory]
    [InlineData("word ", 200_000)]
    [InlineData("“", 1_000)]
    [InlineData("((((", 50_000)]
    [InlineData("a\ud800b ", 20_000)]
    [InlineData("One two three four five six. ", 20_000)]
    public void Hostile_text_is_compared_without_harm(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        AnnotatedReport[] reports = [Report("a", [text]), Report("b", [text, .. Bridge]), Report("c", Bridge)];
        Assert.Contains(PassageFinder.Find(reports), p => reports[p.A].Report.Id == "b" && reports[p.B].Report.Id == "c" && p.Kind == PassageKind.Verbatim);
    }

    [Fact]
    public void Many_copies_of_one_report_give_each_copy_a_partner()
    {
        AnnotatedReport[] reports = [.. Enumerable.Range(0, 200).Select(i => Report($"r{i:000}", Bridge))];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        Assert.Equal(reports.Length, passages.SelectMany(p => (int[])[p.A, p.B]).Distinct().Count());
        Assert.True(passages.Count < reports.Length * 30, "each report is compared with a bounded number of others");
    }

    [Fact]
    public void Of_many_equal_reports_the_earliest_is_compared_with_one_that_was_changed()
    {
        AnnotatedReport[] reports =
        [
            .. Enumerable.Range(0, 120).Select(i => Report($"r{i:000}", Bridge, at: "2031-05-03")),
            Report("s", [.. Bridge[..4], Orchard[0]], at: "2031-05-04"),
            Report("t", Bridge, at: "2031-05-01"),
        ];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        Assert.Contains(passages, p => p.A == 120 && p.B == 121);
        Assert.All(Enumerable.Range(0, 120), i => Assert.Contains(passages, p => p.A == i && p.B == 121));
        Assert.True(passages.Count < reports.Length * 10, "equal reports are compared with few others");
    }

    private static AnnotatedReport WithHeading(AnnotatedReport report, string heading) => report with
    {
        Paragraphs = [.. report.Paragraphs.Select(p => p.Span.In(report.Text) == heading ? p with { Kind = ParagraphKind.Heading } : p)],
    };

    private static AnnotatedReport WithQuotation(AnnotatedReport report, string words)
    {
        int at = report.Text.IndexOf(words, StringComparison.Ordinal);
        var span = new TextSpan(at, at + words.Length);
        return report with { Quotations = [new Quotation { Span = span, Marked = new TextSpan(at - 1, at + words.Length + 2), Kind = QuotationKind.Direct }] };
    }
}
