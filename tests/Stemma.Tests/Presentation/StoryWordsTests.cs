using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class StoryWordsTests
{
    [Theory]
    [InlineData("2031-03-11", "2031-03-11", "11 March 2031")]
    [InlineData("2031-03-11", "2031-03-13", "11–13 March 2031")]
    [InlineData("2031-02-28", "2031-03-03", "28 February – 3 March 2031")]
    [InlineData("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031")]
    [InlineData("soon", "soon", "soon")]
    public void Days_are_written_as_people_write_them(string from, string to, string expected) =>
        Assert.Equal(expected, StoryWords.Days(from, to));

    [Theory]
    [InlineData("day", "2031-03-10", "2031-03-10", "10 March 2031")]
    [InlineData("week", "2031-03-10", "2031-03-16", "week of 10–16 March 2031")]
    [InlineData("month", "2031-03-01", "2031-03-31", "March 2031")]
    [InlineData("year", "1998-01-01", "1998-12-31", "1998")]
    [InlineData("interval", "2031-03-10", "2031-03-12", "10–12 March 2031")]
    [InlineData("season", "2019-09-01", "2019-11-30", "September to November 2019")]
    public void A_time_is_told_no_finer_than_it_is_known(string precision, string from, string to, string expected) =>
        Assert.Equal(expected, StoryWords.When(new DossierEvent(from, to, precision, [], [])));

    [Theory]
    [InlineData("2031-02-27", "2031-04-10", "between 27 Feb and 10 Apr 2031")]
    [InlineData("2031-03-02", "2031-03-09", "between 2 and 9 Mar 2031")]
    public void Days_that_an_undated_report_leaves_open_are_told_as_open(string from, string to, string expected) =>
        Assert.Equal(expected, StoryWords.When(new DossierEvent(from, to, "interval", [], []) { Undated = ["a"] }));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.002, "< 1 %")]
    [InlineData(0.345, "34 %")]
    [InlineData(0.997, "99 %")]
    [InlineData(1, "100 %")]
    [InlineData(double.NaN, "0 %")]
    public void Only_all_is_a_hundred_percent_and_only_nothing_is_none(double share, string expected) =>
        Assert.Equal(expected, StoryWords.Percent(share).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("a short text", 20, "a short text")]
    [InlineData("a text that goes on", 12, "a text that…")]
    [InlineData("Donaudampfschifffahrt", 10, "Donaudamp…")]
    public void A_long_text_is_cut_at_a_word(string text, int most, string expected) =>
        Assert.Equal(expected, StoryWords.Shorten(text, most));

    [Fact]
    public void The_lineage_is_told_in_sentences()
    {
        string[] sentences = [.. StoryWords.LineageInWords(new StoryIndex(SampleDossiers.Ferry())).Select(s => s.Replace('\u00A0', ' '))];
        Assert.Equal(
        [
            "1 Harbour Post (74 %), 2 The City Ledger (82 %) and 4 Coast Today (67 %) took text from a dispatch that is not in the set, credited to Norden Wire.",
            "5 Daily Strait took 61 % of its words from 1 Harbour Post.",
            "6 Evening Round took 41 % of its words from 3 Lindhaven Local and 34 % of its words from 1 Harbour Post.",
            "7 g-sea-and-trade.txt took no text from the others, and none took from it.",
        ], sentences);
    }
}
