using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class TimelineWordsTests
{
    private static DossierEventTelling Told(string report, string day, string kind = "happened") => new(report, 0, 3) { From = day, To = day, Kind = kind };

    private static StoryIndex Story(DossierEvent happening) => new(new Dossier
    {
        Stemma = "0",
        Reports = [.. "abc".Select(id => new DossierReport { Id = id.ToString(), File = null, Url = null, Outlet = null, Title = null, Language = "en", Text = "the dam burst" })],
        Lineage = new DossierLineage(),
        Timeline = [happening],
    });

    [Theory]
    [InlineData("2031-03-12", "2031-03-13", "12 or 13 March 2031")]
    [InlineData("2031-03-31", "2031-04-01", "31 March 2031 or 1 April 2031")]
    public void Days_that_differ_are_told_as_one_or_the_other(string first, string other, string expected) =>
        Assert.Equal(expected, TimelineWords.When(new DossierEvent(first, other, "interval", [Told("a", first), Told("b", other)], []) { Conflict = true }));

    [Fact]
    public void Each_date_has_the_reports_that_give_it()
    {
        var happening = new DossierEvent("2031-03-12", "2031-03-13", "interval", [Told("a", "2031-03-13"), Told("b", "2031-03-12"), Told("c", "2031-03-13"), Told("d", "2031-03-20", "planned")], []) { Conflict = true };
        Assert.Equal(["2031-03-12 b", "2031-03-13 a,c"], TimelineWords.Dates(happening).Select(d => $"{d.From} {string.Join(',', d.Reports)}"));
    }

    [Fact]
    public void A_plan_for_another_day_is_noted()
    {
        var happening = new DossierEvent("2031-03-12", "2031-03-12", "day", [Told("a", "2031-03-11", "planned"), Told("b", "2031-03-12")], []);
        Assert.Equal("was planned for 11 March 2031 (told by 1)", TimelineWords.Note(Story(happening), happening));
    }

    [Fact]
    public void A_clause_from_inside_its_sentence_is_marked_as_such()
    {
        var happening = new DossierEvent("2031-03-12", "2031-03-12", "day", [Told("a", "2031-03-12")], []) { Label = new DossierSpan("a", 4, 13) };
        Assert.Equal("…\u00A0dam burst", TimelineWords.Label(Story(happening), happening));
    }

    [Fact]
    public void An_open_date_names_the_report_that_leaves_it_open()
    {
        var happening = new DossierEvent("2031-03-02", "2031-03-09", "interval", [Told("b", "2031-03-02")], []) { Undated = ["b"] };
        Assert.Equal("report 2 has no sure date", TimelineWords.Note(Story(happening), happening));
    }
}
