using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Stories.Claims;
using Stemma.Stories.Lineage;

namespace Stemma.Tests.Stories.Claims;

public class ClaimRankingTests
{
    private const string Fire = "The fire on the northern ferry killed 14 people.";
    private const string Boats = "The yard sold 212 boats to farmers in the valley.";
    private const string Second = "It was the second fire on a ferry in the north.";

    private static readonly StoryLineage s_apart = new([], [], [new Origin("o1", "0", ["0"]), new Origin("o2", "1", ["1"]), new Origin("o3", "2", ["2"])]);

    private static string[] Ranked(IReadOnlyList<Passage> passages, params string[] texts)
    {
        AnnotatedReport[] reports = [.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t }))];
        return [.. ClaimRanking.Of(ClaimFinder.Find(reports), reports, passages, s_apart).Select(c => $"{c.Verdict}: {string.Join(' ', c.Tellings.Select(t => t.Key))}")];
    }

    private static Passage Shared(int a, int b, int length) => new(a, b, new TextSpan(0, length), new TextSpan(0, length), PassageKind.Verbatim, PassageUse.Copied, 1);

    [Fact]
    public void An_agreement_of_copies_is_left_out()
    {
        Assert.Equal(["Agree: 14 14 14"], Ranked([], Fire, Fire, Fire));
        Assert.Equal(["Agree: 14 14 14"], Ranked([Shared(0, 1, Fire.Length)], Fire, Fire, Fire));
        Assert.Empty(Ranked([Shared(0, 1, Fire.Length), Shared(1, 2, Fire.Length)], Fire, Fire, Fire));
    }

    [Fact]
    public void A_difference_between_copies_stays() =>
        Assert.Equal(["Conflict: 14 17"], Ranked([Shared(0, 1, Fire.Length)], Fire, Fire.Replace("14", "17", StringComparison.Ordinal)));

    [Fact]
    public void Agreements_of_more_origins_come_first_and_small_numbers_last() =>
        Assert.Equal(["Agree: 212 212 212", "Agree: 14 14", "Agree: 2. 2. 2."], Ranked([], $"{Second}\n{Fire}\n{Boats}", $"{Second}\n{Fire}\n{Boats}", $"{Second}\n{Boats}"));
}
