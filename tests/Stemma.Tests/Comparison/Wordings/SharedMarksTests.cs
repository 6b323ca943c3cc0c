using Stemma.Annotation;
using Stemma.Comparison.Wordings;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Wordings;

public class SharedMarksTests
{
    private static (IReadOnlyList<SpokenWords> Quotes, IReadOnlyList<Wording> Wordings) Compare(params string[] texts)
    {
        AnnotatedReport[] reports = [.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t }))];
        SpokenWords[] quotes = [.. reports.SelectMany((r, report) => r.Quotations.Select(q => (r, report, q))).Select((x, i) => new SpokenWords(i, x.report, x.r, x.q, x.q.Speaker?.Name, null))];
        return SharedMarks.Compare(quotes, reports, [], []);
    }

    private static IEnumerable<string> Words(IReadOnlyList<SpokenWords> quotes, IEnumerable<int> numbers) => numbers.Select(n => quotes[n].Quotation.Span.In(quotes[n].Source.Text));

    private const string Website = "On a new website, “The Long Farewell to Ferries”, maps of the bridge and of the new road stand beside old photographs.";

    [Fact]
    public void Words_that_two_reports_have_in_marks_are_one_wording()
    {
        (IReadOnlyList<SpokenWords> quotes, IReadOnlyList<Wording> wordings) = Compare(Website, "Rain is expected.\n" + Website.Replace("Long Farewell", "Long Goodbye", StringComparison.Ordinal));
        Assert.Equal(["The Long Farewell to Ferries", "The Long Goodbye to Ferries"], Words(quotes, Assert.Single(wordings).Quotes));
        Assert.All(quotes, q => Assert.NotEmpty(q.Quotation.Reasons));
    }

    [Fact]
    public void Words_that_only_one_report_has_in_marks_are_no_quotation() => Assert.Empty(Compare(Website, "Rain is expected on the island and in the harbour.").Quotes);

    [Fact]
    public void A_title_that_stands_twice_in_a_report_is_told_place_by_place()
    {
        const string more = " Nobody has counted how many of the readers of “The Long Farewell to Ferries” went by car last winter.";
        (IReadOnlyList<SpokenWords> quotes, IReadOnlyList<Wording> wordings) = Compare(Website + more, Website + more);
        Assert.Equal(4, quotes.Count);
        Assert.Equal([[0, 2], [1, 3]], wordings.Select(w => w.Quotes));
    }

    [Fact]
    public void A_pull_quote_is_no_second_quotation()
    {
        const string report = "The owner Josef Brandt described the new timetable as “ambitious but very honest”.\n“ambitious but very honest”";
        Assert.DoesNotContain(Compare(report, report).Quotes, q => q.Quotation.Speaker is null);
    }

    [Fact]
    public void Quotations_keep_their_order_and_their_numbers_are_their_places()
    {
        const string speech = " “The ferries were slow,” said Ada Moor. “The bridge is not.”";
        (IReadOnlyList<SpokenWords> quotes, IReadOnlyList<Wording> wordings) = Compare(Website + speech, speech + " Painted on the wall of the harbour is “a long goodbye to the fish”.", Website + speech);
        Assert.Equal(Enumerable.Range(0, quotes.Count), quotes.Select(q => q.Index));
        Assert.Equal(quotes.OrderBy(q => q.Report).ThenBy(q => q.Quotation.Span), quotes);
        Assert.Contains(wordings, w => Words(quotes, w.Quotes).All(q => q == "The Long Farewell to Ferries"));
        Assert.DoesNotContain("a long goodbye to the fish", Words(quotes, Enumerable.Range(0, quotes.Count)));
    }

    private static (IReadOnlyList<SpokenWords> Quotes, IReadOnlyList<Wording> Wordings) CompareTitled(params (string Title, string Body)[] texts)
    {
        AnnotatedReport[] reports = [.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Title = t.Title, TitleSpan = new TextSpan(0, t.Title.Length), Text = t.Title + "\n\n" + t.Body }))];
        SpokenWords[] quotes = [.. reports.SelectMany((r, report) => r.Quotations.Select(q => (r, report, q))).Select((x, i) => new SpokenWords(i, x.report, x.r, x.q, x.q.Speaker?.Name, null))];
        return SharedMarks.Compare(quotes, reports, [], []);
    }

    private const string Speech = "“The old bridge was a gamble with the lives of our children,” said Ada Moor on Monday.";

    [Fact]
    public void Words_in_marks_that_only_a_headline_has_are_told_as_such()
    {
        (IReadOnlyList<SpokenWords> quotes, IReadOnlyList<Wording> wordings) = CompareTitled(("Bridge was ‘a gamble with the lives’ of children", Speech), ("Island waits for the ferry", "Rain is expected."));
        ChangedWording pair = Assert.Single(Assert.Single(wordings).Pairs);
        Assert.Equal(WordingChange.Headline, pair.Change);
        Assert.Equal("a gamble with the lives", quotes[pair.B].Quotation.Span.In(quotes[pair.B].Source.Text));
        Assert.Equal(MeaningEffect.Open, pair.Meaning);
    }

    [Fact]
    public void A_headline_may_have_its_words_from_another_report()
    {
        (IReadOnlyList<SpokenWords> quotes, IReadOnlyList<Wording> wordings) = CompareTitled(("Island waits for the ferry", Speech), ("“A gamble with the lives of our children”: bridge shut", "Rain is expected."));
        ChangedWording pair = Assert.Single(Assert.Single(wordings).Pairs);
        Assert.Equal((WordingChange.Headline, 0, 1), (pair.Change, quotes[pair.A].Report, quotes[pair.B].Report));
    }

    [Theory]
    [InlineData("The “Gull and Anchor” reopens on Monday")]
    [InlineData("Bridge was a ‘gift’ to the island")]
    public void Other_words_in_marks_in_a_headline_are_no_quotation(string title) => Assert.Empty(CompareTitled((title, Speech)).Wordings);
}
