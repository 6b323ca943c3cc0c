using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Passages;

/// <summary>Invented reports for the tests of passages and lineage.</summary>
internal static class Texts
{
    public const string Bridge1 = "The town council of Varnholt closed the old iron bridge on Tuesday after engineers found cracks in three of its pillars.";
    public const string Bridge2 = "About 4,200 drivers who cross the Lemme every day will have to take the northern ferry until the spring.";
    public const string Bridge3 = "Repairs are expected to cost 18 million crowns, most of which the province has promised to pay.";
    public const string Bridge4 = "Shopkeepers on the eastern bank fear that the closure will keep customers away during the winter market.";
    public const string Bridge5 = "The bridge was built in 1894 by the shipyard that later launched the first steamers on the lake.";
    public const string Bridge6 = "A temporary crossing for pedestrians and cyclists is to open next to the customs house in November.";

    public static readonly string[] Bridge = [Bridge1, Bridge2, Bridge3, Bridge4, Bridge5, Bridge6];

    public static readonly string[] Orchard =
    [
        "Growers in the Salder valley have lost half of their apple harvest to a late frost, their association reported.",
        "Temperatures fell to minus six degrees in the night, when most of the trees were in full blossom.",
        "Many farms had lit small fires between the rows, but the wind carried the warmth away within minutes.",
        "The regional bank said it would grant loans without interest to families that depend on fruit alone.",
        "Prices for juice are likely to climb before Christmas, traders at the auction hall predicted.",
    ];

    public static AnnotatedReport Report(string id, IEnumerable<string> sentences, string? at = null, string? credit = null, string? outlet = null)
    {
        PublicationDate? date = null;
        if (at is not null)
        {
            var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
            var day = DateOnly.FromDateTime(instant.UtcDateTime);
            date = new PublicationDate(day, day, DateSource.Stated, []) { Instant = instant };
        }
        return Annotator.Annotate(new Report
        {
            Id = id,
            Text = string.Join('\n', sentences),
            Language = "en",
            Outlet = outlet,
            Published = date,
            Credits = credit is null ? [] : [new Credit(credit, null, "dateline")],
        });
    }
}
