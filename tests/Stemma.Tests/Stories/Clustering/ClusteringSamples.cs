using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Clustering;

namespace Stemma.Tests.Stories.Clustering;

/// <summary>Invented reports of three events and what is read of them.</summary>
internal static class ClusteringSamples
{
    private const string Ferry = "A fire on the ferry Heron killed two sailors in the harbour of Northport on 1 March 2021, the coast guard said. "
        + "Forty passengers were brought ashore by fishing boats while the crew fought the flames for three hours. Captain Lene Torvald said the fire began in the engine room.";

    /// <summary>Two reports of a fire, two of an election, one of a comet.</summary>
    public static IReadOnlyList<PlacedReport> News { get; } =
    [
        Report("a1", "Ferry burns in Northport", Ferry, new DateOnly(2021, 3, 1)),
        Report("a2", "", "Two sailors died when the ferry Heron caught fire in Northport harbor on 1 March 2021. Captain Lene Torvald of the Heron told reporters that flames broke out in the engine room. All 40 passengers are safe.", new DateOnly(2021, 3, 2)),
        Report("b1", "Valley votes", "Voters in the Sorrel valley elected Ada Moor as their mayor by a wide margin over Ben Hale. Moor won 61 per cent of the vote in the Sorrel valley.", new DateOnly(2021, 3, 1)),
        Report("b2", "", "Ada Moor won the vote for mayor of the Sorrel valley, beating Ben Hale by a wide margin. With 61 per cent Moor has the largest majority the valley has seen.", new DateOnly(2021, 3, 2)),
        Report("c1", "", "The observatory on the hill found a comet that will be seen without a telescope in autumn.", null),
    ];

    /// <summary>A copy of the first report of the fire, with a line of its own before it.</summary>
    public static PlacedReport Copy(string id, DateOnly? day) => Report(id, "", "Our reader Ivo Lindqvist sent us this from the agency. " + Ferry, day);

    /// <summary>A report that stands in no story yet.</summary>
    public static PlacedReport Report(string id, string title, string text, DateOnly? day) =>
        new(id, StoryFeatures.Of(Annotator.Annotate(new Report
        {
            Id = id,
            Title = title.Length == 0 ? null : title,
            Text = text,
            Language = "en",
            Published = day is { } d ? new PublicationDate(d, d, DateSource.Stated, []) : null,
        })), null);

    /// <summary>The ids of the reports of each story, "a1,a2" first.</summary>
    public static IReadOnlyList<string> Groups(IReadOnlyList<PlacedReport> reports, IReadOnlyList<string> stories) =>
        [.. reports.Zip(stories).GroupBy(r => r.Second, StringComparer.Ordinal).Select(g => string.Join(',', g.Select(r => r.First.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>The reports with the stories a replay gave them.</summary>
    public static IReadOnlyList<PlacedReport> Placed(IReadOnlyList<PlacedReport> reports, ReplayedStories stories) =>
        [.. reports.Zip(stories.Stories, (r, s) => r with { Story = s })];
}
