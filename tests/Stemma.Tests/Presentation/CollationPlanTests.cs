using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

/// <summary>The collation reader: which places of a text others read otherwise, and who.</summary>
public class CollationPlanTests
{
    private const string Own = "The old lighthouse on Orm Point was closed on Friday after the lamp failed twice.\n\nNobody was hurt, the harbour office told the paper.";

    [Fact]
    public void A_changed_word_and_one_left_out_are_places_with_those_who_differ()
    {
        const string edited = "The old lighthouse on Orm Point was shut on Friday after the lamp failed.";
        CollationPlan plan = Plan(s => s.Passage("a", "The old lighthouse on Orm Point was closed on Friday after the lamp failed twice.", "b", edited, "edited", .9), edited);
        Assert.Equal(["closed → shut (2)", "twice. →  (2)"], Told(plan));
        Assert.Equal([1, 0], plan.Paragraphs.Select(p => p.In.Count));
    }

    [Fact]
    public void What_another_report_says_outside_the_passage_is_no_variant()
    {
        const string other = "The old lighthouse on Orm Point was closed on Friday after the lamp failed twice. Ships were warned by radio, a pilot said on the quay.";
        CollationPlan plan = Plan(s => s.Passage("a", "The old lighthouse on Orm Point was closed on Friday after the lamp failed twice.", "b"), other);
        Assert.Empty(Told(plan));
    }

    [Fact]
    public void Without_a_passage_between_them_two_reports_testify_to_nothing()
    {
        CollationPlan plan = Plan(_ => { }, "The old lighthouse on Orm Point was opened on Monday after the lamp was mended.");
        Assert.Empty(Told(plan));
        Assert.All(plan.Paragraphs, p => Assert.Empty(p.In));
    }

    [Fact]
    public void Every_place_lies_in_its_paragraph_and_the_paragraphs_hold_the_whole_article()
    {
        foreach (Func<Dossier> make in new Func<Dossier>[] { SampleDossiers.Ferry, MoreDossiers.Sixty, MoreDossiers.Hostile })
        {
            var page = new PageStory(new StoryIndex(make()), anchor => anchor);
            foreach (NumberedReport report in page.Story.Reports.Take(5))
            {
                CollationPlan plan = CollationPlan.Of(page, report, CollationPlan.Nearest(page, report, CollationPlan.MostOthers));
                Assert.All(plan.Paragraphs, p => Assert.All(p.Places, v => Assert.True(p.Span.Contains(v.Place.Span))));
                Assert.Equal(Enumerable.Range(1, plan.Paragraphs.Sum(p => p.Places.Count)), plan.Paragraphs.SelectMany(p => p.Places).Select(v => v.Number));
                string shown = string.Concat(plan.Paragraphs.Select(p => p.Span.In(report.Report.Text)));
                Assert.Equal(Kept(report.Report).Count(char.IsLetterOrDigit), shown.Count(char.IsLetterOrDigit));
            }
        }
    }

    // Lines of the text that are not cut as a whole.
    private static string Kept(DossierReport report)
    {
        int at = 0;
        var kept = new List<string>();
        foreach (string line in report.Text.Split('\n'))
        {
            if (!report.Cut.Any(c => c.Start <= at && c.End >= at + line.Length))
                kept.Add(line);
            at += line.Length + 1;
        }
        return string.Concat(kept);
    }

    private static CollationPlan Plan(Action<StoryBuilder> passages, string other)
    {
        var story = new StoryBuilder();
        story.Report("a", "A", "A", new DossierDate("2031-05-02", "2031-05-02", "stated", []), Own).Report("b", "B", "B", new DossierDate("2031-05-03", "2031-05-03", "stated", []), other);
        passages(story);
        var page = new PageStory(new StoryIndex(story.Build()), anchor => anchor);
        return CollationPlan.Of(page, page.Story.Reports[0], [page.Story.Reports[1]]);
    }

    private static string[] Told(CollationPlan plan) =>
        [.. plan.Paragraphs.SelectMany(p => p.Places).SelectMany(v => v.Place.Readings.Select(r => $"{v.Place.Span.In(Own)} → {r.Words} ({string.Join(' ', r.Who.Select(w => w.Number))})"))];
}
