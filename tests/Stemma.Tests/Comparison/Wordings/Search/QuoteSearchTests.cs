using FsCheck;
using FsCheck.Fluent;
using Stemma.Comparison.Wordings;
using Stemma.Comparison.Wordings.Search;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Wordings.Search;

public class QuoteSearchTests
{
    private static Report[] Reports(params string[] texts) => [.. texts.Select((t, i) => new Report { Id = $"{i}", Text = t, Language = "en" })];

    private static FoundQuotes Find(string words, params string[] texts) => QuoteSearch.Find(words, Reports(texts), threads: 2);

    private static string Words(QuoteHit hit) => hit.Quote.Quotation.Span.In(hit.Quote.Source.Text);

    private const string Spring = "“The old harbour could open again in spring,” said Ada Moor on Monday.";

    [Theory]
    [InlineData("The old harbour could open again in spring", QuoteMatch.Exact)]
    [InlineData("“the old harbor could open again in spring.”", QuoteMatch.Exact)]
    [InlineData("could open again in spring", QuoteMatch.Within)]
    [InlineData("The old harbour could open again in spring, and nobody is happier than I am", QuoteMatch.Part)]
    [InlineData("The old harbour may open this spring", QuoteMatch.Reworded)]
    [InlineData("the harbour will reopen in spring", QuoteMatch.Reworded)]
    public void Words_are_found_just_so_in_part_and_reworded(string words, QuoteMatch match)
    {
        QuoteHit hit = Assert.Single(Assert.Single(Find(words, Spring, "Rain is expected.").Wordings).Hits);
        Assert.Equal(match, hit.Match);
        Assert.Equal("Ada Moor", hit.Quote.SpeakerName);
        Assert.InRange(hit.Likeness, .5, 1);
    }

    [Theory]
    [InlineData("Nobody asked the fishermen in winter")]
    [InlineData("a spring of cold water")]
    [InlineData("and in the")]
    public void Words_that_nobody_said_are_not_found(string words) => Assert.Empty(Find(words, Spring).Wordings);

    [Fact]
    public void The_nearest_quotation_is_told_where_none_has_the_words()
    {
        FoundQuotes found = Find("We sold the harbour to a bank in May", Spring, "“The mill is closed,” said Ben Hale.");
        Assert.Empty(found.Wordings);
        Assert.Equal("The old harbour could open again in spring,", Words(found.Nearest!));
    }

    [Fact]
    public void Words_outside_of_any_quotation_are_told_where_no_quotation_has_them()
    {
        FoundQuotes found = Find("Rain falls on the empty island", "Rain falls on the empty island. Nobody spoke.");
        Assert.Empty(found.Wordings);
        Assert.Equal(("0", new TextSpan(0, 30)), Assert.Single(found.Unquoted));
    }

    [Fact]
    public void Wordings_are_set_against_the_best_match_with_what_changed_in_them()
    {
        FoundQuotes found = Find("The old harbour could open again in spring", "“The old harbour will open again in spring,” said Ada Moor.", Spring, Spring);
        Assert.Collection(
            found.Wordings,
            w => Assert.Equal((2, WordingChange.Same, MeaningEffect.Kept), (w.Hits.Count, w.Change, w.Meaning)),
            w => Assert.Equal((1, WordingChange.Reworded, MeaningEffect.Changed, EditNature.Modality), (w.Hits.Count, w.Change, w.Meaning, Assert.Single(w.Edits).Nature)));
    }

    [Fact]
    public void A_speaker_has_his_full_name_from_another_report()
    {
        FoundQuotes found = Find("The harbour could open again", "Ada Moor, the mayor, opened the mill. “The harbour could open again,” Ada Moor said.", "“The harbour could open again,” Ms Moor said.");
        Assert.All(Assert.Single(found.Wordings).Hits, h => Assert.Equal("Ada Moor", h.Quote.SpeakerName));
    }

    [Fact]
    public void The_order_of_the_reports_and_the_number_of_threads_do_not_matter()
    {
        Report[] reports = Reports(Spring, "“The old harbour will open again in spring,” said Ada Moor.", "He said the old harbour could open again in spring.", Spring + " It rained.");
        string Told(Report[] order, int threads) =>
            string.Join('\n', QuoteSearch.Find("the harbour could open again", order, threads).Wordings.Select(w => $"{w.Change} {string.Join(';', w.Edits)} {string.Join(';', w.Hits.Select(h => $"{h.Quote.Source.Report.Id} {h.Match} {h.Place}"))}"));
        string expected = Told(reports, 1);
        Assert.NotEmpty(expected);
        Prop.ForAll(Gen.Shuffle(reports).ToArbitrary(), order => Told(order, 3) == expected).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_words_and_endless_words_are_harmless()
    {
        Assert.Empty(Find("…", Spring).Wordings);
        Assert.True(new QuoteQuery("“ ”").IsEmpty);
        Assert.Empty(Find("\ud800", Spring).Wordings);
        Assert.Empty(Find(string.Concat(Enumerable.Repeat("harbour ", 100_000)), Spring, string.Concat(Enumerable.Repeat("“harbour mill” ", 5000))).Wordings);
    }
}
