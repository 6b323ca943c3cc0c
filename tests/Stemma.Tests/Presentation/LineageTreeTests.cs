using System.Globalization;
using Stemma.Presentation;

namespace Stemma.Tests.Presentation;

public class LineageTreeTests
{
    [Fact]
    public void Every_text_stands_once_under_the_one_it_took_most_from()
    {
        LineageTree tree = new StoryIndex(SampleDossiers.Ferry()).Lineage;
        Assert.Equal(["lost1", "a-harbour-post.txt", "d-daily-strait.txt", "b-city-ledger.txt", "c-coast-today.txt", "f-lindhaven-local.txt", "e-evening-round.txt", "g-sea-and-trade.txt"], tree.Rows.Select(n => n.Id));
        Assert.Equal(2, tree.Node("e-evening-round.txt")!.Generation);
        Assert.Equal(1, tree.Node("e-evening-round.txt")!.Depth);
        Assert.Equal(2, tree.Node("e-evening-round.txt")!.Parents.Count);
    }

    [Fact]
    public void A_chain_of_thousands_is_followed_to_its_end()
    {
        var story = new StoryBuilder();
        for (int i = 0; i < 5000; i++)
            story.Report(Id(i), null, null, null, "x");
        for (int i = 1; i < 5000; i++)
            story.Link(Id(i - 1), Id(i), 1, 1, []);
        LineageTree tree = new StoryIndex(story.Build()).Lineage;
        Assert.Equal(4999, tree.Rows[^1].Generation);
        Assert.Equal(5000, tree.Rows.Count);
    }

    [Fact]
    public void A_ring_which_no_right_dossier_has_loses_no_report()
    {
        var story = new StoryBuilder();
        for (int i = 0; i < 4; i++)
            story.Report(Id(i), null, null, null, "x");
        story.Link(Id(0), Id(1), 1, 1, []).Link(Id(1), Id(2), 1, 1, []).Link(Id(2), Id(1), 1, 1, []).Link(Id(2), Id(3), 1, 1, []);
        Assert.Equal(4, new StoryIndex(story.Build()).Lineage.Rows.Distinct().Count());
    }

    private static string Id(int i) => i.ToString("00000", CultureInfo.InvariantCulture);
}
