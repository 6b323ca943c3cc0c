using Stemma.Bench.Planting;

namespace Stemma.Tests.Bench.Planting;

/// <summary>What measuring relies on: planted stories are the same on every run, and their truth is true.</summary>
public class StoryPlanterTests
{
    private static readonly PlantedStory s_story = StoryPlanter.Plant(7, StoryMix.Of(80));

    [Fact]
    public void The_same_seed_plants_the_same_story_and_another_seed_another()
    {
        Assert.Equal(Texts(s_story), Texts(StoryPlanter.Plant(7, StoryMix.Of(80))));
        Assert.NotEqual(Texts(s_story), Texts(StoryPlanter.Plant(8, StoryMix.Of(80))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(300)]
    public void As_many_reports_are_planted_as_were_asked_for(int reports) => Assert.Equal(reports, StoryPlanter.Plant(3, StoryMix.Of(reports)).Reports.Count);

    [Fact]
    public void Every_mode_of_copying_is_planted() =>
        Assert.Superset(new HashSet<string> { "original", "verbatim", "cut", "edited", "reworded", "merged" },
            StoryPlanter.Plant(1, StoryMix.Of(400)).Reports.Select(r => r.Mode).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Sentences_stand_where_the_truth_says_and_do_not_overlap() => Assert.All(s_story.Reports, r =>
    {
        int last = 0;
        foreach ((int start, int end, _) in r.Sentences)
        {
            Assert.InRange(start, last, end - 1);
            Assert.True(r.Text[start] is '“' or >= 'A' and <= 'Z' || char.IsDigit(r.Text[start]), r.Text[start..end]);
            Assert.True(r.Text[end - 1] is '.' or '”', r.Text[start..end]);
            last = end;
        }
        Assert.NotEmpty(r.Sentences);
    });

    [Fact]
    public void A_copy_shares_sentences_with_a_parent_and_was_not_published_before_it()
    {
        Dictionary<string, PlantedReport> reports = s_story.Reports.ToDictionary(r => r.File, StringComparer.Ordinal);
        foreach (PlantedReport copy in s_story.Reports)
        {
            foreach (PlantedReport parent in copy.Parents.Where(reports.ContainsKey).Select(p => reports[p]))
            {
                Assert.NotEmpty(copy.Sentences.Select(s => s.Root).Intersect(parent.Sentences.Select(s => s.Root)));
                Assert.True(string.CompareOrdinal(parent.Published, copy.Published) <= 0);
            }
        }
    }

    [Fact]
    public void Reports_of_different_origins_share_no_sentence()
    {
        var tellers = s_story.Reports.SelectMany(r => r.Sentences.Select(s => (s.Root, Report: r))).ToLookup(x => x.Root, x => x.Report);
        foreach (IGrouping<int, PlantedReport> sentence in tellers)
        {
            PlantedReport first = sentence.First();
            Assert.All(sentence, other => Assert.NotEmpty(first.Origins.Intersect(other.Origins)));
        }
    }

    [Fact]
    public void A_lost_text_is_no_report_and_its_children_name_it()
    {
        Assert.NotEmpty(s_story.Lost);
        Assert.All(s_story.Lost, lost =>
        {
            Assert.DoesNotContain(s_story.Reports, r => r.File == lost.Id);
            Assert.Equal(lost.Children, s_story.Reports.Where(r => r.Parents.Contains(lost.Id)).Select(r => r.File));
        });
    }

    [Fact]
    public void Copies_in_a_corpus_name_a_document_that_stands_before_them()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlantedDocument document in PlantedCorpus.Plant(5, 400))
        {
            Assert.True(document.Parent is null || seen.Contains(document.Parent));
            Assert.Equal(document.Parent is null, document.Mode == "original");
            Assert.True(seen.Add(document.Id));
        }
        Assert.Equal(PlantedCorpus.Plant(5, 400), PlantedCorpus.Plant(5, 400));
    }

    private static IEnumerable<(string, string)> Texts(PlantedStory story) => story.Reports.Select(r => (r.File, r.Text));
}
